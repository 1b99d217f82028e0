import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, submitLabels, hint } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';

/** "Rückfrage" to the operator: one open question at a time (process 3). */
export const askOperatorForm: FormDefinition = {
  id: 'askOperator',
  title: () => actionNames.askOperator,
  submitLabel: () => submitLabels.askOperator,
  fields: () => [{ id: 'question', kind: 'text', ...fieldTexts.question, maxLength: textLimits.question }],
  initialValues: () => ({}),
  info: () => [hint(formWords.operatorReads)],
  read: (_context, { question = '' }) => ({ ok: true, command: { type: 'askOperator', question } }),
};
