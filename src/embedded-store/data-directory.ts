import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type StoreKind = 'embedded' | 'mongod';

/** The directory was filled by the other kind of store: starting on it would look like an empty database. */
export class DataDirectoryOfOtherKind extends Error {
  constructor(
    readonly directory: string,
    readonly found: string,
    readonly wanted: StoreKind,
  ) {
    super(`the data directory ${directory} belongs to the store of kind "${found}", not "${wanted}"`);
  }
}

/** Another process, or this one, has the store open already. */
export class DataDirectoryInUse extends Error {
  constructor(
    readonly directory: string,
    readonly processId: number,
  ) {
    super(`the data directory ${directory} is in use by process ${processId}; one process owns it`);
  }
}

/** The code of a system error, which under test may come from another realm and be no `Error` of this one. */
const codeOf = (error: unknown): unknown => (Object(error) as { code?: unknown }).code;

async function createOnce(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Records which kind of store fills the directory and refuses one that another kind has filled. The function returned
 * takes the record back where this call made it, for a store that then does not start.
 */
export async function claimDataDirectory(directory: string, kind: StoreKind): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, 'store-kind');
  if (await createOnce(file, `${kind}\n`)) return () => rm(file, { force: true });
  const found = (await readFile(file, 'utf8')).trim();
  if (found !== kind) throw new DataDirectoryOfOtherKind(directory, found, kind);
  return () => Promise.resolve();
}

/** When the process began, in kernel ticks: a later process may get the same number. Empty where there is no /proc. */
async function beginningOf(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

interface Lock {
  readonly owner: number;
  /** The process that took it is still there, and not another one of its number. */
  readonly lives: boolean;
  /** Where its store answers, once it does. */
  readonly address?: string;
}

async function readLock(file: string): Promise<Lock> {
  const [holder = '', address = ''] = (await readFile(file, 'utf8')).split('\n');
  const [processId = '0', beginning = ''] = holder.trim().split(' ');
  const owner = Number(processId);
  const lives = isAlive(owner) && beginning === (await beginningOf(owner));
  return { owner, lives, ...(address === '' ? {} : { address }) };
}

/** Writes into the lock where the store of this process answers, for others that want to read while it runs. */
export async function publishAddress(directory: string, address: string): Promise<void> {
  await appendFile(path.join(directory, 'store-lock'), `${address}\n`);
}

/** Where the store that owns the directory answers; undefined where none runs on it. */
export async function runningStore(directory: string): Promise<string | undefined> {
  try {
    const { lives, address } = await readLock(path.join(directory, 'store-lock'));
    return lives ? address : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether a store has filled the directory before. */
export async function isFilled(directory: string): Promise<boolean> {
  return readFile(path.join(directory, 'store-kind')).then(
    () => true,
    () => false,
  );
}

/** Takes the directory for this process until the returned function is called; a lock left by a killed process is replaced. */
export async function lockDataDirectory(directory: string): Promise<() => Promise<void>> {
  const file = path.join(directory, 'store-lock');
  const mine = `${process.pid} ${await beginningOf(process.pid)}\n`;
  if (!(await createOnce(file, mine))) {
    const { owner, lives } = await readLock(file);
    if (lives) throw new DataDirectoryInUse(directory, owner);
    await rm(file, { force: true });
    if (!(await createOnce(file, mine))) throw new DataDirectoryInUse(directory, owner);
  }
  return () => rm(file, { force: true });
}
