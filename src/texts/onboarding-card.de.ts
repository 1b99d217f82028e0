import type { Instant } from '../domain/instant';
import type { Onboarding, StepOwner, TakenBack } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import { formatDay } from './german-time';
import { roleNames } from './labels.de';
import { lapseTexts } from './onboarding.de';
import type { View } from './view';

export const onboardingWords = {
  heading: 'Onboarding',
  progress: 'Fortschritt',
  state: 'Stand',
  whoIsUp: 'An der Reihe',
  steps: 'Punkte und Freigaben',
  optional: 'freiwillig',
  notDone: 'nicht erledigt',
  withheld: 'wartet auf die Pflichtpunkte',
  hasEvidence: 'Nachweis liegt vor',
  further: 'Weitere',
} as const;

/** 'Fr 12.06.2026': a day stays true, and an hour helps nobody. */
export function dayText(at: Instant, { installation }: View): string {
  return formatDay(localDayAt(installation.calendars, at).day);
}

/** Who is set up: 'Wartung A', 'Maintainer West (Wartung A)'. */
export function setUpText({ person, organisation }: Onboarding, view: View): string {
  return person === undefined ? view.organisation(organisation) : view.personOf(person, organisation);
}

/** 'läuft seit Fr 12.06.2026', 'abgebrochen am Fr 12.06.2026 von …: Absage'; `short` is how much of a text there is room for. */
export function onboardingState(
  { startedAt, outcome }: Onboarding,
  view: View,
  short: (text: string) => string = (text) => text,
): string {
  switch (outcome?.kind) {
    case undefined:
      return `läuft seit ${dayText(startedAt, view)}`;
    case 'completed':
      return `abgeschlossen am ${dayText(outcome.at, view)}`;
    case 'cancelled':
      return `abgebrochen am ${dayText(outcome.at, view)} von ${short(view.person(outcome.by))}: ${short(outcome.reason)}`;
    case 'lapsed':
      return `beendet am ${dayText(outcome.at, view)}, weil ${lapseTexts[outcome.reason]}`;
  }
}

/** Whose a step is: 'Wartungs-Dispatcher', 'Modul-Maintainer (Wartung A)'. */
export function ownerText(by: StepOwner, organisation: string): string {
  return by === 'maintainer' ? `${roleNames[by]} (${organisation})` : roleNames[by];
}

export const stepTexts = {
  open: (day: string, owner: string) => `offen seit ${day}, ${owner}`,
  done: (day: string, who: string) => `erledigt am ${day} von ${who}`,
  trialTicket: (number: string) => `Probeticket ${number}`,
  since: (owner: string, day: string) => `${owner}, seit ${day}`,
  evidence: (number: number) => `Nachweis zu Punkt ${number}`,
} as const;

/** 'zurückgenommen am Fr 12.06.2026 von …: falsches Modul'. */
export function takenBackText(
  { at, by, reason }: TakenBack,
  view: View,
  short: (text: string) => string,
): string {
  return `zurückgenommen am ${dayText(at, view)} von ${short(view.person(by))}: ${short(reason)}`;
}
