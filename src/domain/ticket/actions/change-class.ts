import { defined } from '../../../defined';
import { type FaultClass, faultClasses } from '../../reaction/fault-class';
import { reclassify } from '../../reaction/reaction-cycle';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { askAgain, type ActionDecision, type DecisionContext, events, stamp, standing } from '../deciding';
import { dispatchersCalled } from '../dispatcher-call';
import type { EventOf } from '../event-base';
import { optional, part, text, word } from '../event-fields';
import { breachOf, type ReactionBreached } from '../reaction-events';
import { presentCycle, type Ticket, withPresentCycle } from '../ticket';
import { openStates } from '../ticket-state';

export interface ChangeClass extends CommandBase {
  readonly type: 'changeClass';
  readonly faultClass: FaultClass;
  readonly reason?: string;
}

const changed = {
  from: word(faultClasses),
  to: word(faultClasses),
  reason: optional(text),
  /** Present while the cycle runs: its deadline was computed again from its start (process 2.8). */
  cycle: optional(part('reactionCycle')),
};
export type FaultClassChanged = EventOf<'faultClassChanged', typeof changed>;

/** "Klasse ändern", with a reason where the class differs from the operator's (process 2.8, 3). */
export const changeClass = {
  rows: [{ from: openStates, to: 'same', roles: ['dispatcher'] }],
  decide,
  events: {
    faultClassChanged: {
      fields: changed,
      audience: () => 'everybody',
      evolve: (ticket, { to, reason, cycle }: FaultClassChanged) => ({
        faultClass: to,
        classReason: reason,
        ...defined({ cycles: cycle && withPresentCycle(ticket, cycle) }),
      }),
      mentions: dispatchersCalled,
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ChangeClass,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<FaultClassChanged | ReactionBreached> {
  const { faultClass: to, reason } = command;
  const { faultClass: from, proposedClass: proposed } = ticket;
  if (to === from) return askAgain({ code: 'sameClass', ...standing(ticket) });
  if (classReasonMissing(ticket, to, reason)) return askAgain({ code: 'classReasonMissing', proposed });
  const base = stamp(command, context);
  const event = { ...base, type: 'faultClassChanged', from, to, ...defined({ reason }) } as const;
  const before = presentCycle(ticket);
  if (before.end !== undefined) return events([event]);
  // Process 2.8: while the cycle runs its deadline is computed again from its start.
  const cycle = reclassify(before, to, base.at, context.installation.calendars);
  return events<FaultClassChanged | ReactionBreached>([
    { ...event, cycle },
    ...breachOf(before, cycle, base),
  ]);
}

/** A reason is required where the class differs from the operator's proposal (process 2.8). */
export function classReasonMissing(
  { proposedClass, faultClass: present }: Ticket,
  faultClass: FaultClass,
  reason: string | undefined,
): boolean {
  return faultClass !== proposedClass && faultClass !== present && reason === undefined;
}
