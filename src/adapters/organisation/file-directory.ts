import type { Directory } from '../../app/ports/directory';
import { loadOrganisation } from './load-organisation';

/** The directory of the organisation file, read once: an edited file takes effect at the next start. Throws OrganisationFileError. */
export function createFileDirectory(path: string): Directory {
  const installation = loadOrganisation(path);
  return { installation: () => installation };
}
