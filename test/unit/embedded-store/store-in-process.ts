import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';

const entry = path.join(__dirname, '../../../src/embedded-store/main.ts');

export interface StoreProcess {
  /** Its first line, or undefined if it ended without one. */
  readonly address: string | undefined;
  readonly processId: number;
  /** What it wrote to standard error; resolves when it has ended. */
  readonly wrong: Promise<string>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** `npm run store` on a directory, below a limit of the size of files if one is given (blocks of 512 bytes). */
export async function storeProcess(directory: string, fileLimit?: number): Promise<StoreProcess> {
  const args = ['--require', 'sucrase/register/ts', entry, '--directory', directory];
  const child =
    fileLimit === undefined
      ? spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('sh', ['-c', `ulimit -f ${fileLimit}; exec "$0" "$@"`, process.execPath, ...args], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
  const ended = once(child, 'exit');
  const wrong = text(child.stderr);
  const lines = createInterface(child.stdout);
  const address = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(lines, 'close').then(() => undefined),
  ]);
  return {
    address,
    processId: child.pid ?? 0,
    wrong,
    async kill(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** A small file system in the memory at this folder; undefined where this user may not mount one. */
export function mountSmall(folder: string, size: string): (() => void) | undefined {
  const options = ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder];
  if (spawnSync('mount', options).status !== 0) return undefined;
  return () => void spawnSync('umount', ['-l', folder]);
}
