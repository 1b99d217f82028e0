import { evolveRecords, type OrganisationEvent, recordKey } from '../changes';
import { maintainerTasksOfChange } from '../maintainer-access';
import { lapsedByModule, lapsedByRoles } from '../onboarding/lapsed-onboardings';
import { installationOf, type OrganisationRecords } from '../records';
import type { RecordsContext } from './action';

/**
 * What the events bring with them in the same change for those who maintain a module no more: what the platform maintainer
 * has to take from them, and the end of their onboardings (process 7).
 */
export function takenByChange(
  events: readonly OrganisationEvent[],
  records: OrganisationRecords,
  { recorded, now }: Pick<RecordsContext, 'recorded' | 'now'>,
): readonly OrganisationEvent[] {
  const after = installationOf(recorded, events.reduce(evolveRecords, records));
  const lapsed = events.flatMap((event) => lapsedBy(event, records, now));
  // Somebody may lose the role and their company the module at once.
  const once = new Map(lapsed.toReversed().map((event) => [recordKey(event), event]));
  return [...maintainerTasksOfChange(recorded, after, now), ...[...once.values()].toReversed()];
}

function lapsedBy(event: OrganisationEvent, records: OrganisationRecords, now: RecordsContext['now']) {
  if (event.type === 'personRecorded') return lapsedByRoles(event.person, records, now);
  return event.type === 'moduleRecorded' ? lapsedByModule(event.module, records, now) : [];
}
