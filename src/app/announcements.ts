import { dispatch } from '../domain/ticket/access';
import { mentionsOf, type TicketEvent } from '../domain/ticket/event-rules';
import type { Place } from '../domain/organisation/place';
import type { CalendarTimeline } from '../domain/reaction/calendar-timeline';
import type { Ticket } from '../domain/ticket/ticket';
import type { Effect } from './messages/effect';
import { remindersOf } from './reminders';

/** What an event tells people in addition to the cards; `before` is the ticket before the change. */
export function announcementsOf(
  event: TicketEvent,
  before: Ticket | undefined,
  calendars: CalendarTimeline,
): readonly Effect[] {
  // The report came from a card, which is not part of the ticket.
  if (event.type === 'faultReported') {
    if (event.origin === undefined) return [];
    const place: Place =
      event.role === 'dispatcher' ? dispatch : { kind: 'organisation', organisation: event.operator };
    return [{ kind: 'markReported', place, person: event.by, origin: event.origin }];
  }
  if (before === undefined) return [];
  return [
    ...mentionsOf(event, before).map(({ place, reason }) => ({ kind: 'mention', place, reason }) as const),
    ...remindersOf(event, before, calendars),
  ];
}
