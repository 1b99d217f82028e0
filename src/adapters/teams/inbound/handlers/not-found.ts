import { botAnswers } from '../../../../texts/bot-answers.de';
import type { Answer } from '../turn';

/** The same for a ticket that does not exist and for one that the reader may not read. */
export function ticketNotFound(): Answer {
  return notice(botAnswers.ticketNotFound);
}

/** A sentence; a card that was pressed stays as it is. */
export function notice(text: string): Answer {
  return { kind: 'outcome', text };
}
