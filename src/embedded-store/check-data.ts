import { spawn } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { DataDamaged, usingDirectory } from './directory-errors';
import { type DataRecord, readDataRecord } from './data-record';
import { codeOf } from './private-files';

export interface CheckedFolder {
  /** For the sentence. */
  readonly directory: string;
  /** The LMDB folder. */
  readonly folder: string;
  /** Where it is noted how far the data had come. */
  readonly record: string;
}

/**
 * Reads all that is kept before it is opened for use, and throws DataDamaged if anything is missing or changed. LMDB
 * believes what it reads and may end the process on a damaged file; so another process reads first.
 */
export async function checkData(checked: CheckedFolder): Promise<void> {
  const { directory, folder, record } = checked;
  const known = await readDataRecord(record);
  const head = await usingDirectory(directory, () => headOf(path.join(folder, 'data.mdb')));
  const reason = damageOfHead(head, known);
  if (reason !== undefined) throw new DataDamaged(directory, reason);
  // Readers and locks of processes that are gone; the directory has been taken by this one.
  await usingDirectory(directory, () => rm(path.join(folder, 'lock.mdb'), { force: true }));
  if (head === undefined) return;
  const found = await readInAnotherProcess(checked);
  if (found.damage !== undefined) throw new DataDamaged(directory, found.damage);
  if (known !== undefined && found.lastCommit < known.lastCommit)
    throw new DataDamaged(
      directory,
      `it ends with commit ${found.lastCommit}, but commit ${known.lastCommit} had been stored`,
    );
}

interface Head {
  readonly bytes: number;
  readonly beginning: Buffer;
}

/** Undefined if there is no such file. */
async function headOf(file: string): Promise<Head | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return { bytes: size, beginning: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

/** LMDB's mark, in the first page after the page's own header. */
const mark = { at: 24, is: 0xbeefc0de };

function damageOfHead(head: Head | undefined, known: DataRecord | undefined): string | undefined {
  if (head === undefined || head.bytes === 0) {
    if (head === undefined && known === undefined) return undefined;
    return head === undefined ? 'the data file is missing' : 'the data file is empty';
  }
  const { bytes, beginning } = head;
  if (known !== undefined && bytes < known.bytes)
    return `the data file has ${bytes} bytes, but had ${known.bytes} before`;
  if (beginning.length < mark.at + 4 || beginning.readUInt32LE(mark.at) !== mark.is)
    return 'the data file does not begin as one';
  return undefined;
}

interface Finding {
  readonly damage?: string;
  readonly lastCommit: number;
}

async function readInAnotherProcess({ folder }: CheckedFolder): Promise<Finding> {
  const loader = require.resolve('sucrase/register/ts');
  const child = spawn(
    process.execPath,
    ['--require', loader, path.join(__dirname, 'read-all-data.ts'), folder],
    { stdio: ['ignore', 'pipe', 'ignore'], env: {} },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [said, code] = await Promise.all([text(child.stdout), ended]);
  // LMDB has ended it: what it was reading is not what LMDB wrote.
  if (code !== 0) return { damage: 'the data file cannot be read to its end', lastCommit: 0 };
  return JSON.parse(said) as Finding;
}
