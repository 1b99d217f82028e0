import type { Installation } from '../domain/organisation/installation';
import { evolve } from '../domain/ticket/evolve';
import { decideLapse } from '../domain/ticket/lapsed-assignment';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { nextDueAt } from '../domain/ticket/timers';
import { handleFound } from './handle-found';
import type { Clock } from './ports/clock';
import type { TicketRecord, TicketStore } from './ports/ticket-store';
import { watchedTickets } from './watched-tickets';

export interface LapseAssignmentsDeps {
  readonly tickets: Pick<TicketStore, 'watched' | 'append' | 'find'>;
  readonly clock: Clock;
  readonly warningPercents: readonly number[];
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Reports a ticket that was left out, because it cannot be read or decided on. */
  readonly leftOut: (what: { readonly ticket: TicketNumber; readonly error: unknown }) => void;
}

/**
 * Ends the assignments of all open tickets that do not hold in this organisation (process 3, 7). Once over all of them and by
 * each process does no harm: where it is recorded, nothing is left to decide. False where it has to end early; throws where
 * the store fails.
 */
export async function lapseAssignments(
  deps: LapseAssignmentsDeps,
  installation: Installation,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  for await (const found of watchedTickets(deps.tickets)) {
    if (!(await mayGoOn())) return false;
    await handleFound(found, {
      handle: (record) => lapse(deps, record, installation),
      keepBack: (ticket, error) => deps.leftOut({ ticket, error }),
      isStoreFailure: deps.isStoreFailure,
    });
  }
  return true;
}

/** If a command has changed the ticket meanwhile, it is decided anew. */
async function lapse(
  { tickets, clock, warningPercents }: LapseAssignmentsDeps,
  found: TicketRecord,
  installation: Installation,
): Promise<void> {
  const { calendars } = installation;
  let record: TicketRecord | undefined = found;
  while (record !== undefined) {
    const events = decideLapse(record.ticket, { installation, now: clock.now() });
    if (events.length === 0) return;
    const changed = events.reduce<Ticket>(evolve, record.ticket);
    const nextDue = nextDueAt(changed, { calendars, warningPercents });
    if ((await tickets.append(record, changed, events, nextDue)) !== undefined) return;
    record = await tickets.find(record.ticket.number);
  }
}
