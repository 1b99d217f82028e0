import type { Onboarding } from '../../../domain/organisation/installation';
import { isUnderWay } from '../../../domain/organisation/onboarding/onboarding';
import { commandNames } from '../../../texts/commands.de';
import { progressText } from '../../../texts/onboarding.de';
import { onboardingFormTexts } from '../../../texts/onboarding-forms.de';
import { onboardingState, setUpText } from '../../../texts/onboarding-card.de';
import { whoIsUpText } from '../../../texts/onboarding-rows.de';
import { recordTexts } from '../../../texts/records.de';
import { onboardingsHere, stepsToTakeBack, stepsToTick } from './onboardings-here';
import type { RecordContext } from './record-form';
import type { RecordListDefinition, RecordRow, RowButton } from './record-list';

/** "Onboarding" (process 7): those that are under way, the longest first, and then what is over, the last first. */
export const onboardingsList: RecordListDefinition = {
  list: 'onboardings',
  title: commandNames.onboarding,
  roles: ['processOwner', 'dispatcher', 'platformMaintainer'],
  at: 'maintainer',
  additions: [{ title: recordTexts.add, form: 'startOnboarding' }],
  none: () => onboardingFormTexts.none,
  rows: (context) => {
    const all = onboardingsHere(context);
    const underWay = all.filter(isUnderWay).toSorted((one, other) => one.startedAt - other.startedAt);
    const over = all
      .flatMap((onboarding) =>
        onboarding.outcome === undefined ? [] : [{ onboarding, at: onboarding.outcome.at }],
      )
      .toSorted((one, other) => other.at - one.at)
      .map(({ onboarding }) => onboarding);
    return [...underWay, ...over].map((each) => rowOf(each, context));
  },
};

function rowOf(onboarding: Onboarding, context: RecordContext): RecordRow {
  const { view } = context;
  return {
    text: `${setUpText(onboarding, view)} – ${view.module(onboarding.module)}`,
    details: [
      `${onboardingFormTexts.progress}: ${progressText(onboarding)}`,
      ...(isUnderWay(onboarding) ? [whoIsUpText(onboarding, view)] : []),
      onboardingState(onboarding, view),
    ],
    buttons: buttonsFor(onboarding, context),
  };
}

/** What whoever asks may do with it. */
function buttonsFor(onboarding: Onboarding, context: RecordContext): readonly RowButton[] {
  const { id: of } = onboarding;
  const { tick, untick, cancel } = onboardingFormTexts;
  const mayCancel = isUnderWay(onboarding) && context.role === 'processOwner';
  return [
    ...(stepsToTick(onboarding, context).length > 0 ? [{ title: tick, form: 'tickStep', of } as const] : []),
    ...(stepsToTakeBack(onboarding, context).length > 0
      ? [{ title: untick, form: 'untickStep', of } as const]
      : []),
    ...(mayCancel ? [{ title: cancel, form: 'cancelOnboarding', of } as const] : []),
  ];
}
