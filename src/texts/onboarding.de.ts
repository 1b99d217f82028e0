import type {
  EvidenceKind,
  Onboarding,
  OnboardingItem,
  OnboardingStep,
} from '../domain/organisation/installation';
import { progressOf } from '../domain/organisation/onboarding/onboarding';
import type { OnboardingRefusal } from '../domain/organisation/onboarding/onboarding-refusal';
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

/** Why an onboarding does not begin or go on so, in one sentence. */
export function onboardingRefusalText(refusal: OnboardingRefusal, view: View): string {
  switch (refusal.code) {
    case 'moduleRetired':
      return `Das Modul ${view.module(refusal.module)} wird nicht mehr gepflegt; dafür beginnt kein Onboarding.`;
    case 'notOfCompany':
      return `${view.person(refusal.person)} gehört nicht zu ${view.organisation(refusal.organisation)}.`;
    case 'onboardingUnderWay':
      return `Dieses Onboarding läuft schon, seit ${view.time(refusal.onboarding.startedAt)}.`;
    case 'onboardingOver':
      return overText(refusal.onboarding, view);
    case 'stepDone':
      return `„${stepTitle(refusal.step)}“ hat ${view.person(refusal.done.by)} bereits erledigt (${view.time(refusal.done.at)}).`;
    case 'stepNotDone':
      return `„${stepTitle(refusal.step)}“ ist noch offen.`;
    case 'evidenceMissing':
      return evidenceMissingTexts[refusal.evidence];
    case 'signOffTooEarly':
      return `Freigegeben wird erst, wenn alle Pflichtpunkte erledigt sind. Es fehlen: ${refusal.missing.map(stepTitle).join('; ')}.`;
    case 'reasonMissing':
      return 'Bitte geben Sie den Grund an.';
  }
}

const evidenceMissingTexts: Readonly<Record<EvidenceKind, string>> = {
  link: 'Bitte geben Sie als Nachweis eine Adresse an, die mit https:// beginnt, ohne Kennwort darin.',
  trialTicket: 'Bitte geben Sie als Nachweis die Nummer des Probetickets an.',
};

function overText({ outcome }: Onboarding, view: View): string {
  return outcome?.kind === 'cancelled'
    ? `Dieses Onboarding hat ${view.person(outcome.by)} abgebrochen (${view.time(outcome.at)}).`
    : 'Dieses Onboarding ist abgeschlossen.';
}
