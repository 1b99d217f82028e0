import { inForceAt } from '../domain/organisation/in-force';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';

/** The same organisation, with the roles that people hold now (process 1): a role begins and ends by itself, without a restart. */
export function directoryInForce(directory: Directory, clock: Clock): Directory {
  return { installation: () => inForceAt(directory.installation(), clock.now()) };
}
