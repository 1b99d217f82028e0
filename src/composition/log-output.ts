import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type DestinationStream, multistream } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { Config } from '../config';
import { DataDirectoryUnusable } from '../embedded-store/directory-errors';
import { makePrivateDirectory } from '../embedded-store/private-files';

/** A log of this size is put aside at the next start; bytes. */
const largest = 10_000_000;

/** Where the log goes. */
export interface LogOutput {
  readonly stream: DestinationStream;
  /** The file, where it goes to one. */
  readonly file?: string;
  /** From now on a log that goes to a file leaves the screen to what is printed there, except when the process ends by itself. */
  started(): void;
}

/**
 * JSON lines to standard output; beside Teams on this machine to a file, so that the address stays in sight; with
 * LOG_PRETTY readable lines on the screen instead of either. Throws DataDirectoryUnusable if the file cannot be written.
 */
export async function logOutput(
  { dataDir, logPretty, simulator }: LogSettings,
  out: DestinationStream = destination(1),
): Promise<LogOutput> {
  if (logPretty) return { stream: readable(out), started: () => undefined };
  if (simulator === undefined) return { stream: out, started: () => undefined };
  const file = join(dataDir, 'bot.log');
  const screen = readable(out);
  let isStarted = false;
  const stream = multistream([
    { level: 'trace', stream: await openFile(dataDir, file) },
    // What was probably meant otherwise, and what the start waits for, belongs before somebody's eyes.
    { level: 'warn', stream: { write: (line) => !isStarted && screen.write(line) } },
    { level: 'fatal', stream: { write: (line) => isStarted && screen.write(line) } },
  ]);
  return {
    stream,
    file,
    started() {
      isStarted = true;
    },
  };
}

export type LogSettings = Pick<Config, 'dataDir' | 'logPretty' | 'simulator'>;

/** Readable by its owner alone, like everything in the data directory. */
async function openFile(dataDir: string, file: string): Promise<DestinationStream> {
  try {
    await makePrivateDirectory(dataDir);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
    return destination({ dest: file, sync: true, mode: 0o600 });
  } catch (error) {
    throw new DataDirectoryUnusable(dataDir, error);
  }
}

function readable(out: DestinationStream): DestinationStream {
  const format = prettyFactory({
    colorize: process.stdout.isTTY,
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return { write: (line) => out.write(format(line)) };
}
