import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import { unassigned } from '../change';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { text } from '../event-fields';
import { withoutPlan } from '../plan/fix-plan';
import type { ReactionBreached } from '../reaction-events';
import type { Ticket } from '../ticket';
import { type AnalysisStarted, stopOfReaction } from './start-analysis';

export interface ReturnReport extends CommandBase {
  readonly type: 'returnReport';
  readonly missing: string;
}

const returned = { missing: text };
export type ReportReturned = EventOf<'reportReturned', typeof returned>;

/** "Zurückweisen (Angaben fehlen)": the operator has to complete it; assignment and plan end (process 3). */
export const returnReport = {
  rows: [{ from: ['requested', 'accepted'], to: 'returned', roles: ['dispatcher'] }],
  decide,
  events: {
    reportReturned: {
      fields: returned,
      audience: () => 'everybody',
      evolve: (_ticket, { missing, by, at }: ReportReturned) =>
        unassigned({ ...withoutPlan, state: 'returned', returned: { missing, by, at } }),
      mentions: {
        reason: 'returned',
        whom: (_event, before) => [partyOfTicket('operator', before)],
        holds: ({ at }: ReportReturned, { state, returned }) => state === 'returned' && returned?.at === at,
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ReturnReport,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<ReportReturned | AnalysisStarted | ReactionBreached> {
  const base = stamp(command, context);
  return events<ReportReturned | AnalysisStarted | ReactionBreached>([
    ...stopOfReaction(ticket, base),
    { ...base, type: 'reportReturned', missing: command.missing },
  ]);
}
