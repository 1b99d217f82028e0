import { getSystemErrorName } from 'node:util';
import { codeOf } from './private-files';

/** The directory was filled by another kind of store: starting on it would look like an empty database. */
export class DataDirectoryOfOtherKind extends Error {
  override readonly name = 'DataDirectoryOfOtherKind';
  constructor(
    readonly directory: string,
    readonly found: string,
    readonly wanted: string,
  ) {
    super(`the data directory ${directory} belongs to the store of kind "${found}", not "${wanted}"`);
  }
}

/** Another process, or this one, already has the store open. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
  constructor(
    readonly directory: string,
    readonly processId: number,
  ) {
    super(`the data directory ${directory} is in use by process ${processId}; one process owns it`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not use it',
  EPERM: 'it belongs to another user, or to everybody',
  EROFS: 'it can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: "this user's share of the disk is full",
  EFBIG: 'a file may not become that large here',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'there is a directory where a file belongs',
  EEXIST: 'there is a file of that name',
  EMFILE: 'too many files are open',
};

/** The directory cannot be created, read or written to. */
export class DataDirectoryUnusable extends Error {
  override readonly name = 'DataDirectoryUnusable';
  constructor(
    readonly directory: string,
    cause: unknown,
  ) {
    const code = systemErrorCode(cause) ?? String(codeOf(cause));
    const reason = reasons[code];
    super(
      `the data directory ${directory} cannot be used (${code})${reason === undefined ? '' : `: ${reason}`}`,
      {
        cause,
      },
    );
  }
}

/** What was stored is not there any more as it was: going on would answer with a part of it. */
export class DataDamaged extends Error {
  override readonly name = 'DataDamaged';
  constructor(
    readonly directory: string,
    /** What was found, without a word of what is stored. */
    readonly reason: string,
  ) {
    super(
      `the data in ${directory} is damaged: ${reason}. Nothing was changed. Put back a copy of the whole directory, ` +
        'or move the directory away to begin with an empty store',
    );
  }
}

/** The name of a system error, which LMDB gives by its number; undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  const code = codeOf(error);
  if (typeof code === 'string') return /^E[A-Z\d]+$/.test(code) ? code : undefined;
  if (typeof code !== 'number' || code <= 0 || code > 200) return undefined;
  return getSystemErrorName(-code);
}

/** Runs what uses the directory, and gives a system error the directory's name. */
export async function usingDirectory<T>(directory: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemErrorCode(error) === undefined ? error : new DataDirectoryUnusable(directory, error);
  }
}
