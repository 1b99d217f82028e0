import type { Logger } from '../adapters/logging';
import { isMaintained, peopleWithRole } from '../domain/organisation/find';
import type { Installation } from '../domain/organisation/installation';

/**
 * Says in the log what nobody can do today, because roles of the organisation file begin later or have ended (process 1). No
 * reason not to start: whoever has a role now goes on working.
 */
export function warnOfRoles(installation: Installation, logger: Logger): void {
  if (peopleWithRole(installation, 'dispatcher').length === 0) {
    logger.warn('nobody holds the role dispatcher today');
  }
  for (const { id, maintainer } of installation.modules) {
    if (maintainer !== undefined && !isMaintained(installation, id)) {
      logger.warn({ module: id }, 'nobody holds the role maintainer of this module today');
    }
  }
}
