import { tmpdir } from 'node:os';
import { randomUUID } from 'node:crypto';
import { chmod, link, lstat, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** For its owner alone: the files hold what people reported, and the secret of the store. */
const privateDirectory = 0o700;
const privateFile = 0o600;

/** The code of a system error, which in tests may come from another realm and not be an `Error` of this one. */
export const codeOf = (error: unknown): unknown => (Object(error) as { readonly code?: unknown }).code;

/** Writes a file beside its place, for its owner alone and down to the disk; returns its path. */
async function writeBeside(file: string, text: string): Promise<string> {
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = await open(beside, 'wx', privateFile);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return beside;
}

/** Creates the file whole, or not at all: nobody ever reads half of it. False if there is one already. */
export async function createOnce(file: string, text: string): Promise<boolean> {
  const beside = await writeBeside(file, text);
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Replaces the file as a whole: after a kill or on a full disk, the old one or the new one is there. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = await writeBeside(file, text);
  try {
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Makes the directory, and takes an existing one from everybody but its owner; what lies in it stays as it is. The
 * directory of everybody's temporary files is refused (EPERM): others could not work any more.
 */
export async function makePrivateDirectory(
  directory: string,
  everybodys: readonly string[] = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm', '/'],
): Promise<void> {
  await mkdir(directory, { recursive: true, mode: privateDirectory });
  if (everybodys.includes(await realpath(directory)))
    throw Object.assign(new Error('a directory that everybody shares'), { code: 'EPERM' });
  const { mode } = await stat(directory);
  if ((mode & 0o7077) !== 0) await chmod(directory, privateDirectory);
}

/** Takes a file, or a directory with all that lies in it, from everybody but its owner; links are left alone. */
export async function makePrivate(file: string): Promise<void> {
  const found = await lstat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined || found.isSymbolicLink()) return;
  const open = (found.mode & 0o077) !== 0;
  if (!found.isDirectory()) {
    if (open) await chmod(file, privateFile);
    return;
  }
  if (open) await chmod(file, privateDirectory);
  for (const name of await readdir(file)) await makePrivate(path.join(file, name));
}
