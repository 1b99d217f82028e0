import type { OrganisationChange } from '../domain/organisation/changes';
import { inForceAt } from '../domain/organisation/in-force';
import {
  callsHeardAt,
  type OnboardingCall,
  onboardingCallsOf,
  stillToCall,
} from '../domain/organisation/onboarding/onboarding-calls';
import type { Place } from '../domain/organisation/place';
import type { Addressee } from '../domain/ticket/access';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import { cardOf, changeOf, type DeliverRecordDeps } from './deliver-record';
import { mentionOutcome } from './mentions';
import type { Effect } from './messages/effect';
import type { Lane } from './messages/lane';
import { changesWithBefore } from './organisation-effects';
import type { Outcome } from './ports/delivery-store';

type Calling = Extract<Effect, { readonly kind: 'callToOnboarding' }>;

/** Calls to what still waits there as it did then, and says what is over: of one onboarding in the thread of its card (process 7). */
export async function callToOnboarding(
  deps: DeliverRecordDeps,
  lane: Lane,
  { place, version }: Calling,
): Promise<Outcome> {
  const change = await changeOf(deps, version);
  const now = deps.clock.now();
  const installation = deps.directory.installation();
  const told = callsHeardAt(callsOf(deps, change), place, inForceAt(installation, now));
  const calls = stillToCall(told, deps.recorded.installation());
  const [first, ...others] = calls;
  if (first === undefined) return { nothingSent: true };
  const people = peopleToMention(addresseeOf(calls, place), installation, now);
  const { id } = first.onboarding;
  const isOfOne = others.every(({ onboarding }) => onboarding.id === id);
  const thread = isOfOne ? await cardOf(deps, { kind: 'onboarding', id }, lane) : undefined;
  const post = await deps.messenger.postOnboardingCall(lane, thread, { calls, place }, people);
  return mentionOutcome(lane, people, post);
}

function callsOf(
  { recorded }: DeliverRecordDeps,
  { version }: OrganisationChange,
): readonly OnboardingCall[] {
  const upTo = recorded.changes().slice(0, version);
  return changesWithBefore(upTo, version - 1).flatMap(({ change, before }) =>
    onboardingCallsOf(change, before),
  );
}

/**
 * Those whose steps wait there, and the process owners at the end, as for the steps of maintainers who do not read along; of the
 * maintainers who is set up, where that is only some.
 */
function addresseeOf(calls: readonly OnboardingCall[], place: Place): Addressee {
  if (place.kind === 'module') {
    const people = calls.map(({ onboarding }) => onboarding.person);
    return { place, people: people.includes(undefined) ? [] : people.filter((each) => each !== undefined) };
  }
  const roles = calls.flatMap((call) =>
    call.kind === 'completed'
      ? (['processOwner'] as const)
      : call.steps.map(({ by }) => (by === 'maintainer' ? 'processOwner' : by)),
  );
  return { place, people: [], roles: [...new Set(roles)] };
}
