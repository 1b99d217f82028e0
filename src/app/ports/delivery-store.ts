import type { Instant } from '../../domain/instant';
import type { PersonId } from '../../domain/organisation/installation';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { PlannedEffect } from '../messages/effect';
import type { Lane } from '../messages/lane';

/** What went wrong for good, or should be shown to the dispatcher on the ticket's card. */
export type DeliveryProblem =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'notInRoster'; readonly people: readonly PersonId[] }
  /** Named without a mention, because Teams gave no roster. */
  | { readonly kind: 'notMentioned'; readonly people: readonly PersonId[] };

export interface Delivery extends PlannedEffect {
  /** Deliveries of one lane are sent one after the other, by `order`. */
  readonly lane: Lane;
  /** Starts with the time of the cause (`orderAt`), followed by its position in the plan. */
  readonly order: string;
  readonly status: 'due' | 'sent' | 'undeliverable';
  /** It is not sent before this instant; `order` starts with the same instant, so nothing waits behind it. */
  readonly notBefore?: Instant;
  readonly attempts: number;
  /** A reminder whose people an earlier post of the same run has already mentioned. */
  readonly called?: true;
  /** Who was mentioned when it was sent. */
  readonly mentioned?: readonly PersonId[];
  readonly problem?: DeliveryProblem;
}

/** What came of a delivery that was sent. */
export type Outcome = Pick<Delivery, 'mentioned' | 'problem'>;

export type NewDelivery = Pick<
  Delivery,
  'id' | 'ticket' | 'version' | 'effect' | 'lane' | 'order' | 'status' | 'notBefore'
> & {
  readonly problem?: DeliveryProblem;
};

/** What has not reached its readers. */
export interface StuckDeliveries {
  /** How many are due and have already failed, or have been due for longer than `stuckAfter`. */
  readonly late: number;
  /** The tickets with a delivery that was given up, whether resolved since or not; sorted by number. */
  readonly givenUpOf: readonly TicketNumber[];
  /** The lanes in which something not about a single ticket was given up and nothing has arrived since. */
  readonly silentLanes: readonly string[];
}

export interface DeliveryStore {
  /** Inserts those whose id does not exist yet; existing ones are left as they are. */
  enqueue(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Whether it was ever enqueued, sent or not. */
  has(id: string): Promise<boolean>;
  /** The keys of the lanes with something due that is not postponed beyond `now`. */
  lanesDue(now: Instant): Promise<readonly string[]>;
  /** The oldest one due in the lane; undefined if there is none, if it waits beyond `now`, or if the lane is paused. */
  nextIn(laneKey: string, now: Instant): Promise<Delivery | undefined>;
  /** The reminders due in the lane that do not wait beyond `now`, by order. */
  remindersIn(laneKey: string, now: Instant, limit: number): Promise<readonly Delivery[]>;
  /** Keeps a due one back until the instant and orders it there, so that nothing waits behind it; its people are called then. */
  defer(id: string, until: Instant): Promise<void>;
  /** Notes on due reminders that the people they concern have been mentioned. */
  called(ids: readonly string[]): Promise<void>;
  sent(id: string, at: Instant, outcome?: Outcome): Promise<void>;
  undeliverable(id: string, at: Instant, problem: DeliveryProblem): Promise<void>;
  /** Keeps it due, counts the attempt and pauses its lane until `retryAt`. */
  postpone(id: string, retryAt: Instant, status: number | undefined): Promise<void>;
  /** When the earliest postponed lane may go on. */
  nextRetry(): Promise<Instant | undefined>;
  /** The unresolved problems of the ticket's deliveries (openProblems), for the dispatcher's card. */
  problemsOf(
    ticket: string,
  ): Promise<readonly (DeliveryProblem & { readonly place: PlannedEffect['effect']['place'] })[]>;
  /** What is stuck in these lanes, or in all of them if none are named; `except` is the delivery that asks. */
  stuck(asked: {
    readonly now: Instant;
    readonly lanes?: readonly string[];
    readonly except?: string;
  }): Promise<StuckDeliveries>;
  /** How many are due, and how many of these have already failed. */
  backlog(): Promise<{ readonly due: number; readonly retried: number }>;
}
