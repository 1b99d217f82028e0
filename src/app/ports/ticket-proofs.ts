import type { TicketNumber } from '../../domain/ticket/ticket';

/**
 * What a card carries beside its ticket's number, so that a number which was given out twice, because the data were put
 * back to an earlier state, never opens the other ticket.
 */
export interface TicketProofs {
  /** A new one for the ticket of this number; nobody can guess it. */
  make(number: TicketNumber): string;
  /** Whether it was made for this number on these data, even if the ticket itself is lost. */
  isGenuine(number: TicketNumber, proof: string): boolean;
}
