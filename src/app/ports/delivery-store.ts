import type { Instant } from '../../domain/instant';
import type { PersonId } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';
import type { MentionReason } from '../../domain/ticket/event-rules';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { PlannedEffect } from '../messages/effect';
import type { Lane } from '../messages/lane';

/** What went wrong for good, or should be shown to the dispatcher on the ticket's card. */
export type DeliveryProblem =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly status: number }
  /** A fault of ours, again and again: it is set aside until somebody has it sent again or drops it. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'notInRoster'; readonly people: readonly PersonId[] }
  /** Named without a mention, because Teams gave no roster. */
  | { readonly kind: 'notMentioned'; readonly people: readonly PersonId[] };

/** A problem with the place that it concerns. */
export type PlacedProblem = DeliveryProblem & {
  readonly place: PlannedEffect['effect']['place'];
  /** A card of the place that must not stand there any more still does. */
  readonly withdrawing?: true;
};

export interface Delivery extends PlannedEffect {
  /** Deliveries of one lane are sent one after the other, by `order`. */
  readonly lane: Lane;
  /** Starts with the time of the cause (`orderAt`), followed by its position in the plan. */
  readonly order: string;
  readonly status: 'due' | 'sent' | 'undeliverable' | 'dropped';
  /** It is not sent before this instant; `order` starts with the same instant, so nothing waits behind it. */
  readonly notBefore?: Instant;
  readonly attempts: number;
  /** A reminder whose people an earlier post of the same run has already mentioned. */
  readonly called?: true;
  /** It was refused for good before, and somebody has been told. */
  readonly givenUpBefore?: true;
  /** There was nothing left to say when it was its turn, so that nothing arrived either. */
  readonly nothingSent?: true;
  /** Who was mentioned when it was sent. */
  readonly mentioned?: readonly PersonId[];
  /** What came of it; while it is due again, what came of it before. */
  readonly problem?: DeliveryProblem;
}

/** To which place it goes; undefined where a damaged document does not say it. */
export function placeTold({
  effect,
}: {
  readonly effect: Delivery['effect'] | undefined;
}): Place | undefined {
  const { place }: Partial<Delivery['effect']> = effect ?? {};
  return place;
}

/** What came of a delivery that was sent. */
export type Outcome = Pick<Delivery, 'mentioned' | 'problem' | 'nothingSent'>;

/** A delivery that was carried out. */
export interface Told extends Outcome {
  readonly id: string;
}

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
  /** Those of them with a card that was to be withdrawn. */
  readonly notWithdrawnOf: readonly TicketNumber[];
  /** The lanes in which something not about a single ticket was given up and nothing has arrived since. */
  readonly silentLanes: readonly string[];
}

/** What was given up, by why. */
export type GivenUp = Readonly<
  Record<Extract<DeliveryProblem['kind'], 'unreachable' | 'refused' | 'failed'>, number>
>;

/** A delivery that has not arrived, for the people who run the bot. */
export interface UnsentDelivery extends Pick<Delivery, 'id' | 'ticket' | 'status' | 'attempts' | 'problem'> {
  readonly effect: PlannedEffect['effect'] | undefined;
  /** When it was given up. */
  readonly settledAt?: Instant;
  /** The HTTP status of the last failed attempt. */
  readonly lastStatus?: number;
}

/** Which deliveries: the one of an id, or those of a ticket. */
export type WhichDeliveries = { readonly id: string } | { readonly ticket: TicketNumber };

/** What has not arrived, and what becomes of it; part of what the store of deliveries keeps. */
export interface UnsentDeliveries {
  /**
   * What the lane's conversation refused for good is due again, where the refusal may have ended: neither what was refused
   * for its contents nor a digest of hours ago. Returns how many.
   */
  retryRefused(laneKey: string, now: Instant): Promise<number>;
  /** The oldest of what was refused for good in each lane is due again, to find out whether it is taken now. Returns how many. */
  retryOldestRefused(now: Instant): Promise<number>;
  /** What was refused for its contents is due again: another version may say it otherwise. Returns how many. */
  retryRefusedContents(): Promise<number>;
  /** What had no lane is due again where its place has one now. Returns how many. */
  retryUnreachable(isReachable: (place: PlannedEffect['effect']['place']) => boolean): Promise<number>;
  /** What was given up and what is due and has failed, by order. */
  list(limit: number): Promise<readonly UnsentDelivery[]>;
  /** The ticket they are about; undefined where they are about none. */
  ticketOf(which: WhichDeliveries): Promise<TicketNumber | undefined>;
  /** What was given up is due again as if it had never been tried. Returns how many. */
  resend(which: WhichDeliveries): Promise<number>;
  /** What was given up, or is due and has failed, is never sent. Returns how many. */
  drop(which: WhichDeliveries): Promise<number>;
  /** How many are given up. */
  givenUp(): Promise<GivenUp>;
}

export interface DeliveryStore {
  /** Inserts those whose id does not exist yet; existing ones are left as they are. */
  enqueue(deliveries: readonly NewDelivery[]): Promise<void>;
  /** The lane of this key, with the address by which something was last to go there; undefined where nothing ever was. */
  laneOf(laneKey: string): Promise<Lane | undefined>;
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
  /**
   * In one request, so that what went out together is recorded together; `called` are due reminders whose people have been
   * mentioned with it.
   */
  sent(told: readonly Told[], at: Instant, called?: readonly string[]): Promise<void>;
  /**
   * Counts a fault of ours and keeps the delivery back until `retryAt`, ordered there, so that nothing waits behind it.
   * Returns how often it has failed so.
   */
  failed(id: string, retryAt: Instant): Promise<number>;
  undeliverable(id: string, at: Instant, problem: DeliveryProblem): Promise<void>;
  /** Keeps it due, counts the attempt and pauses its lane until `retryAt`. */
  postpone(id: string, retryAt: Instant, status: number | undefined): Promise<void>;
  /** Whether somebody was mentioned for the reason because of the ticket, or named without a mention, for an event since that version of it. */
  wasSaid(ticket: TicketNumber, reason: MentionReason, since: number): Promise<boolean>;
  /** The unresolved problems of the ticket's deliveries (openProblems), for the dispatcher's card. */
  problemsOf(ticket: string): Promise<readonly PlacedProblem[]>;
  /** What is stuck in these lanes, or in all of them if none are named; `except` is the delivery that asks. */
  stuck(asked: {
    readonly now: Instant;
    readonly lanes?: readonly string[];
    readonly except?: string;
  }): Promise<StuckDeliveries>;
  readonly unsent: UnsentDeliveries;
  /** How many are due, and how many of these have already failed. */
  backlog(): Promise<{ readonly due: number; readonly retried: number }>;
}
