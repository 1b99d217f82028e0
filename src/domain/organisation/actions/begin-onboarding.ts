import type { OrganisationEvent } from '../changes';
import { maintainersOf } from '../find';
import type { Person } from '../installation';
import { maintainedModules } from '../maintained-modules';
import { concerning, inTheWay } from '../onboarding/active-maintainers';
import { beginOnboarding, isSameOnboarding, isUnderWay, type OnboardingOf } from '../onboarding/onboarding';
import type { ModuleRecord, OrganisationRecords } from '../records';
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

/** Whoever newly is to maintain a module cannot be assigned before they are set up: their onboardings begin in the same change (process 7). */
export function begunByRoles(
  { id, organisation, roles }: Person,
  records: OrganisationRecords,
  beginning: Beginning,
): readonly OrganisationEvent[] {
  const before = records.people.find((person) => person.id === id);
  const known = before?.organisation === organisation ? maintainedModules(before.roles) : [];
  return maintainedModules(roles)
    .filter((module) => !known.includes(module))
    .flatMap((module) => begunUnlessCovered({ module, organisation, person: id }, records, beginning));
}

/** Likewise the company that a module is given to. */
export function begunByModule(
  { id: module, maintainer: organisation }: ModuleRecord,
  records: OrganisationRecords,
  beginning: Beginning,
): readonly OrganisationEvent[] {
  const before = records.modules.find(({ id }) => id === module)?.maintainer;
  if (organisation === undefined || organisation === before) return [];
  return begunUnlessCovered({ module, organisation }, records, beginning);
}

/** Nobody goes through it twice: their own is under way or completed, or their company as a whole is being set up. */
function begunUnlessCovered(
  of: OnboardingOf,
  records: OrganisationRecords,
  beginning: Beginning,
): readonly OrganisationEvent[] {
  const isCovered = concerning(records, of).some(
    (each) => isUnderWay(each) || (isSameOnboarding(each, of) && each.outcome?.kind === 'completed'),
  );
  return isCovered ? [] : [onboardingBegun(of, records, beginning)];
}
