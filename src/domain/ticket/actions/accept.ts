import { defined } from '../../../defined';
import type { PersonId } from '../../organisation/installation';
import type { FaultClass } from '../../reaction/fault-class';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { noFields } from '../event-fields';
import { type MaintainerMissing, withoutMaintainer } from '../maintainer-missing';
import type { ReactionBreached } from '../reaction-events';
import type { OwnRefusal, Overtaking } from '../refusals';
import type { DoneMark, Priority, Ticket } from '../ticket';
import { decideAssignment, nobodyToAssign, type TicketAssigned } from './assign';
import { classReasonMissing, type FaultClassChanged } from './change-class';
import type { PriorityChanged } from './change-priority';
import { type AnalysisStarted, stopOfReaction } from './start-analysis';

export interface Accept extends CommandBase {
  readonly type: 'accept';
  readonly faultClass: FaultClass;
  readonly classReason?: string;
  readonly priority: Priority;
  /** Whom it is assigned to in one: the same as assigning it at once afterwards. */
  readonly person?: PersonId;
}

export type FaultAccepted = EventOf<'faultAccepted', typeof noFields>;

type Added =
  | FaultAccepted
  | TicketAssigned
  | AnalysisStarted
  | ReactionBreached
  | FaultClassChanged
  | PriorityChanged
  | MaintainerMissing;

/** "Akzeptieren": confirms class and priority, and assigns the ticket where a maintainer is named (process 3). */
export const accept = {
  rows: [{ from: ['requested'], to: 'accepted', roles: ['dispatcher'] }],
  guard: cannotAccept,
  decide,
  events: {
    faultAccepted: { fields: noFields, audience: () => 'everybody', evolve: () => ({ state: 'accepted' }) },
  },
} as const satisfies ActionShape;

function cannotAccept(ticket: Ticket, context: ActionContext, command?: Accept): OwnRefusal | undefined {
  const changes = changesSince(ticket, context);
  if (changes.length > 0) return { code: 'overtaken', changes, ...standing(ticket) };
  return command?.person === undefined ? undefined : nobodyToAssign(ticket, context);
}

function decide(command: Accept, ticket: Ticket, context: DecisionContext): ActionDecision<Added> {
  const { faultClass, classReason, priority } = command;
  if (classReasonMissing(ticket, faultClass, classReason)) {
    return askAgain({ code: 'classReasonMissing', proposed: ticket.proposedClass });
  }
  const assigning = assignmentIn(command, ticket, context);
  if (assigning.kind === 'refusal') return assigning;
  const base = stamp(command, context);
  const added: Added[] = [...stopOfReaction(ticket, base)];
  if (faultClass !== ticket.faultClass) {
    // Process 2.8: the stop is judged by the class in force before; the class set here takes effect afterwards.
    const reason = defined({ reason: classReason });
    added.push({ ...base, type: 'faultClassChanged', from: ticket.faultClass, to: faultClass, ...reason });
  }
  if (priority !== ticket.priority) {
    added.push({ ...base, type: 'priorityChanged', from: ticket.priority, to: priority });
  }
  return events([
    ...added,
    { ...base, type: 'faultAccepted' },
    ...withoutMaintainer(ticket, ticket.module, context, base),
    ...assigning.events,
  ]);
}

/** A refusal leaves the report as it stands, so it is that state which the sentence names. */
function assignmentIn(
  { person, ...command }: Accept,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<TicketAssigned> {
  return person === undefined ? events([]) : decideAssignment({ ...command, person }, ticket, context);
}

/** The form confirms class and priority: it must not silently undo what a colleague has set since it was opened. */
function changesSince(
  { done, faultClass, priority, module }: Ticket,
  { seenVersion }: ActionContext,
): readonly Overtaking[] {
  const since = <What extends object>(mark: DoneMark | undefined, what: What) =>
    mark === undefined || seenVersion === undefined || mark.version <= seenVersion
      ? []
      : [{ by: mark.by, at: mark.at, ...what }];
  return [
    ...since(done.changeClass, { what: 'faultClass', now: faultClass } as const),
    ...since(done.changePriority, { what: 'priority', now: priority } as const),
    ...since(done.changeModule, { what: 'module', now: module } as const),
  ];
}
