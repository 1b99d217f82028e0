import { isUnderWay, withoutTick } from '../onboarding/onboarding';
import type { OrganisationActionShape } from './action';
import { actsInOnboarding, recording, type StepMeant, stepMeant } from './onboarding-step';

/** A step of an onboarding is not done after all; what was signed off because of it is taken back with it (process 7). */
export interface UntickItem extends StepMeant {
  readonly type: 'untickItem';
  readonly reason: string;
}

export const untickItem: OrganisationActionShape<UntickItem> = {
  roles: ['maintainer', 'dispatcher', 'platformMaintainer', 'processOwner'],
  eventsOf: (command, records, { actor, now }) => {
    const meant = stepMeant(records, command);
    if (meant === undefined) return [];
    const takenBack = { at: now, by: actor.id, reason: command.reason };
    return [recording(withoutTick(meant.onboarding, meant.step.id, takenBack))];
  },
  refusal(command, { records }) {
    const meant = stepMeant(records, command);
    if (meant === undefined) return undefined;
    const { onboarding, step } = meant;
    if (!isUnderWay(onboarding)) return { code: 'onboardingOver', onboarding };
    if (step.state.kind !== 'done') return { code: 'stepNotDone', step };
    return command.reason.trim() === '' ? { code: 'reasonMissing' } : undefined;
  },
  actsIn(command, role, context) {
    const meant = stepMeant(context.records, command);
    return meant !== undefined && actsInOnboarding(context, meant.onboarding, role);
  },
  mayDo: (command, role, { records }) =>
    role === 'processOwner' || stepMeant(records, command)?.step.by === role,
};
