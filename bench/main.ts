import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** `npm run bench -- <name>` runs bench/<name>.bench.ts, which exports `run`. */
async function main(name: string | undefined): Promise<void> {
  const file = join(__dirname, `${name ?? ''}.bench.ts`);
  if (name === undefined || !/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    const names = (await readdir(__dirname)).filter((each) => each.endsWith('.bench.ts'));
    console.error(
      `Usage: npm run bench -- <name>, one of: ${names.map((each) => each.slice(0, -9)).join(', ')}`,
    );
    process.exitCode = 1;
    return;
  }
  const bench = (await import(file)) as { run(): Promise<void> };
  await bench.run();
}

void main(process.argv[2]);
