import type { Installation, ModuleId, Onboarding, PersonId } from '../installation';
import { isSameOnboarding, isUnderWay, type OnboardingOf } from './onboarding';

/**
 * The onboarding because of which somebody who maintains the module cannot be assigned yet (process 7): one that is under way,
 * their own or their company's, or else the last that began, if it was called off. Undefined of who is active, and so of all
 * who maintained a module before the bot kept onboardings.
 */
export function onboardingInTheWay(
  installation: Pick<Installation, 'people' | 'onboardings'>,
  person: PersonId,
  module: ModuleId,
): Onboarding | undefined {
  const organisation = installation.people.find(({ id }) => id === person)?.organisation;
  if (organisation === undefined) return undefined;
  return inTheWay(concerning(installation, { person, module, organisation }));
}

/** Whether somebody who maintains the module can be assigned. */
export function isActiveFor(
  installation: Pick<Installation, 'people' | 'onboardings'>,
  person: PersonId,
  module: ModuleId,
): boolean {
  return onboardingInTheWay(installation, person, module) === undefined;
}

/** Those of the person, or of the company where none is named, and of their company as a whole. */
export function concerning(
  { onboardings }: Pick<Installation, 'onboardings'>,
  of: OnboardingOf,
): readonly Onboarding[] {
  const { module, organisation } = of;
  return onboardings.filter(
    (each) => isSameOnboarding(each, of) || isSameOnboarding(each, { module, organisation }),
  );
}

/** Of those that concern somebody. */
export function inTheWay(onboardings: readonly Onboarding[]): Onboarding | undefined {
  const underWay = onboardings.find(isUnderWay);
  if (underWay !== undefined) return underWay;
  const last = onboardings.findLast((each) => each.outcome?.kind === 'completed' || each.wasActive !== true);
  return last?.outcome?.kind === 'completed' ? undefined : last;
}
