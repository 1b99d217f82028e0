import type { TicketNumber } from '../domain/ticket/ticket';
import type { TicketRecord, TicketStore } from './ports/ticket-store';

export interface FindDeps {
  readonly tickets: Pick<TicketStore, 'find'>;
  /** Whether it was the store that failed, so that nothing is said against the ticket. */
  readonly isStoreFailure: (error: unknown) => boolean;
}

/** For what has to be done without the ticket too. None where it cannot be read; throws what the store failed with. */
export async function findIfReadable(
  { tickets, isStoreFailure }: FindDeps,
  number: TicketNumber,
  unreadable?: (error: unknown) => void,
): Promise<TicketRecord | undefined> {
  try {
    return await tickets.find(number);
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    unreadable?.(error);
    return undefined;
  }
}
