import type { ServiceCalendar } from '../service-calendar/service-calendar';
import type { FiredThreshold, ReactionCycle } from './reaction-cycle';
import { type Threshold, thresholds } from './thresholds';

/**
 * The thresholds of a running cycle that have yet to fire, ascending (process 2, Warnings). Each fires once per cycle
 * and class; after a change of class or calendar only those still ahead at the change are armed. Once the deadline in
 * force has been missed, there is nothing left to warn about.
 */
export function pendingThresholds(
  cycle: ReactionCycle,
  calendar: ServiceCalendar,
  percents?: readonly number[],
): Threshold[] {
  if (cycle.end !== undefined || cycle.breach?.deadline === cycle.deadline) return [];
  const changedAt = cycle.earlierDeadlines[cycle.earlierDeadlines.length - 1]?.replacedAt;
  return thresholds(cycle.startedAt, cycle.deadline, calendar, percents).filter(
    ({ percent, dueAt }) => !hasFired(cycle, percent) && (changedAt === undefined || dueAt > changedAt),
  );
}

/** The cycle with these thresholds marked as fired for its class: the announced one and any lower ones skipped during downtime. */
export function fireThresholds(cycle: ReactionCycle, fired: readonly Threshold[]): ReactionCycle {
  const news = fired
    .filter(({ percent }) => !hasFired(cycle, percent))
    .map(({ percent, dueAt }): FiredThreshold => ({ percent, faultClass: cycle.faultClass, dueAt }));
  if (news.length === 0) return cycle;
  return { ...cycle, firedThresholds: [...(cycle.firedThresholds ?? []), ...news] };
}

function hasFired(cycle: ReactionCycle, percent: number): boolean {
  return (cycle.firedThresholds ?? []).some(
    (fired) => fired.percent === percent && fired.faultClass === cycle.faultClass,
  );
}
