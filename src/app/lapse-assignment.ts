import { evolve } from '../domain/ticket/evolve';
import { decideLapse, lapseOf } from '../domain/ticket/lapsed-assignment';
import type { Ticket } from '../domain/ticket/ticket';
import { nextDue, type NextDueDeps } from './next-due';
import type { Clock } from './ports/clock';
import type { TicketRecord, TicketStore } from './ports/ticket-store';

export interface LapseDeps extends NextDueDeps {
  readonly tickets: Pick<TicketStore, 'append' | 'find'>;
  /** Resolves when all that was recorded before the call is in the directory. */
  readonly refreshDirectory: () => Promise<void>;
  readonly clock: Clock;
}

/**
 * Ends the ticket's assignment if it does not hold (process 3, 7), and returns the ticket as it stands then. Judged by the
 * organisation as read after the ticket, so by none that is older than the one the assignment was decided on. If a command
 * has changed the ticket meanwhile, it is decided anew.
 */
export async function lapse(deps: LapseDeps, found: TicketRecord): Promise<TicketRecord> {
  const { tickets, directory, refreshDirectory, clock } = deps;
  let record = found;
  while (lapseOf(record.ticket, directory.installation()) !== undefined) {
    await refreshDirectory();
    const events = decideLapse(record.ticket, { installation: directory.installation(), now: clock.now() });
    if (events.length === 0) break;
    const changed = events.reduce<Ticket>(evolve, record.ticket);
    const written = await tickets.append(record, changed, events, nextDue(deps, changed));
    const stands = written ?? (await tickets.find(record.ticket.number));
    if (stands === undefined) break;
    record = stands;
  }
  return record;
}
