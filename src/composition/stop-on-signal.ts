import { constants } from 'node:os';
import type { Logger } from '../adapters/logging';

export interface StopOnSignalOptions {
  /** Ends everything that was started; anything left open keeps the process alive until the limit. */
  readonly stop: () => Promise<void>;
  readonly logger: Logger;
  /** Time from the signal until the process is killed, in milliseconds; default 25,000. */
  readonly limit?: number;
}

/** Above the grace for requests under way, below the 30 seconds after which Kubernetes kills; milliseconds. */
const standardLimit = 25_000;
/**
 * Within this time a second signal counts as the same one: Ctrl+C reaches the whole group, and a launcher (npm) sends
 * it again if the process was too busy to confirm it; milliseconds.
 */
const echo = 100;

/**
 * Stops the process on SIGINT, SIGTERM and SIGHUP (its terminal was closed). Every stop ends: with exit code 0 when everything has ended, at once on
 * another signal (by that one; a shell says 128 plus its number), or at the limit with exit code 1, even if something
 * hangs.
 */
export function stopOnSignal({ stop, logger, limit = standardLimit }: StopOnSignalOptions): void {
  let stopping = false;
  let stopped = false;
  let mayEndAtOnce = false;

  const begin = (signal: NodeJS.Signals): void => {
    stopping = true;
    logger.info({ signal }, 'stopping');
    // Holds until the stop has succeeded, in case the process ends while the stop hangs.
    process.exitCode = 1;
    // Neither keeps alive a process that would end by itself.
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

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) begin(signal);
      else if (mayEndAtOnce) {
        logger.warn({ signal }, 'ended at once, before the stop was done');
        // By the signal itself: an exit waits for what runs beside this thread.
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
        // The first process of a container is not ended by a signal of its own.
        process.exit(128 + constants.signals[signal]);
      }
    });
  }
}
