import { isActiveFor, maintainersSetUp } from '../../../domain/organisation/onboarding/active-maintainers';
import { isUnderWay } from '../../../domain/organisation/onboarding/onboarding';
import { onboardingRefusalText } from '../../../texts/onboarding.de';
import { afterCancelText, onboardingFormTexts } from '../../../texts/onboarding-forms.de';
import { setUpText } from '../../../texts/onboarding-card.de';
import { recordTexts } from '../../../texts/records.de';
import { onboardingInfo } from './onboarding-info';
import { onboardingMeant } from './onboardings-here';
import type { RecordForm } from './record-form';
import { reasonField } from './text-fields';

/** "Abbrechen": an onboarding does not go on (process 7). */
export const cancelOnboardingForm: RecordForm = {
  id: 'cancelOnboarding',
  action: 'cancelOnboarding',
  list: 'onboardings',
  title: () => onboardingFormTexts.callOff,
  submitLabel: () => onboardingFormTexts.callOff,
  blocked: (context) => {
    const onboarding = onboardingMeant(context);
    if (onboarding === undefined) return recordTexts.unknownRecord;
    return isUnderWay(onboarding)
      ? undefined
      : onboardingRefusalText({ code: 'onboardingOver', onboarding }, context.view);
  },
  fields: () => [reasonField],
  initialValues: () => ({}),
  info: (context) => onboardingInfo(onboardingMeant(context), context.view),
  read: ({ of = '' }, { reason = '' }) => ({
    ok: true,
    command: { type: 'cancelOnboarding', onboarding: of, reason },
  }),
  check: (context, command) => {
    const { view, follows } = context;
    const onboarding = onboardingMeant(context);
    if (command.type !== 'cancelOnboarding' || onboarding === undefined || follows === undefined)
      throw new Error('the check page needs to know what follows');
    const setUp = maintainersSetUp(follows.after, onboarding);
    const active = setUp.filter(({ id }) => isActiveFor(follows.after, id, onboarding.module));
    return {
      intro: onboardingFormTexts.cancelIntro,
      lines: [
        ...onboardingInfo(onboarding, view),
        { label: onboardingFormTexts.reason, text: command.reason },
      ],
      warnings: [
        afterCancelText(setUpText(onboarding, view), view.module(onboarding.module), {
          of: setUp.length,
          active: active.length,
        }),
        onboardingFormTexts.cancelKeeps,
      ],
      similar: [],
    };
  },
};
