import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve(__dirname, '..', '..', 'src', 'simulator', 'playground', 'start-playground.ts');
/** What the parts print once they can be used. */
const readyLines = ['Der Bot läuft auf', 'The Playground is at'];
/** Both are there in seconds; a part that never says so is told, with what it printed; milliseconds. */
const patience = 60_000;

/** `npm run playground` on free ports and with data of its own. */
export interface RunningPlayground {
  readonly address: string;
  /** Everything the parts have printed, for the report of a failure. */
  printed(): string;
  /** Ends both parts and removes their data. */
  stop(): Promise<void>;
}

/** Resolves when both parts can be used; rejects with what they printed when they end before. */
export async function startPlayground(): Promise<RunningPlayground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'playground-'));
  const [port, playgroundPort] = await freePorts(2);
  const command = spawn(process.execPath, ['--require', 'sucrase/register/ts', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      PLAYGROUND_PORT: String(playgroundPort),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
  });
  let printed = '';
  const stop = async (): Promise<void> => {
    await ended(command);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((ready, failed) => {
      const read = (output: Buffer): void => {
        printed += output.toString('utf8');
        if (readyLines.every((line) => printed.includes(line))) ready();
      };
      command.stdout.on('data', read);
      command.stderr.on('data', read);
      setTimeout(() => failed(new Error(`the Playground is not ready:\n${printed}`)), patience).unref();
      command.once('exit', () => failed(new Error(`the Playground ended:\n${printed}`)));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${playgroundPort}`, printed: () => printed, stop };
}

/** The script ends its own parts, by force where they do not listen. */
async function ended(command: ChildProcess): Promise<void> {
  if (command.exitCode !== null || command.signalCode !== null) return;
  const end = once(command, 'exit');
  command.kill('SIGTERM');
  await end;
}

/** Held at the same time, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const holders = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    holders.map(async (holder) => {
      await once(holder.listen(0, '127.0.0.1'), 'listening');
      return (holder.address() as AddressInfo).port;
    }),
  );
  await Promise.all(holders.map(async (holder) => once(holder.close(), 'close')));
  return ports;
}
