import { setTimeout as wait } from 'node:timers/promises';
import type { Metrics } from '../adapters/metrics';
import type { MongoStores } from '../adapters/mongo/connect';
import { isStoreFailure } from '../adapters/mongo/store-errors';
import { createDeadlineCheck } from '../app/check-deadlines';
import { createDailyDigest } from '../app/daily-digest';
import { createBackgroundCheck } from '../app/verify/background-check';
import { rearmEdited, rearmTimers } from '../app/rearm-timers';
import { createGivenUpRetry } from '../app/retry-given-up';
import { defaultThresholdPercents } from '../domain/reaction/thresholds';
import type { TicketNumber } from '../domain/ticket/ticket';
import type { BotParts } from './bot-parts';
import { monotonic } from './monotonic';
import { reportDeadline, reportVerification } from './report-to-log';

/** Far below the minute within which anything due must be recorded (process 2, Warnings); milliseconds. */
const standardCheckInterval = 5_000;

/** Between two pages of the verification in the background; milliseconds. */
const verifyPause = 500;

/** Checks periodically for what is due: timers and the daily digest. */
export interface Watch {
  /** Applies edited calendars first, then checks at once and at every interval. */
  start(): void;
  /** Checks once edited calendars are applied; resolves when nothing due now is left. */
  checkNow(): Promise<void>;
  /** Stops checking; `stop` finishes what is being recorded. */
  pause(): void;
  stop(): Promise<void>;
}

export function buildWatch(
  parts: BotParts,
  stores: MongoStores,
  metrics: Pick<Metrics, 'deadline' | 'verified'>,
  effectsWaiting: () => void,
): Watch {
  const { directory, clock, logger, digestTime, warningPercents = defaultThresholdPercents } = parts;
  const { checkEvery = standardCheckInterval, elapsed = monotonic } = parts;
  const timerDeps = {
    ...stores,
    directory,
    clock,
    warningPercents,
    effectsWaiting,
    isStoreFailure,
    leftOut: ({ ticket, error }: { readonly ticket: TicketNumber; readonly error: unknown }) =>
      logger.error({ err: error, ticket }, 'the timer of a ticket could not be armed anew'),
  };
  const deadlines = createDeadlineCheck({
    ...timerDeps,
    elapsed,
    rearm: () => rearmTimers(timerDeps),
    report: (what) => {
      metrics.deadline(what);
      reportDeadline(logger, what);
    },
  });
  const stopped = new AbortController();
  const digest = createDailyDigest({
    ...stores,
    directory,
    time: digestTime,
    effectsWaiting,
    report: ({ day, channels }) => logger.info({ day, channels }, 'daily digest handed over'),
  });
  const verification = createBackgroundCheck({
    ...stores,
    clock,
    pause: () => wait(verifyPause, undefined, { signal: stopped.signal }).catch(() => undefined),
    report(what) {
      if (what.kind === 'verified') metrics.verified(what.verification.findings);
      reportVerification(logger, what);
    },
  });
  const givenUp = createGivenUpRetry({ ...stores, directory, effectsWaiting });
  let timer: NodeJS.Timeout | undefined;
  /** Once, or as often as it fails. */
  let rearmed: Promise<boolean> = Promise.resolve(false);
  let checking: Promise<unknown> = rearmed;

  async function rearm(): Promise<boolean> {
    try {
      const tickets = await rearmEdited(timerDeps);
      if (tickets > 0) logger.info({ tickets }, 'timers armed anew for edited calendars or percentages');
      return true;
    } catch (error: unknown) {
      logger.error({ err: error }, 'timers could not be armed anew');
      return false;
    }
  }

  function rearmUnlessDone(): Promise<boolean> {
    rearmed = rearmed.then((isDone) => isDone || rearm());
    return rearmed;
  }

  async function checkOnce(): Promise<void> {
    // Apply edited calendars before anything is judged by them.
    await rearmUnlessDone();
    await deadlines.run();
    try {
      await digest.run(clock.now());
    } catch (error: unknown) {
      logger.error({ err: error }, 'daily digest failed');
    }
    try {
      await givenUp.run(clock.now());
    } catch (error: unknown) {
      logger.error({ err: error }, 'what was given up could not be tried again');
    }
    effectsWaiting();
  }

  const checkNow = () => {
    const check = checkOnce();
    checking = check;
    return check;
  };
  return {
    start() {
      checking = rearmUnlessDone();
      if (checkEvery === 0) return;
      timer = setInterval(() => {
        verification.wake();
        void checkNow();
      }, checkEvery);
      void checkNow();
    },
    checkNow,
    pause: () => clearInterval(timer),
    async stop() {
      stopped.abort();
      await verification.stop();
      await deadlines.stop();
      await checking;
    },
  };
}
