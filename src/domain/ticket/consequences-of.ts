import { daysOfChange } from '../organisation/days-of-change';
import { inForceOn } from '../organisation/in-force';
import type { Installation, ModuleId } from '../organisation/installation';
import type { CalendarDay } from '../service-calendar/civil-date';
import { lapseOf } from './lapsed-assignment';
import type { Ticket, TicketNumber } from './ticket';

/** The open tickets of a module that nobody would be assigned to any more. */
export interface Unassigned {
  readonly module: ModuleId;
  readonly tickets: readonly TicketNumber[];
}

/**
 * Which tickets a change of the organisation would take from their maintainers, by module in the order of the tickets: what a
 * form says before it is sent. What does not hold before it already is no consequence of it.
 */
export function consequencesOf(
  before: Installation,
  after: Installation,
  openTickets: readonly Ticket[],
): readonly Unassigned[] {
  const lost = openTickets.filter(
    (ticket) => lapseOf(ticket, after) !== undefined && lapseOf(ticket, before) === undefined,
  );
  return [...new Set(lost.map(({ module }) => module))].map((module) => ({
    module,
    tickets: lost.filter((ticket) => ticket.module === module).map(({ number }) => number),
  }));
}

/** What a change does on one day. */
export interface ConsequencesOnDay {
  readonly day: CalendarDay;
  readonly unassigned: readonly Unassigned[];
}

/**
 * The same for each day from `today` on, on which something of the change begins or ends by itself; `before` and `after` are
 * not in force on a day yet. A ticket is named on the first day that takes it; days that take none are left out.
 */
export function consequencesByDay(
  before: Installation,
  after: Installation,
  openTickets: readonly Ticket[],
  today: CalendarDay,
): readonly ConsequencesOnDay[] {
  let left = openTickets;
  return daysOfChange(after, today).flatMap((day) => {
    const unassigned = consequencesOf(inForceOn(before, day), inForceOn(after, day), left);
    const taken = new Set(unassigned.flatMap(({ tickets }) => tickets));
    left = left.filter(({ number }) => !taken.has(number));
    return unassigned.length === 0 ? [] : [{ day, unassigned }];
  });
}
