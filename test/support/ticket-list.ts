import type { TicketList } from '../../src/app/messages/ticket-list';
import type { Ticket } from '../../src/domain/ticket/ticket';

/** A page of a list, its tickets numbered from 1; the first `waiting` of them wait for the reader. */
export function ticketList(
  given: readonly Ticket[],
  { waiting = 0, overdue = 0, total = given.length }: Partial<Omit<TicketList, 'tickets' | 'awaited'>> = {},
): TicketList {
  const tickets = given.map((ticket, index) => ({
    ...ticket,
    number: `SP-2026-${String(index + 1).padStart(4, '0')}`,
  }));
  const awaited = new Set(tickets.slice(0, waiting).map(({ number }) => number));
  return { tickets, awaited, waiting, overdue, total };
}
