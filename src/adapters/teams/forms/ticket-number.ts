import { type TicketNumber, ticketNumberPattern } from '../../../domain/ticket/ticket';
import type { Field } from './field';

const maxLength = 'SP-2026-0000000000'.length;

/** A field for the number of another ticket. */
export function ticketNumberField(
  id: string,
  words: Pick<Field, 'label' | 'placeholder' | 'missing'>,
): Field {
  return { id, kind: 'line', ...words, maxLength };
}

/** The number as it is stored, of one that was typed in capitals or not; undefined for what is none. */
export function ticketNumberIn(text: string): TicketNumber | undefined {
  const number = text.toUpperCase();
  return ticketNumberPattern.test(number) ? number : undefined;
}
