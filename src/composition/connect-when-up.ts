import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnreachable } from '../adapters/mongo/connect-errors';
import type { Logger } from '../adapters/logging';
import { startErrorText } from './start-errors';

export interface WaitForStore {
  readonly logger: Logger;
  /** Monotonic time in milliseconds. */
  readonly elapsed: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** How long a database that is not up yet is waited for, from the first attempt on; milliseconds. */
export const storeWaitLimit = 60_000;
/** Between two attempts, in milliseconds; each takes some seconds itself where nobody refuses it. */
const between = 1_000;

/**
 * Connects as soon as the database is up, and says once in the log that it waits. What does not pass by itself, and
 * what has not passed within the limit, is thrown.
 */
export async function connectWhenUp<T>(
  connect: () => Promise<T>,
  { logger, elapsed, wait = pause }: WaitForStore,
): Promise<T> {
  const end = elapsed() + storeWaitLimit;
  let waiting = false;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (!(error instanceof StoreUnreachable) || !error.problem.mayPass || elapsed() + between > end)
        throw error;
      if (!waiting)
        logger.warn(
          { reason: startErrorText(error), seconds: storeWaitLimit / 1_000 },
          'waiting for the database',
        );
      waiting = true;
      await wait(between);
    }
  }
}
