import type { AddComment, AnswerQuestion, AskOperator } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing } from './decision-parts';
import { onBehalfOf, wordIfGiven } from './on-behalf';
import type { Ticket } from './ticket';

/** What an operator says, or a dispatcher on their word, is never internal (process 3). */
export function addComment(command: AddComment, ticket: Ticket, context: DecisionContext): Decision {
  const word = wordIfGiven(command, context, ticket.receivedAt);
  if (word.kind === 'refusal') return word;
  const { text, internal } = command;
  const operatorSpeaks = context.actor.role === 'operator' || word.onBehalf !== undefined;
  if (internal && operatorSpeaks) return refuse({ code: 'internalNotForOperators' });
  return events([{ ...stamp(command, context), type: 'commentAdded', text, internal }]);
}

/** One open question at a time (process 3). */
export function askOperator(command: AskOperator, ticket: Ticket, context: DecisionContext): Decision {
  if (ticket.question !== undefined) {
    const { by, at } = ticket.question;
    return refuse({ code: 'questionStillOpen', by, at, ...standing(ticket) });
  }
  return events([{ ...stamp(command, context), type: 'questionAsked', question: command.question }]);
}

export function answerQuestion(command: AnswerQuestion, ticket: Ticket, context: DecisionContext): Decision {
  if (ticket.question === undefined) {
    const last = ticket.answeredQuestions.at(-1);
    if (last === undefined) return refuse({ code: 'noOpenQuestion', ...standing(ticket) });
    const { answeredBy: by, answeredAt: at } = last;
    return refuse({ code: 'alreadyDone', action: 'answerQuestion', by, at, ...standing(ticket) });
  }
  const word = onBehalfOf(command, context, ticket.question.at);
  if (word.kind === 'refusal') return word;
  return events([{ ...stamp(command, context), type: 'questionAnswered', answer: command.answer }]);
}
