import type { Instant } from '../domain/instant';
import { calendarAt, type CalendarTimeline } from '../domain/reaction/calendar-timeline';

/** How many reminders fit into one post, with the longest texts and links (process 2, Warnings). */
export const maxRemindersInPost = 20;
/** How many reminders that are due at once share one call of the people they concern. */
export const maxRemindersInRun = 1_000;

/** Anything recorded later than this after it was due, in milliseconds, means that the bot was down (process 2, Warnings). */
export const downtimeAfter = 60_000;

/** The longest pause of a lane, in milliseconds; one that ends later was set under a clock that has since been put back. */
export const maxPause = 3_600_000;
/**
 * The longest wait for a `notBefore`, in milliseconds, for the same reason: more than the longest time without service,
 * a shutdown of a company.
 */
export const maxDelay = 31 * 24 * 3_600_000;

/** The next opening of service time, where it does not run at `at`; undefined where it does, or none comes that is waited for. */
export function openingAfter(at: Instant, calendars: CalendarTimeline): Instant | undefined {
  const opening = calendarAt(calendars, at).calendar.nextOpening(at);
  return opening !== undefined && opening > at && opening <= at + maxDelay ? opening : undefined;
}

/** What has been due for longer than this counts as stuck; milliseconds. */
export const stuckAfter = 5 * 60_000;

/** How often what fails by a fault of ours is tried before it is set aside. */
export const maxFaults = 5;
/** When a failed try is repeated, in milliseconds: 10 s, then twice as long each time. */
export function faultDelay(faults: number): number {
  return 10_000 * 2 ** (faults - 1);
}

/** HTTP statuses by which Teams refuses what is said, and not the place where it is said. */
export const refusedForContents: readonly number[] = [400, 413, 415, 422];
/** What is about no ticket is of a day: refused longer ago than this, in milliseconds, it is not said again. */
export const stale = 12 * 3_600_000;

/** Whether something still waits for the instant; one further ahead than `furthest` was set under a clock that has since been put back. */
export function isStillWaiting(at: Instant | undefined, now: Instant, furthest: number): boolean {
  return at !== undefined && at > now && at <= now + furthest;
}

/** The prefix of `order` for everything caused at an instant. */
export function orderAt(at: Instant): string {
  return String(at).padStart(15, '0');
}

/** The `order` moved to another instant; what follows the instant stays. */
export function reorderedAt(order: string, at: Instant): string {
  return orderAt(at) + order.slice(orderAt(at).length);
}
