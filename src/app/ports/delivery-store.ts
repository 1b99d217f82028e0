import type { Instant } from '../../domain/instant';
import type { PersonId } from '../../domain/organisation/installation';
import type { PlannedEffect } from '../effect';
import type { Lane } from '../lane';

/** What went wrong for good, or is worth telling the dispatcher on the ticket's card. */
export type DeliveryProblem =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'notInRoster'; readonly people: readonly PersonId[] };

export interface Delivery extends PlannedEffect {
  /** Deliveries of one lane are sent one after the other, by `order`. */
  readonly lane: Lane;
  /** Begins with the time of the cause (`orderAt`), then its place in the plan. */
  readonly order: string;
  readonly status: 'due' | 'sent' | 'undeliverable';
  /** Nothing is sent of it before; only for what is ordered by the same instant, so that nothing waits behind it. */
  readonly notBefore?: Instant;
  readonly attempts: number;
  readonly problem?: DeliveryProblem;
}

/** How many reminders one post holds: as many as a card carries with the longest texts and links. */
export const mostRemindersInPost = 20;

/** A lane is never paused longer, in milliseconds: a pause that ends later was set by a clock that has been put back since. */
export const longestPause = 3_600_000;
/** Nothing waits longer for its `notBefore`, in milliseconds, for the same reason. */
export const longestDelay = 60_000;

/** Whether something waits for an instant; one further ahead than anything is put belongs to a clock that was put back. */
export function isAhead(at: Instant | undefined, now: Instant, furthest: number): boolean {
  return at !== undefined && at > now && at <= now + furthest;
}

/** How the `order` of everything caused at an instant begins. */
export function orderAt(at: Instant): string {
  return String(at).padStart(15, '0');
}

export type NewDelivery = Pick<
  Delivery,
  'id' | 'ticket' | 'version' | 'effect' | 'lane' | 'order' | 'status' | 'notBefore'
> & {
  readonly problem?: DeliveryProblem;
};

export interface DeliveryStore {
  /** Inserts those whose id is not there yet; an existing one is left as it is. */
  enqueue(deliveries: readonly NewDelivery[]): Promise<void>;
  /** The keys of the lanes with something due that is not postponed beyond `now`. */
  lanesDue(now: Instant): Promise<readonly string[]>;
  /** The oldest one due in the lane; undefined where there is none, or where it waits beyond `now` or the lane is paused. */
  nextIn(laneKey: string, now: Instant): Promise<Delivery | undefined>;
  /** The reminders due in the lane that do not wait beyond `now`, by order, at most as many as one post lists. */
  remindersIn(laneKey: string, now: Instant): Promise<readonly Delivery[]>;
  sent(id: string, at: Instant, problem?: DeliveryProblem): Promise<void>;
  undeliverable(id: string, at: Instant, problem: DeliveryProblem): Promise<void>;
  /** Keeps it due, counts the attempt, and pauses its lane until `retryAt`. */
  postpone(id: string, retryAt: Instant, status: number | undefined): Promise<void>;
  /** When the earliest postponed lane may go on. */
  nextRetry(): Promise<Instant | undefined>;
  /** Problems on the ticket's deliveries that nothing later has put right (openProblems), for the dispatcher's card. */
  problemsOf(
    ticket: string,
  ): Promise<readonly (DeliveryProblem & { readonly place: PlannedEffect['effect']['place'] })[]>;
  /** How many are due, and how many of these were tried before. */
  backlog(): Promise<{ readonly due: number; readonly retried: number }>;
}
