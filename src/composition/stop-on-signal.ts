import { constants } from 'node:os';
import type { Logger } from '../adapters/logging';

export interface StopOnSignalOptions {
  /** Ends everything that was started; what it leaves open keeps the process until the limit. */
  readonly stop: () => Promise<void>;
  readonly logger: Logger;
  /** From the signal until the process is ended by force, in milliseconds; default 25,000. */
  readonly limit?: number;
}

/** Above the grace of the requests under way, below the 30 seconds after which Kubernetes kills; milliseconds. */
const standardLimit = 25_000;
/**
 * Within this time a signal is still the same one: Ctrl+C reaches the whole group, and a launcher (tsx) passes it on once more
 * where the process was too busy to confirm it; milliseconds.
 */
const echo = 100;

/**
 * Stops the process on SIGINT and SIGTERM. Every stop ends: with exit code 0 when all of it was ended, by another signal at
 * once (128 and its number, as a shell says it), or at the limit with exit code 1, whatever hangs.
 */
export function stopOnSignal({ stop, logger, limit = standardLimit }: StopOnSignalOptions): void {
  let stopping = false;
  let stopped = false;
  let mayEndAtOnce = false;

  const begin = (signal: NodeJS.Signals): void => {
    stopping = true;
    logger.info({ signal }, 'stopping');
    // Until the stop has succeeded; nothing may be left that would keep the process while it hangs.
    process.exitCode = 1;
    // Both only watch: they keep no process that ends by itself.
    setTimeout(() => {
      mayEndAtOnce = true;
      if (!stopped) logger.info('still stopping, another signal ends it at once');
    }, echo).unref();
    setTimeout(() => {
      logger.error({ limit }, 'stop took too long, ended by force');
      process.exit(1);
    }, limit).unref();
    stop().then(
      () => {
        stopped = true;
        process.exitCode = 0;
        logger.info('stopped');
      },
      (error: unknown) => logger.error({ err: error }, 'stop failed'),
    );
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stopping) begin(signal);
      else if (mayEndAtOnce) {
        logger.warn({ signal }, 'ended at once, before the stop was done');
        process.exit(128 + constants.signals[signal]);
      }
    });
  }
}
