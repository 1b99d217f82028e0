import type { Installation, PersonId } from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import { peopleToMention, placeMayRead } from '../domain/ticket/access';
import { isStillToSay, mentionsOf } from '../domain/ticket/event-rules';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket } from '../domain/ticket/ticket';
import type { Effect } from './messages/effect';
import type { Outcome } from './ports/delivery-store';
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

/** What came of mentioning people of whom some are not in the roster: the dispatcher's card says so. */
export function mentionOutcome(people: readonly PersonId[], notInRoster: readonly PersonId[]): Outcome {
  const missing = people.filter((person) => notInRoster.includes(person));
  const mentioned = people.filter((person) => !notInRoster.includes(person));
  return {
    ...(mentioned.length === 0 ? {} : { mentioned }),
    ...(missing.length === 0 ? {} : { problem: { kind: 'notInRoster', people: missing } }),
  };
}
