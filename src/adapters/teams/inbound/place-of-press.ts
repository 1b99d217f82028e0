import { createHash } from 'node:crypto';
import { laneKey } from '../../../app/messages/lane';
import type { CardStore } from '../../../app/ports/card-store';
import { hasRole } from '../../../domain/organisation/find';
import type { Person } from '../../../domain/organisation/installation';
import { type OrganisationPlace, type Place, placeKey } from '../../../domain/organisation/place';
import { placesReading } from '../../../domain/ticket/access';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import type { Turn } from './turn';

/**
 * The place in whose name somebody acts on a ticket (process 1): that of the tracked card they pressed; else the one the
 * conversation is; where it is several, the one whose card of that ticket stands there. Undefined in a private chat
 * without such a card.
 */
export async function placeFor(
  cards: CardStore,
  turn: Turn,
  ticket: TicketNumber,
): Promise<Place | undefined> {
  const { places, conversation, person, pressed } = turn;
  const personal = conversation.kind === 'personal';
  // A channel may have been given to somebody else since the card was posted.
  const still = (place: Place | undefined) =>
    personal || places.some((each) => place !== undefined && placeKey(each) === placeKey(place))
      ? place
      : undefined;
  const tracked = still(pressed?.tracked?.place);
  if (tracked !== undefined) return tracked;
  if (places.length === 1) return places[0];
  const key = personal ? laneKey({ kind: 'person', person: person.id }) : `channel:${conversation.id}`;
  return still((await cards.find(ticket, 'ticket', key))?.place) ?? places[0];
}

/** In whose name a fault is reported: in a channel that of a place that may, in a private chat the person's own. */
export function placeForReport({ places, conversation, person }: Turn): Place | undefined {
  if (conversation.kind !== 'personal') {
    return (
      places.find((place) => place.kind === 'organisation') ??
      places.find((place) => place.kind === 'dispatch') ??
      places[0]
    );
  }
  if (hasRole(person, 'operator')) return { kind: 'organisation', organisation: person.organisation };
  if (hasRole(person, 'dispatcher')) return { kind: 'dispatch' };
  return undefined;
}

/**
 * The operator's place whose release notice somebody confirms (process 6): that of the card they pressed, else the one
 * that the conversation is, or in a private chat their own organisation's.
 */
export function placeForNotice({
  places,
  conversation,
  person,
  pressed,
}: Turn): OrganisationPlace | undefined {
  if (conversation.kind !== 'personal') return places.find((place) => place.kind === 'organisation');
  const { tracked } = pressed ?? {};
  if (tracked?.subject === 'notice' && tracked.place.kind === 'organisation') return tracked.place;
  return hasRole(person, 'operator')
    ? { kind: 'organisation', organisation: person.organisation }
    : undefined;
}

/** The place whose view of the ticket fits the person in a private chat; undefined for somebody who may not read it. */
export function placeOfReader(person: Person, ticket: Ticket): Place | undefined {
  return placesReading(ticket).find((place) => belongsTo(person, place));
}

export function belongsTo(person: Person, place: Place): boolean {
  switch (place.kind) {
    case 'dispatch':
      return hasRole(person, 'dispatcher') || hasRole(person, 'processOwner');
    case 'platform':
      return hasRole(person, 'platformMaintainer');
    case 'organisation':
      return hasRole(person, 'operator') && person.organisation === place.organisation;
    case 'module':
      return person.roles.some((grant) => grant.role === 'maintainer' && grant.module === place.module);
  }
}

/** The same press of the same person on the same state is the same command, however often it is delivered. */
export function commandIdOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
