import { evolveRecords, type OrganisationEvent } from '../changes';
import { maintainerTasksOfChange } from '../maintainer-access';
import { installationOf, type OrganisationRecords } from '../records';
import type { RecordsContext } from './action';

/** What the platform maintainer has to take from those who maintain a module no more by this event (process 7). */
export function takenByChange(
  event: OrganisationEvent,
  records: OrganisationRecords,
  { recorded, now }: Pick<RecordsContext, 'recorded' | 'now'>,
): readonly OrganisationEvent[] {
  return maintainerTasksOfChange(recorded, installationOf(recorded, evolveRecords(records, event)), now);
}
