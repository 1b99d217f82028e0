import type { TicketAction } from '../../../domain/ticket/actions/registry';
import type { Refusal } from '../../../domain/ticket/decide';
import { responsibleParty } from '../../../domain/ticket/responsible-party';
import type { DoneMark } from '../../../domain/ticket/ticket';
import { refusalText } from '../../../texts/refusals.de';
import type { FormContext } from './form-definition';
import { ticketOf } from './ticket-of';

/** Where the ticket of the form stands, as refusals name it. */
export function standingOf(context: FormContext) {
  const ticket = ticketOf(context);
  return { state: ticket.state, responsible: responsibleParty(ticket) };
}

/** The sentence of a refusal that can be told before anything is typed. */
export function refusalAt(context: FormContext, refusal: Refusal): string {
  return refusalText(refusal, context.installation);
}

/** "Bereits erledigt von …": somebody was quicker (process 3). */
export function doneBy(
  context: FormContext,
  action: TicketAction,
  { by, at }: Pick<DoneMark, 'by' | 'at'>,
): string {
  return refusalAt(context, { code: 'alreadyDone', action, by, at, ...standingOf(context) });
}
