import type { Instant } from '../instant';
import { withinReach } from '../service-calendar/within-reach';
import { calendarAt, type CalendarTimeline } from './calendar-timeline';
import type { FaultClass } from './fault-class';
import { reactionDeadline } from './reaction-deadline';

/** Why a breach was recorded: time ran out, or 'Umklassifizierung', 'Nacherfassung', 'Kalenderänderung' (process 2.8). */
export const breachReasons = ['elapsed', 'reclassification', 'lateEntry', 'calendarChange'] as const;
export type BreachReason = (typeof breachReasons)[number];

/** One run of the reaction clock (process 2.1-2.3). Immutable plain data, kept in the ticket. */
export interface ReactionCycle {
  readonly startedAt: Instant;
  /** the class in force */
  readonly faultClass: FaultClass;
  /** the calendar valid at the start (process 2.9) */
  readonly calendarId: string;
  readonly deadline: Instant;
  readonly earlierDeadlines: readonly EarlierDeadline[];
  readonly breach?: Breach;
  readonly end?: { readonly at: Instant; readonly kind: 'reaction' | 'withdrawal' };
  /** final once the cycle has ended (process 2.3) */
  readonly result?: 'met' | 'missed';
  readonly firedThresholds?: readonly FiredThreshold[];
}

export interface EarlierDeadline {
  readonly deadline: Instant;
  readonly faultClass: FaultClass;
  readonly replacedAt: Instant;
}

export interface Breach {
  readonly recordedAt: Instant;
  /** the deadline that was missed */
  readonly deadline: Instant;
  readonly reason: BreachReason;
}

export interface FiredThreshold {
  readonly percent: number;
  readonly faultClass: FaultClass;
  readonly dueAt: Instant;
}

export interface StartOfCycle {
  /** receipt of the report, or the instant the operator supplied what was missing (process 2.1, 2.3) */
  readonly startedAt: Instant;
  readonly faultClass: FaultClass;
  /** when the record was made; after the deadline that is a breach at once */
  readonly recordedAt: Instant;
  readonly timeline: CalendarTimeline;
}

/** Starts a cycle at the receipt (process 2.1). */
export function startCycle({ startedAt, faultClass, recordedAt, timeline }: StartOfCycle): ReactionCycle {
  const { id, calendar } = calendarAt(timeline, startedAt);
  const deadline = reactionDeadline(startedAt, faultClass, calendar);
  const cycle: ReactionCycle = { startedAt, faultClass, calendarId: id, deadline, earlierDeadlines: [] };
  return withBreach(cycle, recordedAt, 'lateEntry');
}

/**
 * Recounts the cycle from its start for another class (process 2.8). A breach of the previous deadline, recorded or
 * not, stays. Returns the same cycle when it has ended or already has this class.
 */
export function reclassify(
  cycle: ReactionCycle,
  faultClass: FaultClass,
  at: Instant,
  timeline: CalendarTimeline,
): ReactionCycle {
  if (cycle.end !== undefined || cycle.faultClass === faultClass) return cycle;
  return recompute(cycle, faultClass, at, timeline, 'reclassification');
}

/**
 * Recounts a running cycle after its calendar was edited (process 2.9). Returns the same cycle when nothing changes, and
 * when the edited calendar holds no deadline for it: the one it has was promised.
 */
export function recountForCalendar(
  cycle: ReactionCycle,
  at: Instant,
  timeline: CalendarTimeline,
): ReactionCycle {
  if (cycle.end !== undefined) return cycle;
  const { id, calendar } = calendarAt(timeline, cycle.startedAt);
  const deadline = withinReach(() => reactionDeadline(cycle.startedAt, cycle.faultClass, calendar));
  if (deadline === undefined) return cycle;
  if (deadline === cycle.deadline) {
    return id === cycle.calendarId ? cycle : { ...cycle, calendarId: id };
  }
  return recompute(cycle, cycle.faultClass, at, timeline, 'calendarChange');
}

/** Records that the deadline has passed. Returns the same cycle when it has not, when that is already recorded, or when the cycle has ended. */
export function recordBreach(cycle: ReactionCycle, at: Instant): ReactionCycle {
  return cycle.end === undefined ? withBreach(cycle, at, 'elapsed') : cycle;
}

/** Ends the cycle with the dispatcher's reaction (process 2.2); exactly at the deadline is still in time (process 2.4). */
export function stopCycle(cycle: ReactionCycle, at: Instant): ReactionCycle {
  if (cycle.end !== undefined) return cycle;
  // The outcome must not depend on whether the deadline check ran first.
  const judged = recordBreach(cycle, at);
  return { ...judged, end: { at, kind: 'reaction' }, result: judged.breach === undefined ? 'met' : 'missed' };
}

/** Ends the cycle because the report was withdrawn: without a result, unless it was already breached (process 2.3). */
export function withdrawCycle(cycle: ReactionCycle, at: Instant): ReactionCycle {
  if (cycle.end !== undefined) return cycle;
  const judged = recordBreach(cycle, at);
  const ended: ReactionCycle = { ...judged, end: { at, kind: 'withdrawal' } };
  return judged.breach === undefined ? ended : { ...ended, result: 'missed' };
}

/**
 * What a form says before the class is changed (process 2.8): the new deadline, and whether it has already passed;
 * undefined where the calendar holds none.
 */
export function previewClassChange(
  cycle: ReactionCycle,
  faultClass: FaultClass,
  at: Instant,
  timeline: CalendarTimeline,
): { readonly deadline: Instant; readonly alreadyPast: boolean } | undefined {
  const { calendar } = calendarAt(timeline, cycle.startedAt);
  const deadline = withinReach(() => reactionDeadline(cycle.startedAt, faultClass, calendar));
  return deadline === undefined ? undefined : { deadline, alreadyPast: at > deadline };
}

function recompute(
  cycle: ReactionCycle,
  faultClass: FaultClass,
  at: Instant,
  timeline: CalendarTimeline,
  reason: BreachReason,
): ReactionCycle {
  // A deadline that has passed was missed, even if the deadline check has not recorded it yet: moving it must not erase
  // that.
  const judged = recordBreach(cycle, at);
  const { id, calendar } = calendarAt(timeline, cycle.startedAt);
  const replaced = { deadline: cycle.deadline, faultClass: cycle.faultClass, replacedAt: at };
  const recomputed: ReactionCycle = {
    ...judged,
    faultClass,
    calendarId: id,
    deadline: reactionDeadline(cycle.startedAt, faultClass, calendar),
    earlierDeadlines: [...cycle.earlierDeadlines, replaced],
  };
  return withBreach(recomputed, at, reason);
}

function withBreach(cycle: ReactionCycle, at: Instant, reason: BreachReason): ReactionCycle {
  if (cycle.breach !== undefined || at <= cycle.deadline) return cycle;
  return { ...cycle, breach: { recordedAt: at, deadline: cycle.deadline, reason } };
}
