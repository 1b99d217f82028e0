import type { TicketNumber } from '../domain/ticket/ticket';
import { handleFound } from './handle-found';
import { lapse, type LapseDeps } from './lapse-assignment';
import type { TicketStore } from './ports/ticket-store';
import { watchedTickets } from './watched-tickets';

export interface LapseAssignmentsDeps extends LapseDeps {
  readonly tickets: Pick<TicketStore, 'watched' | 'append' | 'find'>;
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Reports a ticket that was left out, because it cannot be read or decided on. */
  readonly leftOut: (what: { readonly ticket: TicketNumber; readonly error: unknown }) => void;
}

/**
 * Ends the assignments of all open tickets that do not hold (process 3, 7). Once over all of them and by each process does no
 * harm: where it is recorded, nothing is left to decide. False where it has to end early; throws where the store fails.
 */
export async function lapseAssignments(
  deps: LapseAssignmentsDeps,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  for await (const found of watchedTickets(deps.tickets)) {
    if (!(await mayGoOn())) return false;
    await handleFound(found, {
      async handle(record) {
        await lapse(deps, record);
      },
      keepBack: (ticket, error) => deps.leftOut({ ticket, error }),
      isStoreFailure: deps.isStoreFailure,
    });
  }
  return true;
}
