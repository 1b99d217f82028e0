import { defined } from '../../../defined';
import type { Onboarding, OnboardingStep } from '../../../domain/organisation/installation';
import { isDone, isUnderWay, stepOf } from '../../../domain/organisation/onboarding/onboarding';
import { onboardingRefusalText, progressText, stepTitle } from '../../../texts/onboarding.de';
import { onboardingFormTexts, signOffsFallText } from '../../../texts/onboarding-forms.de';
import { recordTexts } from '../../../texts/records.de';
import type { Field } from '../forms/field';
import type { CheckPage } from '../forms/form-definition';
import { onboardingInfo } from './onboarding-info';
import { onboardingMeant, stepsOfTheirs, stepsToTakeBack } from './onboardings-here';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';
import { reasonField } from './text-fields';

/** "Punkt zurücknehmen": a step is not done after all, and no sign-off stands without it (process 7). */
export const untickStepForm: RecordForm = {
  id: 'untickStep',
  action: 'untickItem',
  list: 'onboardings',
  atAnyVersion: true,
  title: () => onboardingFormTexts.untick,
  submitLabel: () => onboardingFormTexts.takeBack,
  blocked: (context) => {
    const onboarding = onboardingMeant(context);
    if (onboarding === undefined) return recordTexts.unknownRecord;
    if (!isUnderWay(onboarding))
      return onboardingRefusalText({ code: 'onboardingOver', onboarding }, context.view);
    return stepsToTakeBack(onboarding, context).length > 0
      ? undefined
      : onboardingFormTexts.nothingToTakeBack;
  },
  fields: (context) => withRoom([stepField(context), reasonField]),
  initialValues: (context) => {
    const onboarding = onboardingMeant(context);
    const [only, ...others] = onboarding === undefined ? [] : stepsToTakeBack(onboarding, context);
    return defined({ step: others.length === 0 ? only?.id : undefined });
  },
  info: (context) => onboardingInfo(onboardingMeant(context), context.view),
  read: ({ of = '' }, { step = '', reason = '' }) => ({
    ok: true,
    command: { type: 'untickItem', onboarding: of, step, reason },
  }),
  check: (context, command): CheckPage => {
    if (command.type !== 'untickItem') throw new Error('the form takes a step back');
    const [event] = context.follows?.events ?? [];
    const before = onboardingMeant(context);
    if (event?.type !== 'onboardingRecorded' || before === undefined)
      throw new Error('the check page needs to know what follows');
    const { view } = context;
    const after = event.onboarding;
    const [who] = onboardingInfo(before, view);
    const step = stepOf(before, command.step);
    const fallen = signOffsFallen(before, after).filter(({ id }) => id !== command.step);
    return {
      intro: onboardingFormTexts.untickIntro,
      lines: [
        ...(who === undefined ? [] : [who]),
        ...(step === undefined ? [] : [{ label: onboardingFormTexts.step, text: stepTitle(step) }]),
        { label: onboardingFormTexts.reason, text: command.reason },
        { label: onboardingFormTexts.progress, text: `${progressText(before)} → ${progressText(after)}` },
      ],
      warnings: fallen.length === 0 ? [] : [signOffsFallText(fallen)],
      similar: [],
    };
  },
};

function stepField(context: RecordFormContext): Field {
  const { view } = context;
  const onboarding = onboardingMeant(context);
  const steps = onboarding === undefined ? [] : stepsToTakeBack(onboarding, context);
  const open = (onboarding === undefined ? [] : stepsOfTheirs(onboarding, context)).filter(
    (step) => !isDone(step),
  );
  return {
    id: 'step',
    kind: 'choice',
    label: onboardingFormTexts.step,
    missing: onboardingFormTexts.stepMissing,
    choices: steps.map((step) => ({ title: stepTitle(step), value: step.id })),
    gone: new Map(open.map((step) => [step.id, onboardingRefusalText({ code: 'stepNotDone', step }, view)])),
  };
}

/** The sign-offs that stand before, and not after. */
function signOffsFallen(before: Onboarding, after: Onboarding): readonly OnboardingStep[] {
  const standing = new Set(after.signOffs.filter(isDone).map(({ id }) => id));
  return before.signOffs.filter((signOff) => isDone(signOff) && !standing.has(signOff.id));
}
