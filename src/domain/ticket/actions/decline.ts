import { defined } from '../../../defined';
import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import { unassigned } from '../change';
import type { CommandBase } from '../command-base';
import {
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  readableOther,
  stamp,
} from '../deciding';
import type { EventOf } from '../event-base';
import { optional, text, ticketNumber, word } from '../event-fields';
import { duplicateProblem } from '../duplicates';
import { withoutPlan } from '../plan/fix-plan';
import type { ReactionBreached } from '../reaction-events';
import { type DeclineReason, declineReasons, type Ticket, type TicketNumber } from '../ticket';
import { type AnalysisStarted, stopOfReaction } from './start-analysis';

export interface Decline extends CommandBase {
  readonly type: 'decline';
  readonly reason: DeclineReason;
  readonly text: string;
  readonly duplicateOf?: TicketNumber;
}

const declined = { reason: word(declineReasons), text, duplicateOf: optional(ticketNumber) };
export type FaultDeclined = EventOf<'faultDeclined', typeof declined>;

/** "Ablehnen": ends the ticket with a reason; assignment and plan end (process 3). */
export const decline = {
  rows: [{ from: ['requested', 'accepted'], to: 'declined', roles: ['dispatcher'] }],
  final: true,
  refersTo: ({ duplicateOf }: Decline) => duplicateOf,
  decide,
  events: {
    faultDeclined: {
      fields: declined,
      audience: () => 'everybody',
      others: ({ duplicateOf }: FaultDeclined) => (duplicateOf === undefined ? [] : [duplicateOf]),
      evolve: (_ticket, { reason, text: why, duplicateOf }: FaultDeclined) =>
        unassigned({
          ...withoutPlan,
          state: 'declined',
          decline: { reason, text: why, ...defined({ duplicateOf }) },
        }),
      mentions: {
        reason: 'declined',
        whom: (_event, before) => [partyOfTicket('operator', before)],
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: Decline,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<FaultDeclined | AnalysisStarted | ReactionBreached> {
  const { reason, text: why } = command;
  const duplicateOf = reason === 'duplicate' ? command.duplicateOf : undefined;
  if (reason === 'duplicate') {
    if (duplicateOf === ticket.number) return askAgain({ code: 'ofItself' });
    const original = duplicateOf === undefined ? undefined : readableOther(context, duplicateOf);
    if (original === undefined) return askAgain({ code: 'duplicateUnknown' });
    if (original.trial !== ticket.trial) return askAgain({ code: 'trialAndReal' });
    const problem = duplicateProblem(ticket.number, original, context.referenced ?? []);
    if (problem !== undefined) return askAgain({ code: problem, other: original.number });
  }
  const base = stamp(command, context);
  return events<FaultDeclined | AnalysisStarted | ReactionBreached>([
    ...stopOfReaction(ticket, base),
    { ...base, type: 'faultDeclined', reason, text: why, ...defined({ duplicateOf }) },
  ]);
}
