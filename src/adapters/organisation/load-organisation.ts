import { readFileSync } from 'node:fs';
import type { Installation } from '../../domain/organisation/installation';
import { OrganisationFileError } from './organisation-file-error';
import { readOrganisation } from './read-organisation';

/** Reads and checks the organisation file at the path. Throws OrganisationFileError, also where there is no such file. */
export function loadOrganisation(path: string): Installation {
  return readOrganisation(readText(path), path);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new OrganisationFileError(path, [{ path: '', message: `the file cannot be read (${code})` }]);
  }
}
