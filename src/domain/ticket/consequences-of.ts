import type { Installation, ModuleId } from '../organisation/installation';
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
