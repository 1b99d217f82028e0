import type { Instant } from '../domain/instant';
import type { Installation, PersonId } from '../domain/organisation/installation';
import { type Place, placeKey } from '../domain/organisation/place';
import { placeMayRead } from '../domain/ticket/access';
import { isUrgent } from '../domain/ticket/dispatcher-call';
import {
  isSaidOnce,
  isStillToSay,
  mentionsOf,
  presentCycleSince,
  settledBy,
} from '../domain/ticket/event-rules';
import { evolve } from '../domain/ticket/evolve';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import { noticeFor } from '../domain/ticket/release/release-notice';
import type { Ticket } from '../domain/ticket/ticket';
import { openingAfter } from './delivery-policy';
import type { CardSubject } from './messages/card-subject';
import type { Effect } from './messages/effect';
import type { Lane } from './messages/lane';
import type { DeliveryStore, Outcome } from './ports/delivery-store';
import type { Unmentioned } from './ports/messenger';
import type { TicketRecord } from './ports/ticket-store';

type Mention = Extract<Effect, { readonly kind: 'mention' }>;

/**
 * Who is mentioned because of the event that led to the version, held against the ticket as it stands and against who
 * may act now; undefined if nothing is left to say.
 */
export function mentionedNow(
  said: Mention,
  version: number,
  { ticket, events }: TicketRecord,
  installation: Installation,
  now: Instant,
): readonly PersonId[] | undefined {
  const { place, reason } = said;
  const event = events[version - 1];
  if (event === undefined || cardToldOf(place, ticket) === undefined) return undefined;
  const before = events.slice(0, version - 1).reduce<Ticket | undefined>(evolve, undefined);
  const standing = before ?? evolve(undefined, event);
  if (standing === undefined || !isStillToSay(event, said, ticket, installation)) return undefined;
  const addressee = mentionsOf(event, standing).find(
    (each) => each.reason === reason && placeKey(each.place) === placeKey(place),
  );
  const people = addressee && peopleToMention(addressee, installation, now);
  return people?.length === 0 && isSaidOnce(reason) ? undefined : people;
}

/** Whether it was said before, or what leaves nothing of it to be said, in the reaction cycle that runs (process 2.3). */
export async function isSettled(
  deliveries: Pick<DeliveryStore, 'wasSaid'>,
  { reason }: Pick<Mention, 'reason'>,
  { ticket, events }: TicketRecord,
): Promise<boolean> {
  const settling = settledBy(reason);
  if (settling === undefined) return false;
  return deliveries.wasSaid(ticket.number, settling, presentCycleSince(events));
}

/**
 * The opening for which a call of the dispatchers waits, and what is said in its stead should it not be made, where the file
 * wants nobody called outside service time (process 3); undefined if it is made at once.
 */
export function callFrom(
  { reason }: Pick<Mention, 'reason'>,
  at: Instant,
  installation: Installation,
  ticket: Ticket,
): Instant | undefined {
  const isInItsStead = settledBy(reason) !== undefined && isUrgent(ticket, installation);
  const waits = !installation.urgentReports.atAnyHour && (isSaidOnce(reason) || isInItsStead);
  return waits ? openingAfter(at, installation.calendars) : undefined;
}

/** In the thread of which card something is said to the place: the ticket's, or, where it may not read that, the release notice's. */
export function cardToldOf(place: Place, ticket: Ticket): CardSubject | undefined {
  if (placeMayRead(place, ticket)) return 'ticket';
  const isOwedNotice = place.kind === 'organisation' && noticeFor(ticket, place.organisation) !== undefined;
  return isOwedNotice ? 'notice' : undefined;
}

/** What came of a post that was to mention people: whom it mentioned, and what the dispatcher should know of the others. */
export function mentionOutcome(
  lane: Lane,
  people: readonly PersonId[],
  { notInRoster, notMentioned = [], passedOver = [] }: Unmentioned,
): Outcome {
  // In a private chat nobody has to be mentioned.
  if (lane.kind !== 'channel') return {};
  const among = (some: readonly PersonId[]) => people.filter((person) => some.includes(person));
  const [absent, named] = [among(notInRoster), among(notMentioned)];
  const others = [...absent, ...named, ...passedOver];
  const mentioned = people.filter((person) => !others.includes(person));
  return { ...(mentioned.length === 0 ? {} : { mentioned }), ...problemOf(absent, named) };
}

function problemOf(absent: readonly PersonId[], named: readonly PersonId[]): Pick<Outcome, 'problem'> {
  if (absent.length > 0) return { problem: { kind: 'notInRoster', people: absent } };
  return named.length === 0 ? {} : { problem: { kind: 'notMentioned', people: named } };
}
