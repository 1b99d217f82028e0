import type { Instant } from '../domain/instant';
import type { Onboarding, StepOwner } from '../domain/organisation/installation';
import { whatIsMissing } from '../domain/organisation/onboarding/onboarding';
import { localDayAt } from '../domain/reaction/service-day';
import { formatDay } from './german-time';
import { roleNames } from './labels.de';
import type { View } from './view';

/** Who is set up: 'Wartung A', 'Person A (Wartung A)'. */
export function whoIsSetUp({ person, organisation }: Onboarding, view: View): string {
  return person === undefined ? view.organisation(organisation) : view.personOf(person, organisation);
}

/** 'An der Reihe: Plattform-Maintainer seit Fr 12.06.2026; …', the longest waiting first. */
export function whoIsUpText(onboarding: Onboarding, view: View): string {
  const waiting = new Map<StepOwner, Instant>();
  for (const { by, state } of whatIsMissing(onboarding)) {
    if (state.kind !== 'open') continue;
    waiting.set(by, Math.min(state.since, waiting.get(by) ?? state.since));
  }
  const owners = [...waiting]
    .toSorted(([, one], [, other]) => one - other)
    .map(([by, since]) => `${ownerText(by, onboarding, view)} seit ${dayText(since, view)}`);
  return `An der Reihe: ${owners.join('; ')}`;
}

/** 'läuft seit Fr 12.06.2026', 'abgeschlossen am …', 'abgebrochen am … von …: Absage'. */
export function onboardingStateText({ startedAt, outcome }: Onboarding, view: View): string {
  switch (outcome?.kind) {
    case undefined:
      return `läuft seit ${dayText(startedAt, view)}`;
    case 'completed':
      return `abgeschlossen am ${dayText(outcome.at, view)}`;
    case 'cancelled':
      return `abgebrochen am ${dayText(outcome.at, view)} von ${view.person(outcome.by)}: ${outcome.reason}`;
  }
}

function ownerText(by: StepOwner, { organisation }: Onboarding, view: View): string {
  return by === 'maintainer' ? `${roleNames[by]} (${view.organisation(organisation)})` : roleNames[by];
}

function dayText(at: Instant, { installation }: View): string {
  return formatDay(localDayAt(installation.calendars, at).day);
}
