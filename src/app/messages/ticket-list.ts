import type { Ticket } from '../../domain/ticket/ticket';

/** A page of the open tickets that somebody may read. */
export interface TicketList {
  /** What waits for the reader first, then by deadline, class and priority. */
  readonly tickets: readonly Ticket[];
  /** How many of the whole list wait for the reader. */
  readonly waiting: number;
  readonly total: number;
}
