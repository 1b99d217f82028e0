import { OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import { StoreUnreachable } from '../adapters/mongo/connect-errors';
import { DataOfOtherVersion } from '../adapters/mongo/data-version';
import { ConfigError, type EnvironmentVariable } from '../config';
import {
  DataDamaged,
  DataDirectoryInUse,
  DataDirectoryOfOtherKind,
  DataDirectoryUnusable,
} from '../embedded-store/directory-errors';

/**
 * What the person at the console can fix: the variable and what is expected of it. Undefined for everything else, which
 * is our own bug and deserves its stack.
 */
export function startErrorText(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof OrganisationFileError)
    return about('ORGANISATION_FILE', 'the path of a file that can be used', error);
  if (error instanceof DataDirectoryUnusable)
    return about('DATA_DIR', 'a directory that this user may write to', error);
  if (error instanceof DataDirectoryInUse) return about('DATA_DIR', 'a directory for this bot alone', error);
  if (error instanceof DataDirectoryOfOtherKind)
    return about('DATA_DIR', 'a directory that this kind of store filled, or an empty one', error);
  if (error instanceof DataDamaged) return about('DATA_DIR', 'a directory whose data is whole', error);
  if (error instanceof DataOfOtherVersion) return error.message;
  if (error instanceof StoreUnreachable) return about('MONGODB_URI', error.problem.expected, error);
  return listenErrorText(error);
}

const listenProblems: Readonly<Record<string, readonly [EnvironmentVariable, string]>> = {
  EADDRINUSE: ['PORT', 'a port that is free'],
  EACCES: ['PORT', 'a port that this user may listen on'],
  EADDRNOTAVAIL: ['HOST', 'an address of this machine'],
  ENOTFOUND: ['HOST', 'a host name that is known here'],
};

function listenErrorText(error: unknown): string | undefined {
  const { code, syscall, message } = Object(error) as {
    readonly code?: unknown;
    readonly syscall?: unknown;
    readonly message?: unknown;
  };
  const problem = listenProblems[String(code)];
  if (problem === undefined || (syscall !== 'listen' && syscall !== 'getaddrinfo')) return undefined;
  const [variable, expected] = problem;
  return about(variable, expected, { message: String(message) });
}

function about(
  variable: EnvironmentVariable,
  expected: string,
  { message }: { readonly message: string },
): string {
  return `${variable}: expected ${expected}; ${message}`;
}
