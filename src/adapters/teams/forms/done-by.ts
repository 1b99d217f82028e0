import type { TicketAction } from '../../../domain/ticket/actions/registry';
import { alreadyDone } from '../../../domain/ticket/deciding';
import type { DoneMark } from '../../../domain/ticket/ticket';
import { refusalText } from '../../../texts/refusals.de';
import type { FormContext } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Bereits erledigt von …", at a choice that somebody else has made since it was offered (process 3). */
export function doneBy(
  context: FormContext,
  action: TicketAction,
  done: Pick<DoneMark, 'by' | 'at'>,
): string {
  return refusalText({ ...alreadyDone(ticketOf(context), done), action }, context.view);
}
