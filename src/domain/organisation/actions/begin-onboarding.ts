import type { OrganisationEvent } from '../changes';
import { localDayAt } from '../../reaction/service-day';
import { hasLeftOn, inForceOn } from '../in-force';
import type { ModuleId, Onboarding, Person } from '../installation';
import { maintainedModules } from '../maintained-modules';
import { accessTakenAt } from '../maintainer-access';
import { isActiveFor, maintainersSetUp } from '../onboarding/active-maintainers';
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
  const inForce = inForceOn(recorded, localDayAt(recorded.calendars, now).day);
  const active = maintainersSetUp(inForce, of).filter((each) => isActiveFor(recorded, each.id, module));
  const onboarding = beginOnboarding(
    { id, ...of, ...(active.length > 0 && { activeBefore: active.map((each) => each.id) }) },
    recorded.onboardingChecklist,
    { by: actor.id, at: now },
  );
  return { type: 'onboardingRecorded', onboarding };
}

/**
 * Whoever newly is to maintain a module cannot be assigned before they are set up: their onboardings begin in the same change
 * (process 7). So do those of who had left and comes back, once their access has been taken.
 */
export function begunByRoles(
  person: Person,
  records: OrganisationRecords,
  beginning: Beginning,
): readonly OrganisationEvent[] {
  const { id, organisation, roles } = person;
  if (hasLeft(person, beginning)) return [];
  const before = records.people.find((each) => each.id === id && each.organisation === organisation);
  return maintainedModules(roles)
    .filter((module) => before === undefined || isNew(module, before, beginning))
    .flatMap((module) => begunUnlessCovered({ module, organisation, person: id }, records, beginning));
}

function isNew(module: ModuleId, before: Person, beginning: Beginning): boolean {
  if (!maintainedModules(before.roles).includes(module)) return true;
  return (
    hasLeft(before, beginning) &&
    accessTakenAt(beginning.recorded, { person: before.id, module }) !== undefined
  );
}

function hasLeft(person: Person, { recorded, now }: Beginning): boolean {
  return hasLeftOn(person, localDayAt(recorded.calendars, now).day);
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
  const { module, organisation } = of;
  const isCovered = beginning.recorded.onboardings.some(
    (each) =>
      (isUnderWay(each) && isSameOnboarding(each, { module, organisation })) ||
      (isSameOnboarding(each, of) && (isUnderWay(each) || stillCounts(each, beginning))),
  );
  return isCovered ? [] : [onboardingBegun(of, records, beginning)];
}

/** What somebody was given must not have been taken since. */
function stillCounts({ outcome, person, module }: Onboarding, { recorded }: Beginning): boolean {
  if (outcome?.kind !== 'completed') return false;
  const takenAt = person === undefined ? undefined : accessTakenAt(recorded, { person, module });
  return takenAt === undefined || takenAt < outcome.at;
}
