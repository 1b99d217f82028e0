import { actsInOnboarding } from '../../../domain/organisation/actions/onboarding-step';
import { moduleById } from '../../../domain/organisation/find';
import type { Onboarding, Role } from '../../../domain/organisation/installation';
import { isUnderWay, type Step, stepsOf } from '../../../domain/organisation/onboarding/onboarding';
import type { RecordContext, RecordFormContext } from './record-form';

/** The onboardings that whoever asks may read here; nobody's of another company (process 7). */
export function onboardingsHere(context: RecordContext): readonly Onboarding[] {
  const { recorded, onboardings: here } = context;
  const read = here?.read ?? 'all';
  if (read === 'all') return recorded.onboardings;
  if (read === 'own') return recorded.onboardings.filter((each) => isOfTheirs(each, context));
  return recorded.onboardings.filter(
    ({ module, organisation }) =>
      read.includes(module) && moduleById(recorded, module)?.maintainer === organisation,
  );
}

/** The one that a form was opened for. */
export function onboardingMeant(context: RecordFormContext): Onboarding | undefined {
  return onboardingsHere(context).find(({ id }) => id === context.of);
}

/** Whether somebody is among those who are set up by it. */
export function isOfTheirs(
  onboarding: Onboarding,
  { recorded, person: actor, today }: Pick<RecordContext, 'recorded' | 'person' | 'today'>,
): boolean {
  return actsInOnboarding({ recorded, actor, today }, onboarding, 'maintainer');
}

/** The steps that whoever asks may tick now, here. */
export function stepsToTick(onboarding: Onboarding, context: RecordContext): readonly Step[] {
  return isUnderWay(onboarding)
    ? stepsOfTheirs(onboarding, context).filter(({ state }) => state.kind === 'open')
    : [];
}

/** The steps whose tick they may take back now, here. */
export function stepsToTakeBack(onboarding: Onboarding, context: RecordContext): readonly Step[] {
  if (!isUnderWay(onboarding)) return [];
  const steps = rolesIn(onboarding, context).includes('processOwner')
    ? stepsOf(onboarding)
    : stepsOfTheirs(onboarding, context);
  return steps.filter(({ state }) => state.kind === 'done');
}

/** The steps that are theirs, whatever has become of them. */
export function stepsOfTheirs(onboarding: Onboarding, context: RecordContext): readonly Step[] {
  const roles = rolesIn(onboarding, context);
  return stepsOf(onboarding).filter(({ by }) => roles.includes(by));
}

/** In which roles they act on it here. */
function rolesIn(onboarding: Onboarding, context: RecordContext): readonly Role[] {
  const { recorded, person: actor, today, role, onboardings } = context;
  const roles = onboardings?.roles ?? [role];
  return roles.filter((each) => actsInOnboarding({ recorded, actor, today }, onboarding, each));
}
