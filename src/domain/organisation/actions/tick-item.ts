import type { OnboardingItem } from '../installation';
import { evidenceFor, isEvidence } from '../onboarding/evidence';
import { isUnderWay, whatIsMissing, withTick } from '../onboarding/onboarding';
import type { OrganisationActionShape } from './action';
import { actsInOnboarding, recording, type StepMeant, stepMeant } from './onboarding-step';

/** A step of an onboarding is done; the last one completes it (process 7). Several people at once do not overtake each other: what is recorded is made of the onboarding as it is then. */
export interface TickItem extends StepMeant {
  readonly type: 'tickItem';
  /** What shows it, where the item asks for that. */
  readonly evidence?: string;
}

export const tickItem: OrganisationActionShape<TickItem> = {
  roles: ['maintainer', 'dispatcher', 'platformMaintainer', 'processOwner'],
  eventsOf: (command, records, { actor, now }) => {
    const meant = stepMeant(records, command);
    if (meant === undefined) return [];
    const { evidence } = command;
    const isAsked = evidenceFor(meant.step) !== undefined && evidence !== undefined;
    const done = { at: now, by: actor.id, ...(isAsked && { evidence }) };
    return [recording(withTick(meant.onboarding, meant.step.id, done))];
  },
  refusal(command, { records }) {
    const meant = stepMeant(records, command);
    if (meant === undefined) return undefined;
    const { onboarding, step } = meant;
    if (!isUnderWay(onboarding)) return { code: 'onboardingOver', onboarding };
    if (step.state.kind === 'done') return { code: 'stepDone', step, done: step.state };
    if (step.state.kind === 'withheld')
      return { code: 'signOffTooEarly', missing: whatIsMissing(onboarding).filter(isItem) };
    const evidence = evidenceFor(step);
    if (evidence === undefined || isEvidence(evidence, command.evidence ?? '')) return undefined;
    return { code: 'evidenceMissing', evidence };
  },
  actsIn(command, role, context) {
    const meant = stepMeant(context.records, command);
    return meant !== undefined && actsInOnboarding(context, meant.onboarding, role);
  },
  mayDo: (command, role, { records }) => stepMeant(records, command)?.step.by === role,
};

function isItem(step: object): step is OnboardingItem {
  return 'title' in step;
}
