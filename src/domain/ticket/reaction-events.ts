import type { Instant } from '../instant';
import type { PersonId, Role } from '../organisation/installation';
import type { CalendarTimeline } from '../reaction/calendar-timeline';
import { changeClass, type ReactionCycle, stopCycle } from '../reaction/reaction-cycle';
import type { ChangeClass } from './commands';
import type { AnalysisStarted, FaultClassChanged, ReactionBreached } from './events';
import { presentCycle, type Ticket } from './ticket';

/** What the events of one command share. */
export interface EventStamp {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: Role;
  readonly commandId: string;
}

/** The reaction (process 2.2): nothing where the present cycle has ended already. */
export function stopOfReaction(
  ticket: Ticket,
  base: EventStamp,
): readonly (AnalysisStarted | ReactionBreached)[] {
  const before = presentCycle(ticket);
  if (before.end !== undefined) return [];
  const cycle = stopCycle(before, base.at);
  return [...breachOf(before, cycle, base), { ...base, type: 'analysisStarted', cycle }];
}

/** Another class for a ticket; while the cycle runs its deadline is computed again from its start (process 2.8). */
export function classChange(
  ticket: Ticket,
  command: Pick<ChangeClass, 'faultClass' | 'reason'>,
  base: EventStamp,
  timeline: CalendarTimeline,
): readonly (FaultClassChanged | ReactionBreached)[] {
  const before = presentCycle(ticket);
  const reason = command.reason === undefined ? {} : { reason: command.reason };
  const changed = {
    ...base,
    type: 'faultClassChanged',
    from: ticket.faultClass,
    to: command.faultClass,
    ...reason,
  } as const;
  if (before.end !== undefined) return [changed];
  const cycle = changeClass(before, command.faultClass, base.at, timeline);
  return [{ ...changed, cycle }, ...breachOf(before, cycle, base)];
}

/** The breach that a change of the cycle brought, announced once; none where there was one before. */
export function breachOf(
  before: ReactionCycle | undefined,
  cycle: ReactionCycle,
  base: EventStamp,
): readonly ReactionBreached[] {
  if (cycle.breach === undefined || before?.breach !== undefined) return [];
  const { deadline, reason } = cycle.breach;
  return [{ ...base, type: 'reactionBreached', deadline, reason, cycle }];
}
