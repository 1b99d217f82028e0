import type { Logger } from '../adapters/logging';
import { doubtSentences } from '../adapters/organisation/doubt-wording';
import { doubtsOf } from '../domain/organisation/doubts';
import type { Installation } from '../domain/organisation/installation';
import type { Instant } from '../domain/instant';
import { localDayAt } from '../domain/reaction/service-day';

/** Says in the log what of an installation is surely wrong, one line each, with ids alone. */
export function warnOfDoubts(
  installation: Installation,
  { now, appTenant, logger }: { readonly now: Instant; readonly appTenant?: string; readonly logger: Logger },
): void {
  const { day } = localDayAt(installation.calendars, now);
  for (const doubt of doubtsOf(installation, day, appTenant)) {
    logger.warn(doubt, doubtSentences[doubt.doubt]);
  }
}
