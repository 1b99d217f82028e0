import { defined } from '../defined';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createHttpServer, type HttpServer } from '../adapters/http/server';
import { createMetrics, type Metrics } from '../adapters/metrics';
import { connectStores, type MongoStores } from '../adapters/mongo/connect';
import { DataOfOtherVersion } from '../adapters/mongo/data-version';
import { createTicketProofs } from '../adapters/ticket-proofs';
import { isStoreFailure } from '../adapters/mongo/store-errors';
import type { Teams } from '../adapters/teams/create-teams';
import { directoryInForce } from '../app/directory-in-force';
import { openDirectory } from '../app/recorded-directory';
import { createEffectDelivery, type EffectDelivery } from '../app/deliver-effects';
import { eventsTowards } from '../domain/organisation/changes';
import { recordsOf } from '../domain/organisation/records';
import { standardRetries } from '../app/delivery-attempts';
import { createShownPosts, type ShownPosts } from '../app/shown-posts';
import { ticketsInForce } from '../app/tickets-in-force';
import type { TicketStore } from '../app/ports/ticket-store';
import { defaultThresholdPercents } from '../domain/reaction/thresholds';
import type { BotParts, JoinedParts, StoresInForce } from './bot-parts';
import { buildTeams } from './build-teams';
import { buildWatch } from './build-watch';
import { softwareVersion } from '../version';
import { connectWhenUp } from './connect-when-up';
import { monotonic } from './monotonic';
import { reportDelivery, reportMigration, reportStoreSilence } from './report-to-log';
import { warnOfDoubts } from './warn-of-doubts';
import { StoreWatch } from './watch-store';

export interface RunningBot {
  readonly port: number;
  /** For reading only. */
  readonly tickets: Pick<TicketStore, 'count' | 'nextDue' | 'watched'>;
  /** Resolves when nothing that can be sent now is left. */
  delivered(): Promise<void>;
  /** Records what is due now; resolves when nothing is left. */
  checkNow(): Promise<void>;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** How often to look for postponed deliveries and renew the sender's lease; milliseconds. */
const wakeInterval = 2_000;
/** How often to look for what others have recorded of the organisation: a change is seen everywhere within 5 s; milliseconds. */
const refreshInterval = 2_000;
/** How often to look whether the store answers; milliseconds. */
const storeLookInterval = 15_000;
/** How long requests under way may still take on stopping; milliseconds. */
const grace = 10_000;

/** Joins the parts and starts them. */
export async function startBot(given: BotParts): Promise<RunningBot> {
  const connect = () =>
    connectStores(given.storeUri, { report: (what) => reportMigration(given.logger, what) });
  const stores = await connectWhenUp(connect, { logger: given.logger, elapsed: given.elapsed ?? monotonic });
  const parts = await joined(given, stores);
  // Everything that records something wakes the sender, which is built later because it needs their parts.
  let delivery: EffectDelivery = silent;
  const effectsWaiting = () => delivery.wake();
  const inForce = withTicketsInForce(parts, stores, effectsWaiting);
  const shownPosts = buildShownPosts(parts, inForce, effectsWaiting);
  const proofs = await createTicketProofs(stores.settings);
  const teams = buildTeams({ parts, stores: inForce, proofs, shownPosts, effectsWaiting });
  const metrics = createMetrics({
    backlog: () => stores.deliveries.backlog(),
    givenUp: () => stores.deliveries.unsent.givenUp(),
    ticketsSetAside: async () => (await stores.tickets.setAside.list()).map(({ work }) => work),
    tokenServicesDown: () => teams.tokenServicesDown(),
  });
  if (parts.sending !== false) delivery = buildDelivery(parts, inForce, { teams, shownPosts, metrics });
  const watch = buildWatch(parts, stores, { metrics, shownPosts, effectsWaiting });
  const http = buildHttp(parts, stores, teams, metrics);
  const port = await http.start();
  const waking = setInterval(effectsWaiting, wakeInterval);
  const keepUp = keepingUp(parts);
  const refreshing = setInterval(() => void keepUp(), refreshInterval);
  effectsWaiting();
  watch.start();
  const storeWatch = buildStoreWatch(parts, stores);
  const looking = setInterval(() => void storeWatch.look(), storeLookInterval).unref();
  if (parts.sending !== false) void teams.checkOwnToken();
  return {
    port,
    tickets: stores.tickets,
    async delivered() {
      await watch.idle();
      await delivery.idle();
    },
    checkNow: () => watch.checkNow(),
    async stop() {
      clearInterval(waking);
      clearInterval(looking);
      clearInterval(refreshing);
      watch.pause();
      await http.stop(grace);
      await watch.stop();
      await delivery.stop();
      await storeWatch.stop();
      await stores.close();
    },
  };
}

async function joined(given: BotParts, stores: MongoStores): Promise<JoinedParts> {
  const { clock, organisationFile: file } = given;
  const recorded = await openDirectory({ ...stores, file, clock, newCommandId: randomUUID });
  warnOfDoubts(recorded.installation(), {
    now: clock.now(),
    logger: given.logger,
    ...defined({ appTenant: given.authentication.credentials?.appTenant }),
  });
  const differences = given.isSample === true ? 0 : eventsTowards(recorded.records(), recordsOf(file)).length;
  if (differences > 0) {
    // Whoever edits the file expects it to count.
    given.logger.warn(
      { differences },
      'what the organisation file says of people, modules and contracts is not what is recorded, which counts; "npm run organisation -- import" shows the differences',
    );
  }
  return {
    ...given,
    directory: directoryInForce(recorded, clock),
    recorded,
    refreshDirectory: () => recorded.refresh(),
  };
}

/** Looks again and again; a store that does not answer is reported by whoever watches it, and the same failure once. */
function keepingUp({ refreshDirectory, logger }: JoinedParts): () => Promise<void> {
  let failure: string | undefined;
  return async () => {
    try {
      await refreshDirectory();
      failure = undefined;
    } catch (error: unknown) {
      if (isStoreFailure(error) || String(error) === failure) return;
      failure = String(error);
      logger.error({ err: error }, 'changes of the organisation could not be read');
    }
  };
}

/** The stores as those see them who read for somebody, act or tell; the walks over all tickets see what is stored. */
function withTicketsInForce(
  { directory, refreshDirectory, clock, warningPercents = defaultThresholdPercents }: JoinedParts,
  { tickets, ...stores }: MongoStores,
  effectsWaiting: () => void,
): StoresInForce {
  const deps = { tickets, directory, refreshDirectory, clock, warningPercents, effectsWaiting };
  return { ...stores, tickets: ticketsInForce(deps) };
}

function buildStoreWatch(
  { logger, elapsed = monotonic, storeLost }: BotParts,
  stores: MongoStores,
): StoreWatch {
  return new StoreWatch({
    answers: () => stores.answers(),
    renew: () => stores.renew(),
    elapsed,
    report: (what) => reportStoreSilence(logger, what),
    lost: storeLost ?? nothing,
  });
}

function buildDelivery(
  {
    directory,
    recorded,
    clock,
    logger,
    holder,
    retries = standardRetries,
    warningPercents,
    remindersShare,
    elapsed,
  }: JoinedParts,
  stores: StoresInForce,
  {
    teams: { messenger, rosters },
    shownPosts,
    metrics,
  }: {
    readonly teams: Teams;
    readonly shownPosts: ShownPosts;
    readonly metrics: Pick<Metrics, 'delivery'>;
  },
): EffectDelivery {
  return createEffectDelivery({
    ...stores,
    directory,
    recorded,
    clock,
    messenger,
    rosters,
    shownPosts,
    elapsed: elapsed ?? monotonic,
    holder,
    retries,
    warningPercents: warningPercents ?? defaultThresholdPercents,
    ...defined({ remindersShare }),
    isStoreFailure,
    report: (what) => {
      metrics.delivery(what);
      reportDelivery(logger, what);
    },
    wait: (milliseconds) => wait(milliseconds),
  });
}

function buildShownPosts(
  { directory, clock, logger }: JoinedParts,
  stores: StoresInForce,
  effectsWaiting: () => void,
): ShownPosts {
  return createShownPosts({
    ...stores,
    directory,
    clock,
    effectsWaiting,
    newRevision: randomUUID,
    isStoreFailure,
    notRemembered: (error) =>
      logger.error({ err: error }, 'where a typed text stands could not be remembered'),
  });
}

function buildHttp(
  { port, host, authentication, logger }: BotParts,
  stores: MongoStores,
  teams: Teams,
  metrics: Metrics,
): HttpServer {
  return createHttpServer({
    port,
    host,
    appId: authentication.credentials?.appId,
    checkToken: (authorization) => teams.checkToken(authorization),
    receiveActivity: (authorization, activity) => teams.receive(authorization, activity),
    versions: { software: softwareVersion, schema: stores.schemaVersion },
    notReady: () => stores.ping().then(() => withoutOwnToken(teams), unreadyReason),
    metrics: () => metrics.expose(),
    logger,
    newRequestId: randomUUID,
  });
}

/** Without its own token the bot hears of reports, but knows nobody and answers nobody. */
function withoutOwnToken(teams: Teams): string | undefined {
  const refusal = teams.ownTokenRefusal();
  return refusal === undefined ? undefined : `own access token refused (${refusal})`;
}

function unreadyReason(error: unknown): string {
  return error instanceof DataOfOtherVersion ? 'data of later software' : 'store unreachable';
}

const nothing = (): undefined => undefined;
const silent: EffectDelivery = {
  wake: nothing,
  idle: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};
