import { loadOrganisation } from '../../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../../src/config';
import type { Installation } from '../../src/domain/organisation/installation';
import { reachedAt } from '../../src/local-mode/reached-at';
import { strangerKey, teamsOfInstallation } from '../../src/local-mode/teams-of-installation';
import { createTeamsWorld, type TeamsWorld } from '../../src/simulator/connector/teams-world';

/** In every channel of the sample, but in no organisation file. */
export const stranger = strangerKey;

/** The sample organisation of local mode, its channels reached at the service URL. */
export function sampleInstallation(serviceUrl: string): Installation {
  return reachedAt(loadOrganisation(sampleOrganisationFile), serviceUrl);
}

/** Teams as local mode has it for an installation, with a stranger in every channel. */
export function teamsOf(installation: Installation): TeamsWorld {
  return createTeamsWorld(teamsOfInstallation(installation, { strangerEverywhere: true }));
}
