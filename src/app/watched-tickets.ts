import type { TicketNumber } from '../domain/ticket/ticket';
import { ticketsInBatch } from './handle-found';
import { type FoundTicket, numberOf, type TicketStore } from './ports/ticket-store';

/**
 * Every ticket that is open or still due for a timer, as many in a piece as one handles at a time. By number, so that none is
 * missed or met twice, whatever changes meanwhile.
 */
export async function* watchedTickets(
  tickets: Pick<TicketStore, 'watched'>,
): AsyncGenerator<readonly FoundTicket[]> {
  let after: TicketNumber | undefined;
  for (;;) {
    const found = await tickets.watched(after, ticketsInBatch);
    if (found.length > 0) yield found;
    const last = found.at(-1);
    if (last === undefined || found.length < ticketsInBatch) return;
    after = numberOf(last);
  }
}
