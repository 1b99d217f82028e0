import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(__dirname, '../..');

/** A command of src/cli as a process of its own, with this environment and nothing else of ours. */
export async function runCli(
  command: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly status: number | null; readonly out: string; readonly wrong: string }> {
  const script = join(root, `src/cli/${command}.ts`);
  const child = spawn(process.execPath, ['--require', 'sucrase/register/ts', script, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { status: child.exitCode, out, wrong };
}
