import type { Instant } from '../../domain/instant';
import type { TicketNumber } from '../../domain/ticket/ticket';

/**
 * What the bot could not do for a ticket, again and again. Effects: nothing that follows from its latest events is sent.
 * Deadlines: nothing that is due is recorded, although it is still tried.
 */
export type UndoneWork = 'effects' | 'deadlines';

export interface SetAsideTicket {
  readonly number: TicketNumber;
  readonly work: UndoneWork;
  readonly since: Instant;
  readonly tries: number;
  /** The kind of the error, without its message, which may quote what somebody typed. */
  readonly reason: string;
}

/**
 * The tickets whose effects cannot be planned, or whose deadlines cannot be checked: each by itself, since one says nothing
 * about the other. Part of what the store of tickets keeps.
 */
export interface SetAsideTickets {
  /** Counts a failed try and keeps the ticket back until `retryAt`. Returns how many failed so far. */
  failed(number: TicketNumber, retryAt: Instant): Promise<number>;
  /** Takes the mark away without planning anything; the next event marks the ticket again. */
  add(number: TicketNumber, at: Instant, reason: string): Promise<void>;
  /** Counts a failed check of the deadlines of a ticket due by `now` and puts it off to `until`. Returns how many failed in a row. */
  checkFailed(number: TicketNumber, now: Instant, until: Instant): Promise<number>;
  /** Its deadlines cannot be checked; they are tried all the same. False if that was known. */
  addUnchecked(number: TicketNumber, at: Instant, reason: string): Promise<boolean>;
  /** Its deadlines were checked: what failed before is forgotten. So it is where nothing is due any more. */
  checked(number: TicketNumber): Promise<void>;
  /** By number, effects first. */
  list(): Promise<readonly SetAsideTicket[]>;
  /** Tries again, as if it had never failed, whatever could not be done; false if it is not set aside. */
  retry(number: TicketNumber): Promise<boolean>;
  /** The effects set aside are never planned; false if none are. A deadline cannot be dropped. */
  drop(number: TicketNumber): Promise<boolean>;
}
