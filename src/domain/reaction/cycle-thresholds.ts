import type { ServiceCalendar } from '../service-calendar/service-calendar';
import type { FiredThreshold, ReactionCycle } from './reaction-cycle';
import { type Threshold, thresholds } from './thresholds';

/**
 * The thresholds of a running cycle that have yet to fire, ascending (process 2, Warnings). Each fires once per cycle
 * and class; after a change of class or calendar only those still ahead at the change are armed. The breach is the
 * cycle's, whatever its class becomes afterwards; once the deadline in force has been missed, there is nothing left to
 * warn about.
 */
export function pendingThresholds(
  cycle: ReactionCycle,
  calendar: ServiceCalendar,
  percents?: readonly number[],
): Threshold[] {
  if (cycle.end !== undefined || cycle.breach?.deadline === cycle.deadline) return [];
  const changedAt = cycle.earlierDeadlines[cycle.earlierDeadlines.length - 1]?.replacedAt;
  return thresholds(cycle.startedAt, cycle.deadline, calendar, percents).filter(
    ({ percent, dueAt }) =>
      !hasFired(cycle, percent) &&
      (percent < 100 || cycle.breach === undefined) &&
      (changedAt === undefined || dueAt > changedAt),
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

/** The highest percentage that has fired for the class in force, the breach of its deadline included; undefined if none has. */
export function highestFired(cycle: ReactionCycle): number | undefined {
  if (cycle.breach?.deadline === cycle.deadline) return 100;
  const fired = firedForClass(cycle);
  return fired.length === 0 ? undefined : Math.max(...fired);
}

function hasFired(cycle: ReactionCycle, percent: number): boolean {
  return firedForClass(cycle).includes(percent);
}

function firedForClass({ firedThresholds = [], faultClass }: ReactionCycle): readonly number[] {
  return firedThresholds.filter((fired) => fired.faultClass === faultClass).map(({ percent }) => percent);
}
