import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { formWords, infoLabels } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { ticketOf } from './ticket-of';

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
  info: (context) => {
    const { question, securityRelevant } = ticketOf(context);
    // Process 10: whoever answers reads the question behind "Inhalt anzeigen".
    const asked = securityRelevant ? formWords.underContent : question?.text;
    return asked === undefined ? [] : [{ label: infoLabels.question, text: asked }];
  },
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'answerQuestion');
    if (!word.ok) return word;
    const { answer = '' } = values;
    return { ok: true, command: { type: 'answerQuestion', answer, ...defined({ onBehalf: word.onBehalf }) } };
  },
};
