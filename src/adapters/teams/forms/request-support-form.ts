import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, submitLabels, hint } from '../../../texts/form-words.de';
import { supportKinds } from '../../../domain/ticket/support/support';
import { textLimits } from '../../../domain/ticket/text-limits';
import { supportKindNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FormDefinition } from './form-definition';

/** "Unterstützung anfordern" from the platform maintainer (process 5). */
export const requestSupportForm: FormDefinition = {
  id: 'requestSupport',
  title: () => actionNames.requestSupport,
  submitLabel: () => submitLabels.requestSupport,
  fields: () => [
    {
      id: 'kind',
      kind: 'choice',
      ...fieldTexts.supportKind,
      choices: choicesOf(supportKinds, supportKindNames),
    },
    { id: 'question', kind: 'text', ...fieldTexts.supportQuestion, maxLength: textLimits.question },
  ],
  initialValues: () => ({}),
  info: () => [hint(formWords.supportIsInternal)],
  read: (_context, values) => {
    const { question = '' } = values;
    const kind = valueIn(supportKinds, values['kind']);
    return { ok: true, command: { type: 'requestSupport', kind, question } };
  },
};
