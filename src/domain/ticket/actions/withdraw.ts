import { defined } from '../../../defined';
import { withdrawCycle } from '../../reaction/reaction-cycle';
import { inDispatch } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, operatorsWord, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { optional, part, text } from '../event-fields';
import { breachOf, type ReactionBreached } from '../reaction-events';
import { presentCycle, type Ticket, withPresentCycle } from '../ticket';

export interface Withdraw extends CommandBase {
  readonly type: 'withdraw';
  readonly reason?: string;
}

const withdrawn = { reason: optional(text), cycle: part('reactionCycle') };
export type ReportWithdrawn = EventOf<'reportWithdrawn', typeof withdrawn>;

/** "Meldung zurückziehen", by the reporting organisation or on its word (process 3). */
export const withdraw = {
  rows: [{ from: ['requested', 'returned'], to: 'closed', roles: ['operator'], onOperatorsWord: true }],
  final: true,
  saidAfter: (ticket) => presentCycle(ticket).startedAt,
  decide,
  events: {
    reportWithdrawn: {
      fields: withdrawn,
      audience: () => 'everybody',
      evolve: (ticket, { cycle }: ReportWithdrawn) => ({
        state: 'closed',
        resolution: 'withdrawn',
        cycles: withPresentCycle(ticket, cycle),
      }),
      mentions: {
        reason: 'withdrawn',
        whom: (_event, { analyst }) => (analyst === undefined ? [] : [inDispatch(analyst.person)]),
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: Withdraw,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<ReportWithdrawn | ReactionBreached> {
  const before = presentCycle(ticket);
  const word = operatorsWord(command, context);
  if (word.kind === 'refusal') return word;
  // A deadline that passed before the entry was missed, whatever was said earlier (process 2.3).
  const cycle = withdrawCycle(before, context.now);
  const base = stamp(command, context);
  const { reason } = command;
  return events<ReportWithdrawn | ReactionBreached>([
    ...breachOf(before, cycle, base),
    { ...base, type: 'reportWithdrawn', cycle, ...defined({ reason }) },
  ]);
}
