import { formWords } from '../../../texts/form-words.de';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { FormContext } from './form-definition';

/** The ticket of a form that is about one. Throws where there is none: nobody opens such a form without. */
export function ticketOf(context: FormContext): Ticket {
  return recordOf(context).ticket;
}

export function recordOf({ record }: FormContext): TicketRecord {
  if (record === undefined) throw new Error('the form needs its ticket');
  return record;
}

/** A typed text as a check page of the ticket repeats it: not at all where the ticket is security-relevant (process 10). */
export function repeated(context: FormContext, text: string): string {
  return ticketOf(context).securityRelevant ? formWords.notRepeated : text;
}
