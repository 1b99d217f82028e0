import type { TicketAction } from '../../../domain/ticket/actions/registry';
import { standing } from '../../../domain/ticket/deciding';
import type { DoneMark } from '../../../domain/ticket/ticket';
import { refusalText } from '../../../texts/refusals.de';
import type { FormContext } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Bereits erledigt von …", at a choice that somebody else has made since it was offered (process 3). */
export function doneBy(
  context: FormContext,
  action: TicketAction,
  { by, at }: Pick<DoneMark, 'by' | 'at'>,
): string {
  const refusal = { code: 'alreadyDone', action, by, at, ...standing(ticketOf(context)) } as const;
  return refusalText(refusal, context.view);
}
