import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp, standing } from '../deciding';
import type { EventOf } from '../event-base';
import { text } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import { openQuestion } from '../talk/conversation';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface AskOperator extends CommandBase {
  readonly type: 'askOperator';
  readonly question: string;
}

const asked = { question: text };
export type QuestionAsked = EventOf<'questionAsked', typeof asked>;

/** "Rückfrage" to the operator: one open question at a time (process 3). */
export const askOperator = {
  rows: [{ from: openStates, to: 'same', roles: ['dispatcher', 'maintainer'] }],
  offer: { when: 'noQuestionOpen', holds: ({ question }) => question === undefined },
  guard: questionStillOpen,
  decide: (command: AskOperator, _ticket: Ticket, context: DecisionContext): ActionDecision<QuestionAsked> =>
    events([{ ...stamp(command, context), type: 'questionAsked', question: command.question }]),
  events: {
    questionAsked: {
      fields: asked,
      audience: () => 'everybody',
      evolve: (_ticket, { question, by, role, at }: QuestionAsked) => ({
        question: { text: question, by, role, at },
      }),
      mentions: {
        reason: 'questionAsked',
        whom: (_event, before) => [partyOfTicket('operator', before)],
        holds: ({ at }: QuestionAsked, ticket) => openQuestion(ticket)?.at === at,
      },
    },
  },
} as const satisfies ActionShape;

function questionStillOpen(ticket: Ticket): OwnRefusal | undefined {
  if (ticket.question === undefined) return undefined;
  const { by, at } = ticket.question;
  return { code: 'questionStillOpen', by, at, ...standing(ticket) };
}
