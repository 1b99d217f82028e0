import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { doneBy, refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';

/** "Antworten" to the open question, by the operator or on their word (process 3). */
export const answerQuestionForm: FormDefinition = {
  id: 'answerQuestion',
  template: 'answer-question',
  title: () => actionNames.answerQuestion,
  submitLabel: () => actionNames.answerQuestion,
  blocked: (context) => {
    const { question, answeredQuestions } = ticketOf(context);
    if (question !== undefined) return undefined;
    const last = answeredQuestions.at(-1);
    if (last === undefined) return refusalAt(context, { code: 'noOpenQuestion', ...standingOf(context) });
    return doneBy(context, 'answerQuestion', { by: last.answeredBy, at: last.answeredAt });
  },
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'answer', kind: 'text', missing: missingTexts.questionAnswer, longest: textLimits.answer },
  ],
  initialValues: onBehalfInitial,
  view: (context) => {
    const { question, securityRelevant } = ticketOf(context);
    // Process 10: whoever answers reads the question behind "Inhalt anzeigen".
    const asked = securityRelevant ? formWords.underContent : question?.text;
    return { info: asked === undefined ? [] : [{ label: 'Rückfrage', text: asked }] };
  },
  read: (context, values) => {
    const word = readOnBehalf(context, values, ticketOf(context).question?.at);
    if (!word.ok) return word;
    const { answer = '' } = values;
    const onBehalf = word.onBehalf === undefined ? {} : { onBehalf: word.onBehalf };
    return { ok: true, command: { type: 'answerQuestion', answer, ...onBehalf } };
  },
};
