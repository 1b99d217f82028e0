import { z } from 'zod';
import { ticketActions } from '../../../domain/ticket/transitions';
import type { TicketAction } from '../../../domain/ticket/transitions';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import { furtherActions } from '../render/ticket-actions';
import { choicesOf, valueIn } from './choices';
import type { FormContext, FormDefinition, FormReading } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Weitere Aktionen": what the place's role can do besides the card's buttons; each leads to its form or acts at once. */
export const moreActionsForm: FormDefinition = {
  id: 'moreActions',
  template: 'more-actions',
  title: () => 'Weitere Aktionen',
  submitLabel: () => formWords.next,
  blocked: (context) => (furtherActionsOf(context).length === 0 ? formWords.nothingFurther : undefined),
  fields: (context) => [
    {
      id: 'action',
      kind: 'choice',
      missing: missingTexts.action,
      choices: choicesOf(furtherActionsOf(context), actionNames),
    },
  ],
  initialValues: () => ({}),
  view: (context) => ({
    info: furtherActionsOf(context).includes('markSecurityRelevant')
      ? [{ label: 'Hinweis', text: formWords.markingStays }]
      : [],
  }),
  read: (_context, values) => leadTo(valueIn(ticketActions, values['action'])),
};

const chosen = z.object({ action: z.enum(ticketActions).exclude(['reportFault']) });

/**
 * What was chosen in a dialog that others have overtaken: no longer offered here, so it is judged like any press on an old
 * card and not called a wrong input. Undefined for what is offered still and for what never was an action.
 */
export function readOvertakenChoice(context: FormContext, raw: unknown): FormReading | undefined {
  const reading = chosen.safeParse(raw);
  if (!reading.success || furtherActionsOf(context).includes(reading.data.action)) return undefined;
  return leadTo(reading.data.action);
}

function leadTo(action: TicketAction): FormReading {
  if (action === 'startAnalysis' || action === 'markSecurityRelevant') {
    return { ok: true, command: { type: action } };
  }
  return { ok: true, next: action };
}

function furtherActionsOf(context: FormContext): readonly TicketAction[] {
  return furtherActions(ticketOf(context), context.actor.role);
}
