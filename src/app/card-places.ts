import type { Installation } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { placesReading } from '../domain/ticket/access';
import type { Ticket } from '../domain/ticket/ticket';
import type { CardSubject } from './messages/card-subject';
import { laneKey, lanesOf } from './messages/lane';

/** The places that have the ticket's card of this subject: who reads it (process 1), or the operators told of its release (process 6). */
export function placesWithCard(subject: CardSubject, ticket: Ticket): readonly Place[] {
  if (subject === 'ticket') return placesReading(ticket);
  const notices = ticket.release?.notices ?? [];
  return notices.map(({ operator }) => ({ kind: 'organisation', organisation: operator }));
}

/** Whether the place is reached in the lane now. */
export function isReachedIn(installation: Installation, place: Place, key: string): boolean {
  return lanesOf(installation, place).some((lane) => laneKey(lane) === key);
}
