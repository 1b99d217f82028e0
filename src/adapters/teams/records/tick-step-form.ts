import { defined } from '../../../defined';
import type { OnboardingItem, OnboardingStep } from '../../../domain/organisation/installation';
import { evidenceFor, isEvidence } from '../../../domain/organisation/onboarding/evidence';
import { isUnderWay, stepOf, whatIsMissing } from '../../../domain/organisation/onboarding/onboarding';
import { hint } from '../../../texts/form-words.de';
import { onboardingRefusalText } from '../../../texts/onboarding.de';
import { nothingToTickText, onboardingFormTexts, stepChoiceText } from '../../../texts/onboarding-forms.de';
import { recordTexts } from '../../../texts/records.de';
import type { Field } from '../forms/field';
import { ticketNumberIn } from '../forms/ticket-number';
import { onboardingInfo } from './onboarding-info';
import { onboardingMeant, stepsOfTheirs, stepsToTick } from './onboardings-here';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';
import { evidenceField } from './text-fields';

/** "Punkt erledigen": a step of an onboarding is done, by those whose it is, with what shows it (process 7). */
export const tickStepForm: RecordForm = {
  id: 'tickStep',
  action: 'tickItem',
  list: 'onboardings',
  atAnyVersion: true,
  title: () => onboardingFormTexts.tick,
  submitLabel: () => onboardingFormTexts.done,
  blocked: (context) => {
    const onboarding = onboardingMeant(context);
    if (onboarding === undefined) return recordTexts.unknownRecord;
    const { view } = context;
    if (!isUnderWay(onboarding)) return onboardingRefusalText({ code: 'onboardingOver', onboarding }, view);
    if (stepsToTick(onboarding, context).length > 0) return undefined;
    const waits = stepsOfTheirs(onboarding, context).some(({ state }) => state.kind === 'withheld');
    return nothingToTickText(onboarding, waits, view);
  },
  fields: (context) => {
    const theirs = theirSteps(context);
    const isAsked = theirs.some((step) => evidenceFor(step) !== undefined);
    return withRoom([
      stepField(context),
      ...(isAsked ? [{ ...evidenceField, sometimes: true } as const] : []),
    ]);
  },
  initialValues: (context) => {
    const onboarding = onboardingMeant(context);
    const [only, ...others] = onboarding === undefined ? [] : stepsToTick(onboarding, context);
    return defined({ step: others.length === 0 ? only?.id : undefined });
  },
  info: (context) => [
    ...onboardingInfo(onboardingMeant(context), context.view),
    ...(theirSteps(context).some((step) => evidenceFor(step) !== undefined)
      ? [hint(onboardingFormTexts.evidenceHint)]
      : []),
  ],
  read: (context, { step: id = '', evidence: typed }) => {
    const { of = '', view } = context;
    const onboarding = onboardingMeant(context);
    const step = onboarding && stepOf(onboarding, id);
    const kind = step && evidenceFor(step);
    const number = kind === 'trialTicket' ? ticketNumberIn(typed ?? '') : undefined;
    const evidence = number ?? typed;
    if (kind === undefined && evidence !== undefined)
      return { ok: false, errors: { evidence: onboardingFormTexts.noEvidence } };
    if (kind !== undefined && !isEvidence(kind, evidence ?? '')) {
      const text = onboardingRefusalText({ code: 'evidenceMissing', evidence: kind }, view);
      return { ok: false, errors: { evidence: text } };
    }
    return {
      ok: true,
      command: { type: 'tickItem', onboarding: of, step: id, ...defined({ evidence }) },
    };
  },
};

function theirSteps(context: RecordFormContext): readonly (OnboardingItem | OnboardingStep)[] {
  const onboarding = onboardingMeant(context);
  return onboarding === undefined ? [] : stepsOfTheirs(onboarding, context);
}

/** What somebody else was faster with, or what has to wait, is said where it is chosen. */
function stepField(context: RecordFormContext): Field {
  const { view } = context;
  const onboarding = onboardingMeant(context);
  const steps = onboarding === undefined ? [] : stepsToTick(onboarding, context);
  const missing = onboarding === undefined ? [] : whatIsMissing(onboarding).filter((step) => 'title' in step);
  const gone = theirSteps(context).flatMap((step) => {
    const { id, state } = step;
    if (state.kind === 'open') return [];
    const refusal =
      state.kind === 'done'
        ? ({ code: 'stepDone', step, done: state } as const)
        : ({ code: 'signOffTooEarly', missing } as const);
    return [[id, onboardingRefusalText(refusal, view)] as const];
  });
  return {
    id: 'step',
    kind: 'choice',
    label: onboardingFormTexts.step,
    missing: onboardingFormTexts.stepMissing,
    choices: steps.map((step) => ({ title: stepChoiceText(step), value: step.id })),
    gone: new Map(gone),
  };
}
