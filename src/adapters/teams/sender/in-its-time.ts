import { setTimeout as wait } from 'node:timers/promises';
import { backOff } from 'exponential-backoff';
import type { Clock } from '../../../app/ports/clock';
import { waitingAtMost } from '../sdk/request-gate';
import { delivering, failureOf } from './delivery-failures';

export interface ItsTime {
  readonly clock: Clock;
  /** All tries and the waits between them together; milliseconds. */
  readonly patience: number;
  readonly tries: number;
}

/** The first pause where Teams asks for none; milliseconds. */
const firstDelay = 200;

/**
 * Asks Teams again where that helps and there is still time, after what Retry-After asks for. Rejects with
 * DeliveryFailure, or with a fault of ours as it is.
 */
export function inItsTime<Result>(
  { clock, patience, tries }: ItsTime,
  ask: () => Promise<Result>,
): Promise<Result> {
  const until = performance.now() + patience;
  const asking = () =>
    backOff(() => delivering(clock, ask), {
      numOfAttempts: tries,
      startingDelay: firstDelay,
      jitter: 'full',
      retry: async (error: unknown) => {
        const failure = failureOf(error, clock.now());
        if (failure?.transient !== true) return false;
        const { retryAfter = 0 } = failure;
        if (performance.now() + retryAfter > until) return false;
        if (retryAfter > 0) await wait(retryAfter);
        return true;
      },
    });
  return waitingAtMost(patience, asking);
}
