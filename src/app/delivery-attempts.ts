import type { TicketNumber } from '../domain/ticket/ticket';

/** How a failing send is retried; milliseconds. */
export interface RetrySchedule {
  /** Attempts in a row before the lane is paused. */
  readonly attempts: number;
  readonly firstDelay: number;
  readonly maxDelay: number;
  /** How long a lane then pauses; nothing due is ever dropped. */
  readonly pause: number;
}

export const standardRetries: RetrySchedule = {
  attempts: 5,
  firstDelay: 500,
  maxDelay: 15_000,
  pause: 60_000,
};

/** What came of trying to deliver, for log and metrics. */
export type DeliveryReport =
  | { readonly kind: 'sent' | 'paused'; readonly id: string; readonly status?: number }
  /** Given up; `again` if it had been before. */
  | {
      readonly kind: 'undeliverable';
      readonly id: string;
      readonly status: number;
      readonly again: boolean;
    }
  /** A fault of ours, or of the store, where no id is given; of what, if it is known. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly id?: string; readonly ticket?: TicketNumber }
  /** It has failed so often that it is not tried any more. */
  | { readonly kind: 'setAside'; readonly id?: string; readonly ticket?: TicketNumber };
