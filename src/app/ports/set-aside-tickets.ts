import type { Instant } from '../../domain/instant';
import type { TicketNumber } from '../../domain/ticket/ticket';

/** A ticket whose effects could not be planned, again and again: nothing that follows from its latest events is sent. */
export interface SetAsideTicket {
  readonly number: TicketNumber;
  readonly since: Instant;
  readonly tries: number;
  /** The kind of the error, without its message, which may quote what somebody typed. */
  readonly reason: string;
}

/** The tickets whose effects cannot be planned; part of what the store of tickets keeps. */
export interface SetAsideTickets {
  /** Counts a failed try and keeps the ticket back until `retryAt`. Returns how many failed so far. */
  failed(number: TicketNumber, retryAt: Instant): Promise<number>;
  /** Takes the mark away without planning anything; the next event marks the ticket again. */
  add(number: TicketNumber, at: Instant, reason: string): Promise<void>;
  /** By number. */
  list(): Promise<readonly SetAsideTicket[]>;
  /** Marks one that is set aside again, as if it had never failed; false if it is not set aside. */
  retry(number: TicketNumber): Promise<boolean>;
  /** What is set aside is never planned; false if nothing is. */
  drop(number: TicketNumber): Promise<boolean>;
}
