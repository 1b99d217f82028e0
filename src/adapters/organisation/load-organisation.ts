import { readFileSync } from 'node:fs';
import type { Installation } from '../../domain/organisation/installation';
import { OrganisationFileError } from './organisation-file-error';
import { readOrganisation } from './read-organisation';

/** Reads and checks the organisation file at the path. Throws OrganisationFileError, also if there is no such file. */
export function loadOrganisation(path: string): Installation {
  return readOrganisation(organisationText(path), path);
}

/** The text of the organisation file at the path. Throws OrganisationFileError if there is none, or it is not in UTF-8. */
export function organisationText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new OrganisationFileError(path, [{ path: '', message: `the file cannot be read (${code})` }]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // If it were read anyway, every card would lose the umlauts in names.
    throw new OrganisationFileError(path, [{ path: '', message: 'expected a file in UTF-8' }]);
  }
}
