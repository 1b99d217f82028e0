import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, hint } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormContext, FormDefinition } from './form-definition';

/** "Kommentieren": internal unless said otherwise, for everybody but the operator, whose comments are never (process 3). */
export const commentForm: FormDefinition = {
  id: 'comment',
  title: () => actionNames.comment,
  submitLabel: () => actionNames.comment,
  fields: (context) => [
    { id: 'text', kind: 'text', ...fieldTexts.comment, maxLength: textLimits.comment },
    ...(isOperator(context) ? [] : [{ id: 'internal', kind: 'toggle', ...fieldTexts.internal } as const]),
  ],
  initialValues: (context): Readonly<Record<string, string>> =>
    isOperator(context) ? {} : { internal: 'true' },
  info: (context) => (isOperator(context) ? [] : [hint(formWords.internalStays)]),
  // Only what was said to be for everybody is.
  read: (context, { text = '', internal }) => ({
    ok: true,
    command: { type: 'comment', text, internal: !isOperator(context) && internal !== 'false' },
  }),
};

function isOperator({ actor }: FormContext): boolean {
  return actor.role === 'operator';
}
