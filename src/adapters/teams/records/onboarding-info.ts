import type { Onboarding } from '../../../domain/organisation/installation';
import { progressText } from '../../../texts/onboarding.de';
import { onboardingFormTexts } from '../../../texts/onboarding-forms.de';
import { setUpText } from '../../../texts/onboarding-card.de';
import type { View } from '../../../texts/view';
import type { LabelledText } from '../cards/labelled-text';

/** Whose onboarding a form is about, and how far it is. */
export function onboardingInfo(onboarding: Onboarding | undefined, view: View): readonly LabelledText[] {
  if (onboarding === undefined) return [];
  const { onboarding: label, progress } = onboardingFormTexts;
  return [
    { label, text: `${setUpText(onboarding, view)}, ${view.module(onboarding.module)}` },
    { label: progress, text: progressText(onboarding) },
  ];
}
