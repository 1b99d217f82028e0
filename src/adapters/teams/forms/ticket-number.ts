import { type TicketNumber, ticketNumber } from '../../../domain/ticket/ticket';
import { leadingTicket } from '../chat/parse-chat-command';
import type { Field } from './field';

const maxLength = 'SP-2026-0000000000'.length;

/** A field for the number of another ticket. */
export function ticketNumberField(
  id: string,
  words: Pick<Field, 'label' | 'placeholder' | 'missing'>,
): Field {
  return { id, kind: 'line', ...words, maxLength };
}

/** The number as it is stored, of one written in any way that the chat understands; undefined for what is none. */
export function ticketNumberIn(text: string): TicketNumber | undefined {
  const { ticket, rest } = leadingTicket(text) ?? {};
  return ticket?.year === undefined || rest !== '' ? undefined : ticketNumber(ticket.year, ticket.sequence);
}
