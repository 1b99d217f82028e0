import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataDirectoryOfOtherKind, usingDirectory } from './directory-errors';
import { createOnce, makePrivate, makePrivateDirectory, replaceFile } from './private-files';

const kinds = ['embedded', 'mongod'] as const;
export type StoreKind = (typeof kinds)[number];

/** What the stores, and Teams on this machine, keep in the directory; anything else there is not ours to change. */
const ours = [
  'store-kind',
  'store-lock',
  'store-secret',
  'store-record',
  'store-room',
  'embedded',
  'mongod',
  'teams',
];

/**
 * Records which kind of store fills the directory, and refuses a directory filled by another kind or unusable. Its
 * contents are taken from everybody but its owner. The returned function removes the record if this call made it, for a
 * store that then fails to start.
 */
export async function claimDataDirectory(directory: string, kind: StoreKind): Promise<() => Promise<void>> {
  const file = path.join(directory, 'store-kind');
  const found = await usingDirectory(directory, async () => {
    await makePrivateDirectory(directory);
    for (const name of ours) await makePrivate(path.join(directory, name));
    return recordKind(file, kind);
  });
  if (found === undefined) return () => rm(file, { force: true });
  if (found !== kind) throw new DataDirectoryOfOtherKind(directory, found, kind);
  return () => Promise.resolve();
}

/** Undefined if the record was made now, otherwise what it already says. */
async function recordKind(file: string, kind: StoreKind): Promise<string | undefined> {
  if (await createOnce(file, `${kind}\n`)) return undefined;
  const found = (await readFile(file, 'utf8')).trim();
  if (found !== '') return found;
  // Emptied, as by a power cut: the folder that a store filled tells its kind.
  const filled = await filledFolder(path.dirname(file));
  await replaceFile(file, `${filled ?? kind}\n`);
  return filled ?? kind;
}

async function filledFolder(directory: string): Promise<StoreKind | undefined> {
  for (const kind of kinds) {
    const there = await stat(path.join(directory, kind)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (there) return kind;
  }
  return undefined;
}

/** Whether a store has already filled the directory. */
export async function isFilled(directory: string): Promise<boolean> {
  return readFile(path.join(directory, 'store-kind')).then(
    () => true,
    () => false,
  );
}
