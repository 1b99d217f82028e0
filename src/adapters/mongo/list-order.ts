import { priorities, type Ticket, type TicketNumber } from '../../domain/ticket/ticket';

/**
 * The order of lists among tickets of one urgency as one indexable text: class, priority, and age, that is the receipt,
 * then the number.
 */
export function listOrderOf(ticket: Ticket): string {
  return [
    ticket.faultClass,
    priorities.indexOf(ticket.priority),
    new Date(ticket.receivedAt).toISOString(),
    sortableNumber(ticket.number),
  ].join(' ');
}

/** Four digits are the usual width, not a limit: ticket ten thousand of a year must sort after ticket 9999. */
function sortableNumber(number: TicketNumber): string {
  return number.replace(/(?<!\d)\d+$/, (digits) => digits.padStart(8, '0'));
}
