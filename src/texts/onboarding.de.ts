import type { Onboarding, OnboardingItem, OnboardingStep } from '../domain/organisation/installation';
import { progressOf } from '../domain/organisation/onboarding/onboarding';
import { roleNames } from './labels.de';
import type { RecordLine } from './record-line';
import type { View } from './view';

/** 'Onboarding: Wartung A, Betriebstagebuch'. */
export function onboardingTitle({ organisation, person, module }: Onboarding, view: View): string {
  const who = person === undefined ? view.organisation(organisation) : view.person(person);
  return `Onboarding: ${who}, ${view.module(module)}`;
}

export function onboardingLines(onboarding: Onboarding): readonly RecordLine[] {
  return [{ label: 'Fortschritt', text: progressText(onboarding) }];
}

/** '7 von 12'. */
export function progressText(onboarding: Onboarding): string {
  const { done, of } = progressOf(onboarding);
  return `${done} von ${of}`;
}

/** 'CI-Build grün', 'Freigabe: Wartungs-Dispatcher'. */
export function stepTitle(step: OnboardingItem | OnboardingStep): string {
  return 'title' in step ? step.title : `Freigabe: ${roleNames[step.by]}`;
}
