import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../adapters/logging';
import { dropDatabase } from '../adapters/mongo/connect';
import { systemClock } from '../adapters/clock';
import { ConfigError } from '../config';
import type { Installation } from '../domain/organisation/installation';
import type { Instant } from '../domain/instant';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import { localDayAt } from '../domain/reaction/service-day';
import type { ServiceCalendar } from '../domain/service-calendar/service-calendar';
import { lockDataDirectory } from '../embedded-store/store-lock';
import type { BotUnderTest } from '../simulator/host/bot/bot-under-test';
import { pageDirectory } from '../simulator/page-build/page-build';
import { type HostOptions, type SimulatorHost, startHost } from '../simulator/host/start-host';
import type { BotParts } from '../composition/bot-parts';
import type { RunningBot } from '../composition/start-bot';
import { localModeTexts } from '../texts/local-mode.de';
import { commandSuggestions } from './command-suggestions';
import { deedsOf, firstSteps } from './first-steps';
import { reachedAt } from './reached-at';
import { sampleOfDay } from './sample-of-day';
import { sampleCast } from './sample-cast';
import { teamsOfInstallation } from './teams-of-installation';
import { whoIsWho } from './who-is-who';

export interface LocalModeOptions {
  /** The simulator's port; 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly organisationFile: Installation;
  /** It is the sample, and gets what belongs to the day (`sample-of-day`). */
  readonly isSample?: boolean;
  readonly logger: Logger;
  /** Starts the bot with these parts; called again after a reset, with the same port. */
  readonly startBot: (
    parts: Pick<BotParts, 'clock' | 'organisationFile' | 'isSample' | 'remindersShare'> & {
      readonly port?: number;
    },
  ) => Promise<RunningBot>;
  readonly storeUri: string;
  /** Whether a reset may empty the store: never the user's own database. */
  readonly mayReset: boolean;
  readonly pageFolder?: string;
  /** The machine's clock; tests substitute another. */
  readonly realNow?: () => Instant;
}

export interface RunningLocalMode {
  /** What to open in the browser. */
  readonly address: string;
  readonly botPort: number;
  /** Resolves once the bot has been told of every conversation it is in. */
  readonly announced: Promise<void>;
  /** Stops the bot, then Teams, so that what the bot still sends arrives. */
  stop(): Promise<void>;
}

/**
 * Starts Teams on this machine and the bot beside it, sharing one clock. Throws ConfigError if the simulator's port is
 * in use, and DataDirectoryInUse if another process has its conversations open.
 */
export async function startLocalMode(options: LocalModeOptions): Promise<RunningLocalMode> {
  const { logger, realNow = () => systemClock.now() } = options;
  const folder = join(options.dataDir, 'teams');
  await mkdir(folder, { recursive: true });
  const unlock = await lockDataDirectory(folder);
  const report = (problem: string, error: unknown): void => {
    // The message may quote a card, so it is logged at debug level only.
    logger.warn({ kind: error instanceof Error ? error.name : typeof error }, problem);
    logger.debug({ err: error }, problem);
  };
  const host = await hostOn({
    port: options.port,
    folder: join(folder, 'conversations'),
    pageFolder: options.pageFolder ?? pageDirectory,
    realNow,
    report,
  }).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const installation = reachedAt(options.organisationFile, host.serviceUrl);
  const { isSample = false } = options;
  const parts = () => ({
    clock: host.clock,
    organisationFile: isSample ? sampleAt(installation, realNow()) : installation,
    isSample,
    // Who moves the clock to a deadline wants to see its warning, and not after the end of that minute.
    remindersShare: 0,
  });
  let bot: RunningBot | undefined;
  const running = (): RunningBot => {
    if (bot === undefined) throw new Error('the bot is not running');
    return bot;
  };
  const { connect, stop } = host.open(teamsOfInstallation(installation), {
    ...describe(installation, realNow()),
    bot: {
      ...botUnderTest(installation, running),
      async reset() {
        const { port } = running();
        await running().stop();
        await dropDatabase(options.storeUri);
        bot = await options.startBot({ ...parts(), port });
      },
      ...(options.mayReset ? {} : { resetRefused: localModeTexts.resetOnlyEmbedded }),
    },
  });
  try {
    bot = await options.startBot(parts());
  } catch (error) {
    await host.close();
    await unlock();
    throw error;
  }
  const { port } = bot;
  return {
    address: host.address,
    botPort: port,
    announced: connect(`http://127.0.0.1:${port}/api/messages`).catch((error: unknown) =>
      report('the bot could not be told where it is', error),
    ),
    async stop() {
      await stop();
      await running().stop();
      await host.close();
      await unlock();
    },
  };
}

function sampleAt(sample: Installation, now: Instant): Installation {
  return sampleOfDay(sample, localDayAt(sample.calendars, now).day);
}

async function hostOn(options: HostOptions): Promise<SimulatorHost> {
  try {
    return await startHost(options);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new ConfigError([
      { variable: 'SIMULATOR_PORT', expected: `a free port; ${options.port} is in use` },
    ]);
  }
}

function describe(installation: Installation, now: Instant) {
  const cast = sampleCast(installation, now);
  return {
    people: whoIsWho(installation),
    commands: commandSuggestions(),
    firstSteps: firstSteps(installation, cast),
    cast,
  };
}

/** When a timer is next due; what is due by now is handled first, so that the result lies ahead. */
async function nextDue(bot: RunningBot, after: Instant): Promise<Instant | undefined> {
  const due = await bot.tickets.nextDue();
  if (due === undefined || due > after) return due;
  await bot.checkNow();
  const next = await bot.tickets.nextDue();
  return next !== undefined && next > after ? next : undefined;
}

/** When service time begins next; while it runs, after the next closing. */
function nextBeginning(calendar: ServiceCalendar, after: Instant): Instant | undefined {
  const closed = calendar.isOpen(after) ? calendar.nextChange(after) : after;
  return closed === undefined ? undefined : calendar.nextOpening(closed);
}

function botUnderTest(installation: Installation, running: () => RunningBot): Omit<BotUnderTest, 'reset'> {
  const calendar = (at: Instant) => calendarAt(installation.calendars, at).calendar;
  return {
    deeds: () => deedsOf(running().tickets),
    nextDeadline: (after) => nextDue(running(), after),
    nextOpening: (after) => nextBeginning(calendar(after), after),
    isOpen: (at) => calendar(at).isOpen(at),
    moved: () => running().checkNow(),
    hasTickets: async () => (await running().tickets.count({ scopes: [{}] })) > 0,
    settled: () => running().delivered(),
  };
}
