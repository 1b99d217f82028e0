import { setTimeout as wait } from 'node:timers/promises';
import type { Metrics } from '../adapters/metrics';
import type { MongoStores } from '../adapters/mongo/connect';
import { isStoreFailure } from '../adapters/mongo/store-errors';
import { createDeadlineCheck } from '../app/check-deadlines';
import { createRecordCardsFollowing } from '../app/follow-record-cards';
import { createDailyDigest } from '../app/daily-digest';
import { lapseAssignments } from '../app/lapse-assignments';
import { createMovedPlaces } from '../app/moved-places';
import { createDueRecords } from '../app/record-due';
import { createBackgroundCheck } from '../app/verify/background-check';
import { rearmEdited, rearmTimers } from '../app/rearm-timers';
import { timersToVerify } from '../app/timers-to-verify';
import { createGivenUpRetry } from '../app/retry-given-up';
import type { ShownPosts } from '../app/shown-posts';
import { defaultThresholdPercents } from '../domain/reaction/thresholds';
import type { TicketNumber } from '../domain/ticket/ticket';
import type { JoinedParts } from './bot-parts';
import { monotonic } from './monotonic';
import { reportDeadline, reportDueRecords, reportMovedPlaces, reportVerification } from './report-to-log';

/** Far below the minute within which anything due must be recorded (process 2, Warnings); milliseconds. */
const standardCheckInterval = 5_000;

/** Between two pages of the verification in the background; milliseconds. */
const verifyPause = 500;

/** Checks periodically for what is due: timers, what time brings to the organisation, and the daily digest. */
export interface Watch {
  /** Applies an edited organisation file first, then checks at once and at every interval. */
  start(): void;
  /** Resolves when nothing is being checked any more, and the organisation file is applied. */
  idle(): Promise<void>;
  /** Checks once edited calendars are applied; resolves when nothing due now is left. */
  checkNow(): Promise<void>;
  /** Stops checking; `stop` finishes what is being recorded. */
  pause(): void;
  stop(): Promise<void>;
}

interface WatchParts {
  readonly metrics: Pick<Metrics, 'deadline' | 'verified'>;
  readonly shownPosts: ShownPosts;
  readonly effectsWaiting: () => void;
}

export function buildWatch(
  parts: JoinedParts,
  stores: MongoStores,
  { metrics, shownPosts, effectsWaiting }: WatchParts,
): Watch {
  const { directory, clock, logger, digestTime, warningPercents = defaultThresholdPercents } = parts;
  const { checkEvery = standardCheckInterval, elapsed = monotonic, holder } = parts;
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
    timers: timersToVerify(timerDeps),
    pause: () => wait(verifyPause, undefined, { signal: stopped.signal }).catch(() => undefined),
    report(what) {
      if (what.kind === 'verified') metrics.verified(what.verification.findings);
      reportVerification(logger, what);
    },
  });
  const movedPlaces = createMovedPlaces({
    ...stores,
    shownPosts,
    directory,
    clock,
    elapsed,
    holder,
    isStoreFailure,
    lapseAssignments: (mayGoOn) =>
      lapseAssignments(
        {
          ...timerDeps,
          refreshDirectory: parts.refreshDirectory,
          leftOut: ({ ticket, error }) =>
            logger.error(
              { err: error, ticket },
              'whether the assignment of a ticket still holds is not known',
            ),
        },
        mayGoOn,
      ),
    effectsWaiting,
    report: (what) => reportMovedPlaces(logger, what),
  });
  const followRecordCards = createRecordCardsFollowing({
    ...stores,
    recorded: parts.recorded,
    directory,
    clock,
    effectsWaiting,
  });
  const dueRecords = createDueRecords({
    ...stores,
    recorded: parts.recorded,
    effectsWaiting,
    report: (what) => reportDueRecords(logger, what),
  });
  const givenUp = createGivenUpRetry({ ...stores, directory, effectsWaiting });
  let timer: NodeJS.Timeout | undefined;
  /** Once, or as often as it fails. */
  let rearmed: Promise<boolean> = Promise.resolve(false);
  let checking: Promise<unknown> = rearmed;
  let following: Promise<void> | undefined;

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
    await orReport('changes of the organisation could not be read', () => parts.refreshDirectory());
    await orReport('what is due of the organisation could not be recorded', () =>
      dueRecords.run(clock.now()),
    );
    // Apply edited calendars before anything is judged by them.
    await rearmUnlessDone();
    await deadlines.run();
    await followMoved();
    await orReport('what is to be done in the organisation could not be shown', followRecordCards);
    await orReport('daily digest failed', () => digest.run(clock.now()));
    await orReport('what was given up could not be tried again', () => givenUp.run(clock.now()));
    effectsWaiting();
  }

  /** Those who call while it is under way wait for it. */
  function followMoved(): Promise<void> {
    following ??= orReport('what stands in Teams could not follow the organisation file', () =>
      movedPlaces.run(),
    ).finally(() => (following = undefined));
    return following;
  }

  async function orReport(failure: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error: unknown) {
      logger.error({ err: error }, failure);
    }
  }

  const checkNow = () => {
    const check = checkOnce();
    checking = check;
    return check;
  };
  return {
    start() {
      checking = rearmUnlessDone().then(followMoved);
      if (checkEvery === 0) return;
      timer = setInterval(() => {
        verification.wake();
        void checkNow();
      }, checkEvery);
      void checkNow();
    },
    checkNow,
    async idle() {
      await checking;
    },
    pause: () => clearInterval(timer),
    async stop() {
      stopped.abort();
      movedPlaces.stop();
      await verification.stop();
      await deadlines.stop();
      await checking;
      await following;
    },
  };
}
