import type { TicketNumber } from '../domain/ticket/ticket';
import { allDone } from './all-done';
import {
  type FoundTicket,
  isReadable,
  numberOf,
  type TicketRecord,
  type UnreadableTicket,
} from './ports/ticket-store';

/**
 * How many tickets are read in one piece, and how many of them are handled at once: few enough that a command in between
 * waits for a small piece of a burst only, enough that they share their waits for the disk.
 */
export const ticketsInBatch = 20;
export const ticketsAtOnce = 5;

export interface Handling<Result, Found extends FoundTicket = FoundTicket> {
  readonly handle: (record: Found & TicketRecord) => Promise<Result>;
  /** What becomes of a ticket that cannot be read or handled. */
  readonly keepBack: (ticket: TicketNumber, error: unknown) => Promise<void> | void;
  /** Whether it was the store that failed, so that nothing is said against the ticket. */
  readonly isStoreFailure: (error: unknown) => boolean;
}

/**
 * Handles each ticket found, a few at a time; one that cannot be read or handled is kept back by itself and holds up no
 * other, its result is undefined. Throws what the store failed with, and begins no further ticket.
 */
export async function handleFound<Result, Found extends FoundTicket>(
  found: readonly Found[],
  handling: Handling<Result, Found>,
): Promise<readonly (Result | undefined)[]> {
  const results: (Result | undefined)[] = [];
  for (let from = 0; from < found.length; from += ticketsAtOnce) {
    const portion = found.slice(from, from + ticketsAtOnce);
    results.push(...(await allDone(portion.map((each) => handleOne(each, handling)))));
    await nextTurn();
  }
  return results;
}

async function handleOne<Result, Found extends FoundTicket>(
  found: Found,
  { handle, keepBack, isStoreFailure }: Handling<Result, Found>,
): Promise<Result | undefined> {
  try {
    if (isReadable(found)) return await handle(found);
    throw (found as UnreadableTicket).unreadable;
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    await keepBack(numberOf(found), error);
    return undefined;
  }
}

/** What is stored and told of why a ticket was kept back: the kind of error alone, since its message may quote the ticket. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

/** Whatever has arrived meanwhile comes first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
