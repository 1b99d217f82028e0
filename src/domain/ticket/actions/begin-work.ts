import { defined } from '../../../defined';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  refuse,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { optional, text } from '../event-fields';
import { isPlanBinding, partiesWaitedFor, planParties } from '../plan/fix-plan';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';

export interface BeginWork extends CommandBase {
  readonly type: 'beginWork';
  /** "Sofortbeginn": needed where the plan is not binding, possible in classes 1 and 2 (process 3). */
  readonly immediateStartReason?: string;
}

const begun = {
  /** Present for a "Sofortbeginn": the plan was not binding. */
  immediateStartReason: optional(text),
};
export type WorkBegun = EventOf<'workBegun', typeof begun>;

/** "Bearbeitung beginnen" on a binding plan, or as "Sofortbeginn" with a reason in classes 1 and 2 (process 3). */
export const beginWork = {
  rows: [{ from: ['accepted'], to: 'inProgress', roles: ['maintainer'], assigned: true }],
  atOnceWhen: { when: 'planBinding', holds: isPlanBinding },
  guard: cannotBegin,
  decide,
  events: {
    workBegun: {
      fields: begun,
      audience: () => 'everybody',
      evolve: (_ticket, { immediateStartReason: reason, by, at }: WorkBegun) => ({
        state: 'inProgress',
        immediateStart: reason === undefined ? undefined : { reason, by, at },
      }),
    },
  },
} as const satisfies ActionShape;

/** A "Sofortbeginn" is for faults that prevent or hinder operation: classes 1 and 2 (process 3). */
export function isImmediateStartPossible({ faultClass }: Pick<Ticket, 'faultClass'>): boolean {
  return faultClass <= 2;
}

/** Giving a reason makes it a "Sofortbeginn", which has its own rule. */
function cannotBegin(ticket: Ticket, _context: ActionContext, command?: BeginWork): OwnRefusal | undefined {
  const startsAtOnce = command?.immediateStartReason !== undefined;
  return isImmediateStartPossible(ticket) || startsAtOnce ? undefined : withoutBindingPlan(ticket);
}

function withoutBindingPlan(ticket: Ticket): OwnRefusal | undefined {
  if (isPlanBinding(ticket)) return undefined;
  return {
    code: 'planNotBinding',
    waitingFor: ticket.fixPlan === undefined ? planParties : partiesWaitedFor(ticket),
    immediateStartPossible: isImmediateStartPossible(ticket),
    ...standing(ticket),
  };
}

function decide(command: BeginWork, ticket: Ticket, context: DecisionContext): ActionDecision<WorkBegun> {
  const base = stamp(command, context);
  const missing = withoutBindingPlan(ticket);
  if (missing === undefined) return events([{ ...base, type: 'workBegun' }]);
  const { immediateStartReason } = command;
  if (immediateStartReason === undefined) return askAgain(missing);
  const { faultClass } = ticket;
  return isImmediateStartPossible(ticket)
    ? events([{ ...base, type: 'workBegun', ...defined({ immediateStartReason }) }])
    : refuse({ code: 'immediateStartNotForClass', faultClass, ...standing(ticket) });
}
