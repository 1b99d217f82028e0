import type { OnboardingId } from '../installation';
import { isUnderWay } from '../onboarding/onboarding';
import type { OrganisationActionShape } from './action';
import { recording } from './onboarding-step';

/** An onboarding does not go on (process 7). Whoever could not be assigned before it began cannot be assigned after it. */
export interface CancelOnboarding {
  readonly type: 'cancelOnboarding';
  readonly onboarding: OnboardingId;
  readonly reason: string;
}

export const cancelOnboarding: OrganisationActionShape<CancelOnboarding> = {
  roles: ['processOwner'],
  eventsOf: ({ onboarding: id, reason }, { onboardings }, { actor, now }) =>
    onboardings
      .filter((onboarding) => onboarding.id === id)
      .map((onboarding) =>
        recording({ ...onboarding, outcome: { kind: 'cancelled', at: now, by: actor.id, reason } }),
      ),
  refusal({ onboarding: id, reason }, { records: { onboardings } }) {
    const onboarding = onboardings.find((each) => each.id === id);
    if (onboarding !== undefined && !isUnderWay(onboarding)) return { code: 'onboardingOver', onboarding };
    return reason.trim() === '' ? { code: 'reasonMissing' } : undefined;
  },
};
