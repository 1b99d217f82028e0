import type { Directory } from '../../app/ports/directory';
import { loadOrganisation } from './load-organisation';

/** The directory of the organisation file, read once: an edited file counts from the next start. Throws OrganisationFileError. */
export function createFileDirectory(path: string): Directory {
  const installation = loadOrganisation(path);
  return { installation: () => installation };
}
