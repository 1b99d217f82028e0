import { notAmong } from '../same-value';
import type { OrganisationEvent } from '../domain/organisation/changes';
import { type Doubt, doubtsOf } from '../domain/organisation/doubts';
import type { Installation } from '../domain/organisation/installation';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { consequencesByDay, type ConsequencesOnDay } from '../domain/ticket/consequences-of';
import { type Ending, endingsOf } from '../domain/ticket/endings-of';
import type { Ticket } from '../domain/ticket/ticket';
import { isOpen } from '../domain/ticket/ticket-state';
import { isReadable, type TicketStore } from './ports/ticket-store';
import type { RecordedDirectory } from './recorded-directory';
import { watchedTickets } from './watched-tickets';

export interface WhatFollowsDeps {
  readonly tickets: Pick<TicketStore, 'watched'>;
  readonly recorded: RecordedDirectory;
}

/** What a change of the records would do, before it is made. */
export interface WhatFollows {
  readonly events: readonly OrganisationEvent[];
  /** The installation as it would be, whether in force today or not. */
  readonly after: Installation;
  /** The open tickets, but those to practise with, that would lose their maintainer, by the day. */
  readonly days: readonly ConsequencesOnDay[];
  /** What ends by it, and when. */
  readonly endings: readonly Ending[];
  /** What would be surely wrong afterwards and is not yet. */
  readonly doubts: readonly Doubt[];
}

/** Reads all open tickets: it grows with their number, and is asked once for each change. */
export async function whatFollows(
  { tickets, recorded }: WhatFollowsDeps,
  events: readonly OrganisationEvent[],
  today: CalendarDay,
): Promise<WhatFollows> {
  const open: Ticket[] = [];
  for await (const page of watchedTickets(tickets))
    open.push(
      ...page
        .filter(isReadable)
        .flatMap(({ ticket }) => (isOpen(ticket) && ticket.trial !== true ? [ticket] : [])),
    );
  const [before, after] = [recorded.installation(), recorded.after(events)];
  return {
    events,
    after,
    endings: endingsOf(events, before, open),
    days: consequencesByDay(before, after, open, today),
    doubts: notAmong(doubtsOf(after, today), doubtsOf(before, today)),
  };
}
