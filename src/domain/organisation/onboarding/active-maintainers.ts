import { maintainersOf } from '../find';
import type { Installation, ModuleId, Onboarding, Person, PersonId } from '../installation';
import { isUnderWay, type OnboardingOf } from './onboarding';

/**
 * The onboarding because of which somebody who maintains the module cannot be assigned yet (process 7): one that is under way,
 * their own or their company's, or else the last that began, if it was called off. Whoever has completed their own does not
 * go through their company's. Undefined of who is active, and so of all who maintained a module before the bot kept
 * onboardings.
 */
export function onboardingInTheWay(
  installation: Pick<Installation, 'people' | 'onboardings'>,
  person: PersonId,
  module: ModuleId,
): Onboarding | undefined {
  const organisation = installation.people.find(({ id }) => id === person)?.organisation;
  const concerning = installation.onboardings.filter(
    (each) => each.module === module && each.organisation === organisation,
  );
  const own = decisive(
    concerning.filter((each) => each.person === person),
    person,
  );
  if (own !== undefined && (isUnderWay(own) || isCompleted(own))) return isCompleted(own) ? undefined : own;
  const company = decisive(
    concerning.filter((each) => each.person === undefined),
    person,
  );
  if (company !== undefined && isUnderWay(company)) return company;
  const last = concerning.findLast((each) => each === own || each === company);
  return last !== undefined && isCompleted(last) ? undefined : last;
}

/** Calling one off leaves whoever was active before it as they were. */
function decisive(onboardings: readonly Onboarding[], person: PersonId): Onboarding | undefined {
  return (
    onboardings.find(isUnderWay) ??
    onboardings.findLast((each) => isCompleted(each) || !wasActiveBefore(each, person))
  );
}

/** Whether somebody who maintains the module can be assigned. */
export function isActiveFor(
  installation: Pick<Installation, 'people' | 'onboardings'>,
  person: PersonId,
  module: ModuleId,
): boolean {
  return onboardingInTheWay(installation, person, module) === undefined;
}

/** Those who maintain the module and whom the onboarding is about. */
export function maintainersSetUp(
  installation: Installation,
  { module, organisation, person }: OnboardingOf,
): readonly Person[] {
  return maintainersOf(installation, module).filter(
    (each) => each.organisation === organisation && (person === undefined || each.id === person),
  );
}

export function wasActiveBefore({ activeBefore = [] }: Onboarding, person: PersonId): boolean {
  return activeBefore.includes(person);
}

export function isCompleted({ outcome }: Onboarding): boolean {
  return outcome?.kind === 'completed';
}
