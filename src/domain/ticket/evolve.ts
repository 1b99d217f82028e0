import { defined } from '../../defined';
import { hears } from './access';
import { ticketOpenedBy } from './actions/report-fault';
import type { Change } from './change';
import { actionOf, audienceOf, changeOf, type TicketEvent } from './event-rules';
import type { Ticket } from './ticket';

/**
 * The ticket after the event. Total: `faultReported` opens a ticket; every other event changes the existing one and is
 * ignored if there is none.
 */
export function evolve(ticket: Ticket, event: TicketEvent): Ticket;
export function evolve(ticket: Ticket | undefined, event: TicketEvent): Ticket | undefined;
export function evolve(ticket: Ticket | undefined, event: TicketEvent): Ticket | undefined {
  if (event.type === 'faultReported') return ticketOpenedBy(event);
  if (ticket === undefined) return undefined;
  return applied(marked(ticket, event), changeOf(ticket, event));
}

/** The ticket that a history leads to; a history that does not start with a report is an error. */
export function replay(events: readonly TicketEvent[]): Ticket {
  const ticket = events.reduce<Ticket | undefined>(evolve, undefined);
  if (ticket === undefined) throw new Error("a ticket's history starts with faultReported");
  return ticket;
}

/** Absent and undefined are the same: a key set to undefined by a change is gone afterwards. */
function applied(ticket: Ticket, change: Change): Ticket {
  return defined({ ...ticket, ...change });
}

/** Updates the version, the version that operators' cards show, and who last did the action. */
function marked(ticket: Ticket, event: TicketEvent): Ticket {
  const version = ticket.version + 1;
  if (event.role === 'scheduler') return { ...ticket, version };
  const sharedVersion = hears('operator', audienceOf(event)) ? version : ticket.sharedVersion;
  const action = actionOf(event.type);
  const after = { ...ticket, version, sharedVersion, actedVersion: version };
  if (action === undefined) return after;
  const mark = { by: event.by, role: event.role, at: event.at, version };
  return { ...after, done: { ...ticket.done, [action]: mark } };
}
