import type {
  EvidenceKind,
  ModuleId,
  Onboarding,
  OnboardingItem,
  OnboardingLapse,
  OnboardingStep,
} from '../domain/organisation/installation';
import { isUnderWay, progressOf, whatIsMissing } from '../domain/organisation/onboarding/onboarding';
import type { OnboardingRefusal } from '../domain/organisation/onboarding/onboarding-refusal';
import type { NotActive } from '../domain/ticket/assignable';
import { roleNames } from './labels.de';
import type { RecordLine } from './record-line';
import type { View } from './view';

/** 'Onboarding: Wartung A, Betriebstagebuch'. */
export function onboardingTitle(onboarding: Onboarding, view: View): string {
  return `Onboarding: ${setUpName(onboarding, view)}, ${view.module(onboarding.module)}`;
}

/** 'Wartung A', or the person alone: 'Maintainer West'. */
export function setUpName({ organisation, person }: Onboarding, view: View): string {
  return person === undefined ? view.organisation(organisation) : view.person(person);
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

/** 'Onboarding 7 von 12', of somebody who is not active. */
export function standingInOnboarding(onboarding: Onboarding): string {
  if (isUnderWay(onboarding)) return `Onboarding ${progressText(onboarding)}`;
  return onboarding.outcome?.kind === 'cancelled' ? 'Onboarding abgebrochen' : 'Onboarding beendet';
}

/** More than these are counted: a sentence on a form stays short. */
const maxNamed = 3;

/** Who cannot be assigned, what is missing and whose it is, in a sentence (process 7). */
export function notActiveText({ person, onboarding }: NotActive, view: View): string {
  const who = `${view.person(person)} ist für ${view.module(onboarding.module)}`;
  if (!isUnderWay(onboarding)) return `${who} nicht aktiv. ${overText(onboarding, view)}`;
  const missing = whatIsMissing(onboarding);
  const points = missing.length === 1 ? 'Es fehlt 1 Punkt' : `Es fehlen ${missing.length} Punkte`;
  return `${who} noch nicht aktiv: ${points}: ${firstOf(missing.map(stepWithOwner))}.`;
}

/** The same of a module that nobody is active for. */
export function nobodyActiveText(module: ModuleId, people: readonly NotActive[], view: View): string {
  const named = people.map(
    ({ person, onboarding }) => `${view.person(person)} (${standingInOnboarding(onboarding)})`,
  );
  return `Für ${view.module(module)} ist noch kein Maintainer aktiv: ${firstOf(named)}.`;
}

function stepWithOwner(step: OnboardingItem | OnboardingStep): string {
  return 'title' in step ? `${step.title} (${roleNames[step.by]})` : stepTitle(step);
}

function firstOf(texts: readonly string[]): string {
  const further = texts.length - maxNamed;
  return [...texts.slice(0, maxNamed), ...(further > 0 ? [`${further} weitere`] : [])].join('; ');
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
    case 'notATrial': {
      const { module, organisation, person } = refusal.of;
      const whose =
        person === undefined ? `jemandem von ${view.organisation(organisation)}` : view.person(person);
      return `Das ist kein freigegebenes Probeticket des Moduls ${view.module(module)}, das ${whose} zugewiesen war. Bitte geben Sie die Nummer eines solchen Tickets an.`;
    }
    case 'signOffTooEarly':
      return `Freigegeben wird erst, wenn alle Pflichtpunkte erledigt sind. Es fehlen: ${firstOf(refusal.missing.map(stepTitle))}.`;
    case 'reasonMissing':
      return 'Bitte geben Sie den Grund an.';
  }
}

const evidenceMissingTexts: Readonly<Record<EvidenceKind, string>> = {
  link: 'Bitte geben Sie als Nachweis eine Adresse an, die mit https:// beginnt und weder Kennwort noch Token oder Schlüssel enthält.',
  trialTicket: 'Bitte geben Sie als Nachweis die Nummer des Probetickets an.',
};

function overText({ outcome }: Onboarding, view: View): string {
  switch (outcome?.kind) {
    case 'cancelled':
      return `Dieses Onboarding hat ${view.person(outcome.by)} abgebrochen (${view.time(outcome.at)}).`;
    case 'lapsed':
      return `Dieses Onboarding ist beendet, weil ${lapseTexts[outcome.reason]} (${view.time(outcome.at)}).`;
    case 'completed':
    case undefined:
      return 'Dieses Onboarding ist abgeschlossen.';
  }
}

/** 'beendet, weil …'. */
export const lapseTexts: Readonly<Record<OnboardingLapse, string>> = {
  personLeft: 'die Person nicht mehr für die Firma tätig ist',
  roleLost: 'die Person nicht mehr Maintainer des Moduls werden soll',
  moduleMoved: 'die Firma das Modul nicht mehr pflegt',
  moduleRetired: 'das Modul nicht mehr gepflegt wird',
  organisationRetired: 'die Firma nicht mehr teilnimmt',
};
