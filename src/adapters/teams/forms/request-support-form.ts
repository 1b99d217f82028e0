import { supportKinds } from '../../../domain/ticket/support/support';
import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames, supportKindNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FormDefinition } from './form-definition';

/** "Unterstützung anfordern" from the platform maintainer (process 5). */
export const requestSupportForm: FormDefinition = {
  id: 'requestSupport',
  template: 'request-support',
  title: () => actionNames.requestSupport,
  submitLabel: () => 'Anfordern',
  fields: () => [
    {
      id: 'kind',
      kind: 'choice',
      missing: missingTexts.supportKind,
      choices: choicesOf(supportKinds, supportKindNames),
    },
    { id: 'question', kind: 'text', missing: missingTexts.question, longest: textLimits.question },
  ],
  initialValues: () => ({}),
  view: () => ({ info: [{ label: 'Hinweis', text: formWords.supportIsInternal }] }),
  read: (_context, values) => {
    const { question = '' } = values;
    const kind = valueIn(supportKinds, values['kind']);
    return { ok: true, command: { type: 'requestSupport', kind, question } };
  },
};
