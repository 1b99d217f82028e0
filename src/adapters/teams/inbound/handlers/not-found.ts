import { botAnswers } from '../../../../texts/bot-answers.de';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import type { Answer } from '../turn';

/** The same for a ticket that does not exist and for one that the reader may not read. */
export function ticketNotFound(): Answer {
  return notice(botAnswers.ticketNotFound);
}

/** A sentence; a card that was pressed stays as it is. */
export function notice(text: string): Answer {
  return { kind: 'outcome', text };
}

/** A sentence about what was done. */
export function done(text: string): Answer {
  return { kind: 'outcome', text, done: true };
}

/** A sentence about what was said, and is in the ticket now. */
export function saidInTicket(ticket: TicketNumber, text: string): Answer {
  return { kind: 'outcome', text, done: true, saidIn: ticket };
}
