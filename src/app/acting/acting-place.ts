import { hasRole } from '../../domain/organisation/find';
import type { OrganisationId, Person } from '../../domain/organisation/installation';
import { type OrganisationPlace, type Place, placeKey } from '../../domain/organisation/place';
import { belongsTo, placesReading } from '../../domain/ticket/access';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import type { CardStore } from '../ports/card-store';
import { isAlone, type Standpoint } from './standpoint';

/**
 * The place for which somebody acts on a ticket (process 1): that of the tracked card they pressed; otherwise the
 * conversation's; if the conversation has several, the one whose card of that ticket is there. Undefined in a private
 * chat without such a card.
 */
export async function placeFor(
  cards: Pick<CardStore, 'find'>,
  standpoint: Standpoint,
  ticket: TicketNumber,
): Promise<Place | undefined> {
  const { places, laneKey, pressed } = standpoint;
  // The channel may have been reassigned since the card was posted.
  const still = (place: Place | undefined) =>
    isAlone(standpoint) || places.some((each) => place !== undefined && placeKey(each) === placeKey(place))
      ? place
      : undefined;
  const tracked = still(pressed?.tracked?.place);
  if (tracked !== undefined) return tracked;
  if (places.length === 1) return places[0];
  return still((await cards.find(ticket, 'ticket', laneKey))?.place) ?? places[0];
}

/** The place for which a fault is reported: in a channel one of its places that may report, in a private chat the person's own. */
export function placeForReport(standpoint: Standpoint): Place | undefined {
  const { places, person } = standpoint;
  if (!isAlone(standpoint)) {
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
 * The operator's place whose release notice somebody confirms (process 6): that of the card they pressed, otherwise the
 * conversation's or, in a private chat, their own organisation's.
 */
export function placeForNotice(standpoint: Standpoint): OrganisationPlace | undefined {
  const { places, person, pressed } = standpoint;
  if (!isAlone(standpoint)) return places.find((place) => place.kind === 'organisation');
  const { tracked } = pressed ?? {};
  if (tracked?.subject === 'notice' && tracked.place.kind === 'organisation') return tracked.place;
  return hasRole(person, 'operator')
    ? { kind: 'organisation', organisation: person.organisation }
    : undefined;
}

/** The operator whom an answer is for: in a channel the place's, whoever asks, in a private chat the person's (process 1). */
export function operatorHere(standpoint: Standpoint): OrganisationId | undefined {
  const { places, person } = standpoint;
  if (!isAlone(standpoint)) return places.find((place) => place.kind === 'organisation')?.organisation;
  return hasRole(person, 'operator') ? person.organisation : undefined;
}

/** The place whose view of the ticket a person sees in a private chat; undefined if they may not read it. */
export function placeOfReader(person: Person, ticket: Ticket): Place | undefined {
  return placesReading(ticket).find((place) => belongsTo(person, place));
}
