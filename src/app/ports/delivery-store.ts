import type { Instant } from '../../domain/instant';
import type { PersonId } from '../../domain/organisation/installation';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { PlannedEffect } from '../messages/effect';
import type { Lane } from '../messages/lane';

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

export type NewDelivery = Pick<
  Delivery,
  'id' | 'ticket' | 'version' | 'effect' | 'lane' | 'order' | 'status' | 'notBefore'
> & {
  readonly problem?: DeliveryProblem;
};

/** What does not reach its readers. */
export interface StuckDeliveries {
  /** How many are due and were tried before, or are due for longer than `usualDelay`. */
  readonly late: number;
  /** The tickets with a delivery that was given up, whether put right since or not; by number. */
  readonly givenUpOf: readonly TicketNumber[];
  /** The lanes in which something about no one ticket was given up and nothing has arrived since. */
  readonly silentLanes: readonly string[];
}

export interface DeliveryStore {
  /** Inserts those whose id is not there yet; an existing one is left as it is. */
  enqueue(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Whether it was enqueued, whatever became of it. */
  has(id: string): Promise<boolean>;
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
  /** What is stuck in these lanes, in all where none are named; `except` is the delivery that asks. */
  stuck(asked: {
    readonly now: Instant;
    readonly lanes?: readonly string[];
    readonly except?: string;
  }): Promise<StuckDeliveries>;
  /** How many are due, and how many of these were tried before. */
  backlog(): Promise<{ readonly due: number; readonly retried: number }>;
}
