import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { replaceFile } from './private-files';

/** How far the data had come when that was last noted; kept beside the data, so that both are not lost together. */
export interface DataRecord {
  /** The number of the last commit. */
  readonly lastCommit: number;
  /** The size of the data file, which never shrinks; bytes. */
  readonly bytes: number;
}

const shape = z.object({ lastCommit: z.int().min(0), bytes: z.int().min(0) });

/** Undefined if nothing was noted: a new store, or one of a version that did not note it. */
export async function readDataRecord(file: string): Promise<DataRecord | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** How often it is noted while the store is written to; milliseconds. */
const every = 5_000;

/** Notes how far the data has come: at the start, while it is written to, and at the end. */
export class DataRecorder {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: string,
    private readonly now: () => DataRecord,
  ) {}

  /** From now on there is something that can be lost. Rejects with the system error. */
  note(): Promise<void> {
    return replaceFile(this.file, `${JSON.stringify(this.now())}\n`);
  }

  /** Sees to it that the note is renewed. */
  written(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.renew();
    }, every).unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.renew();
  }

  /** An older note is still true, it only notices less; on a full disk there is no better one. */
  private async renew(): Promise<void> {
    await this.note().catch(() => undefined);
  }
}
