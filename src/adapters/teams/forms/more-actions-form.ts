import { ticketActions } from '../../../domain/ticket/transitions';
import type { TicketAction } from '../../../domain/ticket/transitions';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import { furtherActions } from '../render/ticket-actions';
import { choicesOf, valueIn } from './choices';
import type { FormContext, FormDefinition } from './form-definition';
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
  read: (_context, values) => {
    const action = valueIn(ticketActions, values['action']);
    if (action === 'startAnalysis' || action === 'markSecurityRelevant') {
      return { ok: true, command: { type: action } };
    }
    return { ok: true, next: action };
  },
};

function furtherActionsOf(context: FormContext): readonly TicketAction[] {
  return furtherActions(ticketOf(context), context.actor.role);
}
