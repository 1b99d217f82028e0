import type { Instant } from '../domain/instant';
import type { Onboarding, StepOwner } from '../domain/organisation/installation';
import { whatIsMissing } from '../domain/organisation/onboarding/onboarding';
import { dayText, ownerText } from './onboarding-card.de';
import type { View } from './view';

/** 'An der Reihe: Plattform-Maintainer seit Fr 12.06.2026; …', the longest waiting first. */
export function whoIsUpText(onboarding: Onboarding, view: View): string {
  const ofCompany = view.organisation(onboarding.organisation);
  const waiting = new Map<StepOwner, Instant>();
  for (const { by, state } of whatIsMissing(onboarding)) {
    if (state.kind !== 'open') continue;
    waiting.set(by, Math.min(state.since, waiting.get(by) ?? state.since));
  }
  const owners = [...waiting]
    .toSorted(([, one], [, other]) => one - other)
    .map(([by, since]) => `${ownerText(by, ofCompany)} seit ${dayText(since, view)}`);
  return `An der Reihe: ${owners.join('; ')}`;
}
