import { alreadyDone } from '../../../domain/ticket/deciding';
import type { DoneMark } from '../../../domain/ticket/ticket';
import { refusalText } from '../../../texts/refusals.de';
import { actionOfForm, type Step } from '../cards/payload';
import type { FormContext } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Bereits erledigt von …", at a choice that somebody else has made since it was offered (process 3). */
export function doneBy(context: FormContext, step: Step, done: Pick<DoneMark, 'by' | 'at'>): string {
  const ticket = ticketOf(context);
  const refusal = { ...alreadyDone(ticket, done), action: actionOfForm(step) };
  return refusalText(refusal, context.view, { step, role: context.actor.role, ticket });
}
