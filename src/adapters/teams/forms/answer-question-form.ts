import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { infoLabels } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { ticketOf, toBeKnown } from './ticket-of';

/** "Antworten" to the open question, by the operator or on their word (process 3). */
export const answerQuestionForm: FormDefinition = {
  id: 'answerQuestion',
  title: () => actionNames.answerQuestion,
  submitLabel: () => actionNames.answerQuestion,
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'answer', kind: 'text', ...fieldTexts.questionAnswer, maxLength: textLimits.answer },
  ],
  initialValues: onBehalfInitial,
  info: (context, isPrivate = false) => {
    const { question } = ticketOf(context);
    if (question === undefined) return [];
    return [{ label: infoLabels.question, text: toBeKnown(context, isPrivate, question.text) }];
  },
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'answerQuestion');
    if (!word.ok) return word;
    const { answer = '' } = values;
    return { ok: true, command: { type: 'answerQuestion', answer, ...defined({ onBehalf: word.onBehalf }) } };
  },
};
