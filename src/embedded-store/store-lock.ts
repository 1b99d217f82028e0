import { createHash, randomUUID } from 'node:crypto';
import { appendFile, link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DataDirectoryInUse, usingDirectory } from './directory-errors';
import { codeOf } from './private-files';

const lockName = 'store-lock';

/**
 * When the process began, in kernel ticks, because a later process may get the same id. Empty without /proc, and for a
 * process that has ended but has not been reaped by its parent, as after a kill.
 */
async function beginningOf(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '');
}

/** Zero and negative numbers would ask for a group of processes. */
function isAlive(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

interface Lock {
  /** Its first line: who took it, and a word that no other lock has. */
  readonly holder: string;
  readonly owner: number;
  /** The process that took it is still running, and is not a later one with the same id. */
  readonly lives: boolean;
  /** The address of its store, once it answers. */
  readonly address?: string;
}

/** Undefined if there is none. One that is empty or says nothing sensible is that of nobody. */
async function readLock(file: string): Promise<Lock | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const [holder = '', address = ''] = text.split('\n');
  const [processId = '0', beginning = ''] = holder.trim().split(' ');
  const owner = Number(processId);
  const lives = isAlive(owner) && beginning === (await beginningOf(owner));
  return { holder, owner, lives, ...(address === '' ? {} : { address }) };
}

/** Writes the address of this process's store into the lock, for others that want to read while it runs. */
export async function publishAddress(directory: string, address: string): Promise<void> {
  await usingDirectory(directory, () => appendFile(path.join(directory, lockName), `${address}\n`));
}

/** The address of the store that owns the directory, with its secret; undefined if none is running on it. */
export async function runningStore(directory: string): Promise<string | undefined> {
  const lock = await usingDirectory(directory, () => readLock(path.join(directory, lockName)));
  return lock?.lives === true ? lock.address : undefined;
}

/** Gives the file another name if nothing has that yet. */
async function linkOnce(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Where those who want to replace this lock meet: only one of them can be the first there. */
const successorOf = (root: string, { holder }: Lock): string =>
  `${root}.after-${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;

/**
 * Replaces a lock whose owner is gone, and those of processes that ended while they were doing the same. False if
 * another process was faster.
 */
async function takeOver(root: string, mine: string, stale: Lock): Promise<boolean> {
  let last = stale;
  while (!(await linkOnce(mine, successorOf(root, last)))) {
    const successor = await readLock(successorOf(root, last));
    if (successor === undefined || successor.lives) return false;
    last = successor;
  }
  // Whoever came first has replaced the lock before leaving the meeting place: then this is an old meeting.
  if ((await readLock(root))?.holder !== stale.holder) {
    await rm(successorOf(root, last), { force: true });
    return false;
  }
  await rename(mine, root);
  const directory = path.dirname(root);
  for (const name of await readdir(directory)) {
    if (name.startsWith(`${lockName}.after-`)) await rm(path.join(directory, name), { force: true });
  }
  return true;
}

/**
 * Takes the directory for this process until the returned function is called; a lock left by a killed process is
 * replaced. Of several that try at once exactly one succeeds, the others throw DataDirectoryInUse.
 */
export async function lockDataDirectory(directory: string): Promise<() => Promise<void>> {
  return usingDirectory(directory, async () => {
    const root = path.join(directory, lockName);
    const holder = `${process.pid} ${await beginningOf(process.pid)} ${randomUUID()}`;
    const mine = `${root}.${randomUUID()}`;
    await writeFile(mine, `${holder}\n`, { flag: 'wx', mode: 0o600 });
    try {
      await take(directory, root, mine);
    } finally {
      await rm(mine, { force: true });
    }
    return async () => {
      if ((await readLock(root))?.holder === holder) await rm(root, { force: true });
    };
  });
}

async function take(directory: string, root: string, mine: string): Promise<void> {
  let meetings = 0;
  while (!(await linkOnce(mine, root))) {
    const lock = await readLock(root);
    if (lock === undefined) continue;
    if (lock.lives) throw new DataDirectoryInUse(directory, lock.owner);
    if (await takeOver(root, mine, lock)) return;
    // The faster one is replacing the lock just now; it takes a few file operations.
    meetings += 1;
    if (meetings > 1_000) throw new DataDirectoryInUse(directory, lock.owner);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
