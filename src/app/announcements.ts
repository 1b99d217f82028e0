import { dispatch } from '../domain/ticket/access';
import { type FaultReported, ticketOpenedBy } from '../domain/ticket/actions/report-fault';
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
  if (event.type === 'faultReported')
    return [...saidBecauseOf(event, ticketOpenedBy(event)), ...markedReported(event)];
  if (before === undefined) return [];
  return [...saidBecauseOf(event, before), ...remindersOf(event, before, calendars)];
}

function saidBecauseOf(event: TicketEvent, before: Ticket): readonly Effect[] {
  return mentionsOf(event, before).map(({ place, reason }) => ({ kind: 'mention', place, reason }) as const);
}

/** The report came from a card, which is not part of the ticket. */
function markedReported({ origin, role, operator, by }: FaultReported): readonly Effect[] {
  if (origin === undefined) return [];
  const place: Place = role === 'dispatcher' ? dispatch : { kind: 'organisation', organisation: operator };
  return [{ kind: 'markReported', place, person: by, origin }];
}
