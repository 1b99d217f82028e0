import { defined } from '../../defined';
import { ticketOpenedBy } from './actions/report-fault';
import type { Change } from './change';
import { actionOf, audienceOf, changeOf, type TicketEvent } from './event-rules';
import type { Ticket } from './ticket';

/**
 * The ticket after the event. Total: `faultReported` opens a ticket, every other event changes the one there is
 * and means nothing where there is none.
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

/** Absent and undefined are one: a key that a change sets to undefined is not there afterwards. */
function applied(ticket: Ticket, change: Change): Ticket {
  return defined({ ...ticket, ...change });
}

/** The version after the event, whether operators' cards show it, and who did its action last. */
function marked(ticket: Ticket, event: TicketEvent): Ticket {
  const version = ticket.version + 1;
  if (event.role === 'scheduler') return { ...ticket, version };
  const sharedVersion = audienceOf(event) === 'everybody' ? version : ticket.sharedVersion;
  const action = actionOf(event.type);
  const after = { ...ticket, version, sharedVersion, actedVersion: version };
  if (action === undefined) return after;
  const mark = { by: event.by, role: event.role, at: event.at, version };
  return { ...after, done: { ...ticket.done, [action]: mark } };
}
