import type {
  EvidenceKind,
  Onboarding,
  OnboardingItem,
  OnboardingStep,
} from '../domain/organisation/installation';
import { evidenceFor } from '../domain/organisation/onboarding/evidence';
import { whatIsMissing } from '../domain/organisation/onboarding/onboarding';
import { onboardingRefusalText, stepTitle } from './onboarding.de';
import { whoIsUpText } from './onboarding-rows.de';
import type { View } from './view';

/** What the list and the forms of onboardings say (process 7). */
export const onboardingFormTexts = {
  none: 'Zurzeit gibt es hier kein Onboarding.',
  onboarding: 'Onboarding',
  progress: 'Fortschritt',
  whoIsUp: 'An der Reihe',
  begin: 'Onboarding beginnen',
  tick: 'Punkt erledigen',
  untick: 'Punkt zurücknehmen',
  cancel: 'Abbrechen',
  done: 'Erledigt',
  takeBack: 'Zurücknehmen',
  callOff: 'Onboarding abbrechen',
  who: 'Firma oder Person',
  whoMissing: 'Bitte wählen Sie eine Firma oder eine Person.',
  module: 'Modul',
  moduleMissing: 'Bitte wählen Sie ein Modul.',
  beginsByItselfHint:
    'Gibt der Prozessverantwortliche jemandem neu die Rolle Modul-Maintainer oder ein Modul einer anderen Firma, beginnt das Onboarding von selbst. Das gilt auch für alle, die hier nicht zur Wahl stehen.',
  step: 'Punkt',
  stepMissing: 'Bitte wählen Sie einen Punkt.',
  evidence: 'Nachweis',
  evidenceHint:
    'Wo ein Punkt einen Nachweis braucht, steht es bei ihm: eine Adresse mit https:// oder die Nummer des Probetickets. Kennwörter und Schlüssel gehören nicht hierher.',
  noEvidence: 'Dieser Punkt braucht keinen Nachweis. Bitte leeren Sie dieses Feld.',
  reason: 'Grund',
  reasonMissing: 'Bitte geben Sie den Grund an.',
  items: 'Punkte',
  nothingToTakeBack: 'Hier ist nichts erledigt, was Sie zurücknehmen können.',
  beginIntro: 'Bitte prüfen Sie die Angaben. Mit „Onboarding beginnen“ gilt die heutige Checkliste.',
  untickIntro: 'Bitte prüfen Sie die Angaben. Mit „Zurücknehmen“ ist der Punkt wieder offen.',
  cancelIntro: 'Bitte prüfen Sie die Angaben. Ein abgebrochenes Onboarding läuft nicht weiter.',
  cancelKeeps:
    'Was erledigt ist, bleibt festgehalten; niemand wird mehr erinnert. Ein neues Onboarding beginnt von vorn.',
  notHere:
    '„Onboarding“ gibt es im Dispatcher-Kanal, für die Plattform-Maintainer in ihrem Kanal, für die Modul-Maintainer in dem ihres Moduls, und im privaten Chat.',
  notManagedHere:
    'Ein Onboarding beginnen oder abbrechen können Sie im Dispatcher-Kanal und im privaten Chat.',
} as const;

const evidenceNames: Readonly<Record<EvidenceKind, string>> = {
  link: 'Nachweis: Adresse',
  trialTicket: 'Nachweis: Probeticket',
};

/** 'CI-Build grün (Nachweis: Adresse)', 'Als Eclipse-Committer gewählt (freiwillig)'. */
export function stepChoiceText(step: OnboardingItem | OnboardingStep): string {
  const evidence = evidenceFor(step);
  const notes = [
    ...('mandatory' in step && !step.mandatory ? ['freiwillig'] : []),
    ...(evidence === undefined ? [] : [evidenceNames[evidence]]),
  ];
  return notes.length === 0 ? stepTitle(step) : `${stepTitle(step)} (${notes.join(', ')})`;
}

/** To somebody who finds nothing to tick: what their sign-off waits for, or else whose turn it is. */
export function nothingToTickText(onboarding: Onboarding, hasSignOff: boolean, view: View): string {
  const missing = whatIsMissing(onboarding).filter((step) => 'title' in step);
  return hasSignOff && missing.length > 0
    ? onboardingRefusalText({ code: 'signOffTooEarly', missing }, view)
    : `Für Sie ist hier zurzeit nichts zu erledigen. ${whoIsUpText(onboarding, view)}.`;
}

/** What a sign-off that does not stand any more means. */
export function signOffsFallText(signOffs: readonly OnboardingStep[]): string {
  const titles = signOffs.map(stepTitle).join('; ');
  return signOffs.length === 1
    ? `Damit fällt auch weg: ${titles}. Sie wird neu erteilt, wenn alle Pflichtpunkte wieder erledigt sind.`
    : `Damit fallen auch weg: ${titles}. Sie werden neu erteilt, wenn alle Pflichtpunkte wieder erledigt sind.`;
}

/** Until when whoever is set up has to wait. */
export function notBeforeText(who: string, module: string): string {
  return `Bis alle Pflichtpunkte erledigt und beide Freigaben erteilt sind, kann ${who} für ${module} nicht zugewiesen werden.`;
}

/** What calling it off means for whoever is set up: as many of them maintain the module, and can be assigned then. */
export function afterCancelText(
  who: string,
  module: string,
  { of, active }: { readonly of: number; readonly active: number },
): string {
  if (active === 0)
    return `${who} kann für ${module} auch danach nicht zugewiesen werden, bis ein Onboarding abgeschlossen ist.`;
  return active === of
    ? `${who} kann für ${module} danach wieder zugewiesen werden, wie vor dem Onboarding.`
    : `Wer von ${who} schon vor dem Onboarding für ${module} zugewiesen werden konnte, kann es danach wieder; alle anderen erst, wenn ein Onboarding abgeschlossen ist.`;
}

/** 'Wartung A (ganze Firma)'. */
export function wholeCompanyText(company: string): string {
  return `${company} (ganze Firma)`;
}

/** '12 Punkte, 2 Freigaben'. */
export function stepsText({ items, signOffs }: Onboarding): string {
  return `${items.length} Punkte, ${signOffs.length} Freigaben`;
}
