import type { Instant } from '../domain/instant';

/** How many reminders one post holds: as many as a card carries with the longest texts and links. */
export const maxRemindersInPost = 20;

/** A lane is never paused longer, in milliseconds: a pause that ends later was set by a clock that has been put back since. */
export const maxPause = 3_600_000;
/** Nothing waits longer for its `notBefore`, in milliseconds, for the same reason. */
export const maxDelay = 60_000;

/** What is due for longer than this is stuck; milliseconds. */
export const usualDelay = 5 * 60_000;

/** Whether something waits for an instant; one further ahead than anything is put belongs to a clock that was put back. */
export function isAhead(at: Instant | undefined, now: Instant, furthest: number): boolean {
  return at !== undefined && at > now && at <= now + furthest;
}

/** How the `order` of everything caused at an instant begins. */
export function orderAt(at: Instant): string {
  return String(at).padStart(15, '0');
}
