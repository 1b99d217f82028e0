import { defined } from '../../../defined';
import { authorOf } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionDecision,
  alreadyDone,
  type DecisionContext,
  events,
  operatorsWord,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { text } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface AnswerQuestion extends CommandBase {
  readonly type: 'answerQuestion';
  readonly answer: string;
}

const answered = { answer: text };
export type QuestionAnswered = EventOf<'questionAnswered', typeof answered>;

/** "Antworten" to the open question, by the operator or on their word (process 3). */
export const answerQuestion = {
  rows: [{ from: openStates, to: 'same', roles: ['operator'], onOperatorsWord: true }],
  offer: { when: 'questionOpen', holds: ({ question }) => question !== undefined },
  guard: noOpenQuestion,
  saidAfter: ({ question }) => question?.at,
  decide,
  events: {
    questionAnswered: {
      fields: answered,
      audience: () => 'everybody',
      evolve: ({ question, answeredQuestions }, event: QuestionAnswered) => {
        if (question === undefined) return {};
        const { answer, by: answeredBy, at: answeredAt, onBehalf } = event;
        return {
          question: undefined,
          answeredQuestions: [
            ...answeredQuestions,
            { ...question, answer, answeredBy, answeredAt, ...defined({ onBehalf }) },
          ],
        };
      },
      mentions: {
        reason: 'questionAnswered',
        whom: (_event, before) => (before.question === undefined ? [] : [authorOf(before.question, before)]),
      },
    },
  },
} as const satisfies ActionShape;

function noOpenQuestion(ticket: Ticket): OwnRefusal | undefined {
  if (ticket.question !== undefined) return undefined;
  const last = ticket.answeredQuestions.at(-1);
  return last === undefined
    ? { code: 'noOpenQuestion', ...standing(ticket) }
    : alreadyDone(ticket, { by: last.answeredBy, at: last.answeredAt });
}

function decide(
  command: AnswerQuestion,
  _ticket: Ticket,
  context: DecisionContext,
): ActionDecision<QuestionAnswered> {
  const word = operatorsWord(command, context);
  if (word.kind === 'refusal') return word;
  return events([{ ...stamp(command, context), type: 'questionAnswered', answer: command.answer }]);
}
