import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';

/** A page of the open tickets that somebody may read. */
export interface TicketList {
  /** What is overdue first, then what is due today; each by class, priority and age. */
  readonly tickets: readonly Ticket[];
  /** Those of the page that wait for the reader, or for whoever asked. */
  readonly awaited: ReadonlySet<TicketNumber>;
  /** How many of the whole list do. */
  readonly waiting: number;
  /** How many of the whole list are overdue. */
  readonly overdue: number;
  readonly total: number;
}
