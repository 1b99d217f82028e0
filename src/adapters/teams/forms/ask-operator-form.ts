import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';
import { refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';

/** "Rückfrage" to the operator: one open question at a time (process 3). */
export const askOperatorForm: FormDefinition = {
  id: 'askOperator',
  template: 'ask-operator',
  title: () => actionNames.askOperator,
  submitLabel: () => 'Rückfrage stellen',
  blocked: (context) => {
    const { question } = ticketOf(context);
    if (question === undefined) return undefined;
    const { by, at } = question;
    return refusalAt(context, { code: 'questionStillOpen', by, at, ...standingOf(context) });
  },
  fields: () => [
    { id: 'question', kind: 'text', missing: missingTexts.question, longest: textLimits.question },
  ],
  initialValues: () => ({}),
  view: () => ({ info: [{ label: 'Hinweis', text: formWords.operatorReads }] }),
  read: (_context, { question = '' }) => ({ ok: true, command: { type: 'askOperator', question } }),
};
