import { presentCycle, priorities, type Ticket, type TicketNumber } from '../../domain/ticket/ticket';

/** Sorts after every deadline, because digits sort before it. */
const afterAllDeadlines = '~';

/**
 * The order of lists as one indexable text: the current reaction deadline while it runs, then class, priority and
 * number.
 */
export function listOrderOf(ticket: Ticket): string {
  const cycle = presentCycle(ticket);
  return [
    cycle.end === undefined ? new Date(cycle.deadline).toISOString() : afterAllDeadlines,
    ticket.faultClass,
    priorities.indexOf(ticket.priority),
    sortableNumber(ticket.number),
  ].join(' ');
}

/** Four digits are the usual width, not a limit: ticket ten thousand of a year must sort after ticket 9999. */
function sortableNumber(number: TicketNumber): string {
  return number.replace(/(?<!\d)\d+$/, (digits) => digits.padStart(8, '0'));
}
