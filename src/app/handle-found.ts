import type { TicketNumber } from '../domain/ticket/ticket';
import { allDone } from './all-done';
import { type FoundTicket, isReadable, numberOf, type TicketRecord } from './ports/ticket-store';

export interface Handling<Result> {
  readonly handle: (record: TicketRecord) => Promise<Result>;
  /** What becomes of a ticket that cannot be read or handled. */
  readonly keepBack: (ticket: TicketNumber, error: unknown) => Promise<void> | void;
  /** Whether it was the store that failed, so that nothing is said against the ticket. */
  readonly isStoreFailure: (error: unknown) => boolean;
}

/**
 * Handles each ticket found; one that cannot be read or handled is kept back by itself and holds up no other, its result
 * is undefined. In parallel: a hundred writes wait for the disk no longer than one. Throws what the store failed with.
 */
export function handleFound<Result>(
  found: readonly FoundTicket[],
  { handle, keepBack, isStoreFailure }: Handling<Result>,
): Promise<readonly (Result | undefined)[]> {
  return allDone(
    found.map(async (each) => {
      try {
        if (!isReadable(each)) throw each.unreadable;
        return await handle(each);
      } catch (error) {
        if (isStoreFailure(error)) throw error;
        await keepBack(numberOf(each), error);
        return undefined;
      }
    }),
  );
}
