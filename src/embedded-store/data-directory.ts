import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type StoreKind = 'embedded' | 'mongod';

/** The directory was filled by another kind of store: starting on it would look like an empty database. */
export class DataDirectoryOfOtherKind extends Error {
  constructor(
    readonly directory: string,
    readonly found: string,
    readonly wanted: StoreKind,
  ) {
    super(`the data directory ${directory} belongs to the store of kind "${found}", not "${wanted}"`);
  }
}

/** Another process, or this one, already has the store open. */
export class DataDirectoryInUse extends Error {
  constructor(
    readonly directory: string,
    readonly processId: number,
  ) {
    super(`the data directory ${directory} is in use by process ${processId}; one process owns it`);
  }
}

/** The directory cannot be created, read or written to. */
export class DataDirectoryUnusable extends Error {
  constructor(
    readonly directory: string,
    cause: unknown,
  ) {
    super(`the data directory ${directory} cannot be used (${String(codeOf(cause))})`, { cause });
  }
}

/** The code of a system error, which in tests may come from another realm and not be an `Error` of this one. */
const codeOf = (error: unknown): unknown => (Object(error) as { readonly code?: unknown }).code;

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
 * Records which kind of store fills the directory, and refuses a directory filled by another kind or unusable. The
 * returned function removes the record if this call made it, for a store that then fails to start.
 */
export async function claimDataDirectory(directory: string, kind: StoreKind): Promise<() => Promise<void>> {
  const file = path.join(directory, 'store-kind');
  const found = await recordKind(file, kind).catch((error: unknown) => {
    throw new DataDirectoryUnusable(directory, error);
  });
  if (found === undefined) return () => rm(file, { force: true });
  if (found !== kind) throw new DataDirectoryOfOtherKind(directory, found, kind);
  return () => Promise.resolve();
}

/** Undefined if the record was made now, otherwise what it already says. */
async function recordKind(file: string, kind: StoreKind): Promise<string | undefined> {
  await mkdir(path.dirname(file), { recursive: true });
  if (await createOnce(file, `${kind}\n`)) return undefined;
  return (await readFile(file, 'utf8')).trim();
}

/**
 * When the process began, in kernel ticks, because a later process may get the same id. Empty without /proc, and for a
 * process that has ended but has not been reaped by its parent, as after a kill.
 */
async function beginningOf(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '');
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
  /** The process that took it is still running, and is not a later one with the same id. */
  readonly lives: boolean;
  /** The address of its store, once it answers. */
  readonly address?: string;
}

async function readLock(file: string): Promise<Lock> {
  const [holder = '', address = ''] = (await readFile(file, 'utf8')).split('\n');
  const [processId = '0', beginning = ''] = holder.trim().split(' ');
  const owner = Number(processId);
  const lives = isAlive(owner) && beginning === (await beginningOf(owner));
  return { owner, lives, ...(address === '' ? {} : { address }) };
}

/** Writes the address of this process's store into the lock, for others that want to read while it runs. */
export async function publishAddress(directory: string, address: string): Promise<void> {
  await appendFile(path.join(directory, 'store-lock'), `${address}\n`);
}

/** The address of the store that owns the directory; undefined if none is running on it. */
export async function runningStore(directory: string): Promise<string | undefined> {
  try {
    const { lives, address } = await readLock(path.join(directory, 'store-lock'));
    return lives ? address : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether a store has already filled the directory. */
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
