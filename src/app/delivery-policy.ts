import type { Instant } from '../domain/instant';

/** How many reminders fit into one post, with the longest texts and links. */
export const maxRemindersInPost = 20;

/** The longest pause of a lane, in milliseconds; one that ends later was set under a clock that has since been put back. */
export const maxPause = 3_600_000;
/** The longest wait for a `notBefore`, in milliseconds, for the same reason. */
export const maxDelay = 60_000;

/** What has been due for longer than this counts as stuck; milliseconds. */
export const stuckAfter = 5 * 60_000;

/** Whether something still waits for the instant; one further ahead than `furthest` was set under a clock that has since been put back. */
export function isStillWaiting(at: Instant | undefined, now: Instant, furthest: number): boolean {
  return at !== undefined && at > now && at <= now + furthest;
}

/** The prefix of `order` for everything caused at an instant. */
export function orderAt(at: Instant): string {
  return String(at).padStart(15, '0');
}
