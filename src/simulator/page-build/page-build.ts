import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceHash } from './source-hash';

/** Where the built page is: index.html and assets/. Missing before the first build. */
export const pageDirectory = join(__dirname, '../page/dist');

/** Names the sources from which the page in this directory was built. */
export const builtFrom = 'built-from.txt';

/**
 * Builds the page if it is missing or its sources have changed (about 3 s in a separate process, so that nothing else
 * waits); returns whether it built. Browsers can be told to wait meanwhile. Rejects with the builder's output.
 */
export async function buildPageIfStale(): Promise<boolean> {
  if (await isFresh()) return false;
  const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
  const builder = spawn(process.execPath, ['--import', tsx, join(__dirname, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [builder.stdout, builder.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await new Promise<void>((resolve, reject) => {
    builder.on('error', reject);
    builder.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the page could not be built:\n${output}`)),
    );
  });
  return true;
}

/** Whether the page exists and was built from the current sources. */
export async function isFresh(): Promise<boolean> {
  const mark = join(pageDirectory, builtFrom);
  return existsSync(mark) && (await readFile(mark, 'utf8')) === (await sourceHash());
}
