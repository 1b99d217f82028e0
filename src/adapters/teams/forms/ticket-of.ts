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

/**
 * A typed text that has to be known to fill in the form. Of a security-relevant ticket it is shown in a dialog, which is
 * seen by nobody but the person who may read it and is recorded as a reading of theirs (`handlers/form-page`), and never
 * in a card of a conversation (process 10).
 */
export function toBeKnown(context: FormContext, isPrivate: boolean, text: string): string {
  return isHiddenIn(context, isPrivate) ? formWords.underContent : text;
}

/** Whether a form shows nothing that was typed into its ticket (process 10). */
export function isHiddenIn(context: FormContext, isPrivate: boolean): boolean {
  return ticketOf(context).securityRelevant && !isPrivate;
}

/** A typed text as a check page of the ticket repeats it: not at all where the ticket is security-relevant (process 10). */
export function repeated(context: FormContext, text: string): string {
  return ticketOf(context).securityRelevant ? formWords.notRepeated : text;
}
