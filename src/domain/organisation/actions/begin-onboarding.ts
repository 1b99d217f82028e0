import type { OrganisationEvent } from '../changes';
import { maintainersOf } from '../find';
import { concerning, inTheWay } from '../onboarding/active-maintainers';
import { beginOnboarding, type OnboardingOf } from '../onboarding/onboarding';
import type { OrganisationRecords } from '../records';
import type { RecordsContext } from './action';
import { freeId } from './new-ids';

/** What a decision about an onboarding is based on. */
export type Beginning = Pick<RecordsContext, 'actor' | 'now' | 'recorded'>;

/** The onboarding of a person or company begins, with the checklist as it is now. */
export function onboardingBegun(
  { module, organisation, person }: OnboardingOf,
  { onboardings }: Pick<OrganisationRecords, 'onboardings'>,
  { actor, now, recorded }: Beginning,
): OrganisationEvent {
  const of = { module, organisation, ...(person !== undefined && { person }) };
  const id = freeId(`${person ?? organisation}-${module}`, onboardings);
  const onboarding = beginOnboarding(
    { id, ...of, ...(isActiveAlready(recorded, of) && { wasActive: true }) },
    recorded.onboardingChecklist,
    { by: actor.id, at: now },
  );
  return { type: 'onboardingRecorded', onboarding };
}

/** Whether the person, or anybody of the company, can be assigned without it. */
function isActiveAlready(recorded: Beginning['recorded'], of: OnboardingOf): boolean {
  const { module, organisation, person } = of;
  return (
    inTheWay(concerning(recorded, of)) === undefined &&
    maintainersOf(recorded, module).some(
      (each) => each.organisation === organisation && (person === undefined || each.id === person),
    )
  );
}
