import type { Installation } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { placesReading } from '../domain/ticket/access';
import type { Ticket } from '../domain/ticket/ticket';
import type { CardSubject } from './messages/card-subject';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import { placesOfSubject, type RecordSubject } from './messages/record-card';

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

/** Where the record's card stands now, with the place it is for: places that share a conversation share the card. */
export function lanesOfSubject(
  installation: Installation,
  of: RecordSubject,
): readonly { readonly place: Place; readonly lane: Lane }[] {
  const reached = placesOfSubject(of).flatMap((place) =>
    lanesOf(installation, place).map((lane) => ({ place, lane })),
  );
  return [...new Map(reached.map((each) => [laneKey(each.lane), each])).values()];
}

/** Whether the record's card stands in the lane now. */
export function isShownIn(installation: Installation, of: RecordSubject, key: string): boolean {
  return lanesOfSubject(installation, of).some(({ lane }) => laneKey(lane) === key);
}
