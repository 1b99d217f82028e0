import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormContext, FormDefinition } from './form-definition';

/** "Kommentieren": internal unless said otherwise, for everybody but the operator, whose comments are never (process 3). */
export const commentForm: FormDefinition = {
  id: 'comment',
  template: 'comment',
  title: () => actionNames.comment,
  submitLabel: () => actionNames.comment,
  fields: (context) => [
    { id: 'text', kind: 'text', missing: missingTexts.comment, longest: textLimits.comment },
    ...(isOperator(context) ? [] : [{ id: 'internal', kind: 'toggle' } as const]),
  ],
  initialValues: (context): Readonly<Record<string, string>> =>
    isOperator(context) ? {} : { internal: 'true' },
  view: (context) => ({
    info: isOperator(context) ? [] : [{ label: 'Hinweis', text: formWords.internalStays }],
  }),
  // Only what was said to be for everybody is.
  read: (context, { text = '', internal }) => ({
    ok: true,
    command: { type: 'comment', text, internal: !isOperator(context) && internal !== 'false' },
  }),
};

function isOperator({ actor }: FormContext): boolean {
  return actor.role === 'operator';
}
