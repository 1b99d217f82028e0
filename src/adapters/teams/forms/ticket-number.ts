import { type TicketNumber, ticketNumber } from '../../../domain/ticket/ticket';
import { wholeTicket } from '../chat/leading-ticket';
import type { Field } from './field';

/** As long as a number can be written with "Ticket Nr." and quotation marks around it. */
const maxLength = 40;

/** A field for the number of another ticket. */
export function ticketNumberField(
  id: string,
  words: Pick<Field, 'label' | 'placeholder' | 'missing'>,
): Field {
  return { id, kind: 'line', ...words, maxLength };
}

/** The number as it is stored, of one written in any way that the chat understands; undefined for what is none. */
export function ticketNumberIn(text: string): TicketNumber | undefined {
  const ticket = wholeTicket(text);
  return ticket?.year === undefined ? undefined : ticketNumber(ticket.year, ticket.sequence);
}
