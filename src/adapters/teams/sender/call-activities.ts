import type { Activity } from 'botbuilder';
import type { AccessTask, ContractReminder } from '../../../domain/organisation/installation';
import type { OnboardingCall } from '../../../domain/organisation/onboarding/onboarding-calls';
import type { Place } from '../../../domain/organisation/place';
import { endingContracts } from '../../../texts/contract-ends.de';
import { onboardingCallText } from '../../../texts/onboarding-calls.de';
import { accessCallText } from '../../../texts/package-access.de';
import { accessCallSummary, contractEndsSummary, onboardingCallsSummary } from '../../../texts/summaries.de';
import type { View } from '../../../texts/view';
import { renderAccessCallCard } from '../cards/access-call-card';
import { renderContractEndsCard } from '../cards/contract-ends-card';
import { renderOnboardingCallCard } from '../cards/onboarding-call-card';
import { cardMessage } from '../sdk/answers';
import { calledBy, mentionActivity, type Named } from './mention-activity';

/** A sentence about one task, whose card says the rest; of several a card that lists them. */
export function accessCallActivity(
  tasks: readonly AccessTask[],
  named: readonly Named[],
  view: View,
): Partial<Activity> {
  const [single, another] = tasks;
  if (single !== undefined && another === undefined)
    return mentionActivity(accessCallText(single, view), named);
  const card = renderAccessCallCard({ tasks, called: calledBy(named), view });
  return cardMessage(card, accessCallSummary(tasks.length));
}

/** A sentence about one onboarding, whose card says the rest; of several a card that lists them. */
export function onboardingCallActivity(
  { calls, place }: { readonly calls: readonly OnboardingCall[]; readonly place: Place },
  named: readonly Named[],
  view: View,
): Partial<Activity> {
  const [single, another] = calls;
  if (single !== undefined && another === undefined)
    return mentionActivity(onboardingCallText(single, place, view), named);
  const card = renderOnboardingCallCard({ calls, place, called: calledBy(named), view });
  return cardMessage(card, onboardingCallsSummary(calls));
}

export function contractEndsActivity(
  { reminders, place }: { readonly reminders: readonly ContractReminder[]; readonly place: Place },
  named: readonly Named[],
  view: View,
): Partial<Activity> {
  const ends = endingContracts(reminders, view);
  const card = renderContractEndsCard({ ends, place, called: calledBy(named), view });
  return cardMessage(card, contractEndsSummary(ends, view));
}
