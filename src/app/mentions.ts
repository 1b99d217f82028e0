import type { Installation, PersonId } from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import { peopleToMention, placeMayRead } from '../domain/ticket/access';
import { isStillToSay, mentionsOf } from '../domain/ticket/event-rules';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket } from '../domain/ticket/ticket';
import type { Effect } from './messages/effect';
import type { Lane } from './messages/lane';
import type { Outcome } from './ports/delivery-store';
import type { Unmentioned } from './ports/messenger';
import type { TicketRecord } from './ports/ticket-store';

/**
 * Who is mentioned because of the event that led to the version, held against the ticket as it stands and against who
 * may act now; undefined if nothing is left to say.
 */
export function mentionedNow(
  { place }: Extract<Effect, { readonly kind: 'mention' }>,
  version: number,
  { ticket, events }: TicketRecord,
  installation: Installation,
): readonly PersonId[] | undefined {
  const event = events[version - 1];
  const before = events.slice(0, version - 1).reduce<Ticket | undefined>(evolve, undefined);
  if (event === undefined || before === undefined || !placeMayRead(place, ticket)) return undefined;
  if (!isStillToSay(event, ticket, installation, place)) return undefined;
  const addressee = mentionsOf(event, before).find((each) => placeKey(each.place) === placeKey(place));
  return addressee && peopleToMention(addressee, installation);
}

/** What came of a post that was to mention people: whom it mentioned, and what the dispatcher should know of the others. */
export function mentionOutcome(
  lane: Lane,
  people: readonly PersonId[],
  { notInRoster, notMentioned = [] }: Unmentioned,
): Outcome {
  // In a private chat nobody has to be mentioned.
  if (lane.kind !== 'channel') return {};
  const among = (others: readonly PersonId[]) => people.filter((person) => others.includes(person));
  const [absent, named] = [among(notInRoster), among(notMentioned)];
  const mentioned = people.filter((person) => !absent.includes(person) && !named.includes(person));
  return { ...(mentioned.length === 0 ? {} : { mentioned }), ...problemOf(absent, named) };
}

function problemOf(absent: readonly PersonId[], named: readonly PersonId[]): Pick<Outcome, 'problem'> {
  if (absent.length > 0) return { problem: { kind: 'notInRoster', people: absent } };
  return named.length === 0 ? {} : { problem: { kind: 'notMentioned', people: named } };
}
