import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createHttpServer } from '../adapters/http/server';
import type { Logger } from '../adapters/logging';
import { createMetrics } from '../adapters/metrics';
import { connectStores } from '../adapters/mongo/connect';
import { createTeams } from '../adapters/teams/create-teams';
import type { AuthenticationOptions } from '../adapters/teams/sdk/authentication';
import { createDeadlineCheck, type DeadlineReport } from '../app/check-deadlines';
import {
  createEffectDelivery,
  type DeliveryReport,
  type RetrySchedule,
  standardRetries,
} from '../app/deliver-effects';
import { createDailyDigest } from '../app/daily-digest';
import { nextDigestAt } from '../app/digest-time';
import { handleTicketCommand } from '../app/handle-ticket-command';
import type { Clock } from '../app/ports/clock';
import type { Directory } from '../app/ports/directory';
import type { TicketStore } from '../app/ports/ticket-store';
import { rearmEdited, rearmTimers } from '../app/rearm-timers';
import { defaultThresholdPercents } from '../domain/reaction/thresholds';
import { digestOf } from '../app/queries/digest';
import { releasedFor } from '../app/queries/released-for';
import { openTickets, readableTicket, similarOpenTickets } from '../app/queries/ticket-lists';
import type { DialogMode } from '../adapters/teams/forms/form-definition';

/** Everything the bot is given from outside; tests put their own parts in. */
export interface BotParts {
  readonly storeUri: string;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mode: DialogMode;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly authentication: AuthenticationOptions;
  /** Names this process among those on the same store; a single local one keeps its name over restarts. */
  readonly holder: string;
  readonly retries?: RetrySchedule;
  /** 'HH:MM'; without it the daily digest comes at the start of service time. */
  readonly digestTime?: string;
  /** Off in measurements of the requests alone. */
  readonly sending?: boolean;
  /** Ascending percentages of the service time until the deadline (process 2, Warnings). */
  readonly warningPercents?: readonly number[];
  /** How often what is due is looked for, in milliseconds; 0 for only when it is asked for. */
  readonly checkEvery?: number;
  /** Milliseconds that only ever grow, to tell by when the clock was moved. */
  readonly elapsed?: () => number;
}

export interface RunningBot {
  readonly port: number;
  /** To be read only. */
  readonly tickets: Pick<TicketStore, 'count' | 'nextDue'>;
  /** Resolves when nothing that can be sent now is left. */
  delivered(): Promise<void>;
  /** Records what is due by itself now; resolves when nothing of it is left. */
  checkNow(): Promise<void>;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** Looks after postponed deliveries and renews the sender's lease; milliseconds. */
const wakeInterval = 2_000;
/** Far below the minute within which what is due is recorded (process 2, Warnings); milliseconds. */
const standardCheckInterval = 5_000;
/** How long requests under way may take at a stop; milliseconds. */
const grace = 10_000;

/** Joins the parts and starts them; the one file besides main.ts that knows them all. */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { directory, clock, logger, mode, warningPercents = defaultThresholdPercents } = parts;
  const stores = await connectStores(parts.storeUri);
  const digestDeps = { ...stores, directory, clock };
  const queryDeps = { tickets: stores.tickets, directory };
  const teams = createTeams({
    authentication: parts.authentication,
    directory,
    clock,
    logger,
    mode,
    cards: stores.cards,
    conversations: stores.conversations,
    audit: stores.audit,
    subscriptions: stores.subscriptions,
    nextDigest: (now) => nextDigestAt(directory.installation().calendars, parts.digestTime, now),
    newNonce: randomUUID,
    runCommand: (input) =>
      handleTicketCommand(
        {
          tickets: stores.tickets,
          audit: stores.audit,
          directory,
          clock,
          warningPercents,
          effectsWaiting: () => delivery.wake(),
        },
        input,
      ),
    queries: {
      digest: (reader, limit) => digestOf(digestDeps, reader, { limit }),
      openTickets: (reader, options) => openTickets(queryDeps, reader, options),
      readableTicket: (reader, number) => readableTicket(queryDeps, reader, number),
      releasedFor: (operator, page) => releasedFor(stores, operator, page),
      similarOpenTickets: (operator, module, limit) => similarOpenTickets(queryDeps, operator, module, limit),
      reportedBy: (commandId) => stores.tickets.findByReport(commandId),
      problemsOf: (ticket) => stores.deliveries.problemsOf(ticket),
    },
  });
  const sender = createEffectDelivery({
    ...stores,
    directory,
    clock,
    messenger: teams.messenger,
    holder: parts.holder,
    retries: parts.retries ?? standardRetries,
    report: (what) => reportDelivery(logger, what),
    wait: (milliseconds) => wait(milliseconds),
  });
  const delivery = parts.sending === false ? silent : sender;
  const timerDeps = { ...stores, directory, clock, warningPercents, effectsWaiting: () => delivery.wake() };
  const metrics = createMetrics({ backlog: () => stores.deliveries.backlog() });
  const deadlines = createDeadlineCheck({
    ...timerDeps,
    elapsed: parts.elapsed ?? (() => performance.now()),
    rearm: () => rearmTimers(timerDeps),
    report: (what) => {
      metrics.deadline(what);
      reportDeadline(logger, what);
    },
  });
  const dailyDigest = createDailyDigest({
    ...stores,
    directory,
    time: parts.digestTime,
    effectsWaiting: () => delivery.wake(),
    report: ({ day, channels }) => logger.info({ day, channels }, 'daily digest handed over'),
  });
  const digests = () =>
    dailyDigest
      .run(clock.now())
      .catch((error: unknown) => logger.error({ err: error }, 'daily digest failed'));
  const http = createHttpServer({
    port: parts.port,
    host: parts.host,
    appId: parts.authentication.credentials?.appId,
    receiveActivity: (authorization, activity) => teams.receive(authorization, activity),
    notReady: () => stores.ping().then(nothing, () => 'store unreachable'),
    metrics: () => metrics.expose(),
    logger,
    newRequestId: randomUUID,
  });
  const port = await http.start();
  const timers = [setInterval(() => delivery.wake(), wakeInterval)];
  delivery.wake();
  const checkEvery = parts.checkEvery ?? standardCheckInterval;
  // An edited calendar is counted with before anything is judged by it.
  const rearmed = rearmEdited(timerDeps).then(
    (tickets) => {
      if (tickets > 0) logger.info({ tickets }, 'timers armed anew for edited calendars or percentages');
    },
    (error: unknown) => logger.error({ err: error }, 'timers could not be armed anew'),
  );
  let checking: Promise<void> = rearmed;
  const check = async () => {
    await rearmed;
    await deadlines.run();
    await digests();
    delivery.wake();
  };
  const checkNow = () => (checking = check());
  if (checkEvery > 0) {
    timers.push(setInterval(() => void checkNow(), checkEvery));
    void checkNow();
  }
  return {
    port,
    tickets: stores.tickets,
    delivered: () => delivery.idle(),
    checkNow,
    async stop() {
      timers.forEach((timer) => clearInterval(timer));
      await http.stop(grace);
      await deadlines.stop();
      await checking;
      await delivery.stop();
      await stores.close();
    },
  };
}

const nothing = (): undefined => undefined;
const silent = { wake: nothing, idle: () => Promise.resolve(), stop: () => Promise.resolve() };

function reportDeadline(logger: Logger, what: DeadlineReport): void {
  switch (what.kind) {
    case 'failed':
      logger.error({ err: what.error, ticket: what.ticket }, 'what is due could not be recorded');
      break;
    case 'clockMoved':
      logger.warn({ milliseconds: what.by }, 'the clock was moved; every timer is armed anew');
      break;
    case 'held':
      logger.info({ ticket: what.ticket, until: what.until }, 'overdue, announced at the next opening');
      break;
    case 'recorded':
      logger.info({ ticket: what.ticket, what: what.what, lateness: what.lateness }, 'due, recorded');
  }
}

function reportDelivery(logger: Logger, what: DeliveryReport): void {
  if (what.kind === 'failed') logger.error({ err: what.error }, 'delivery failed');
  else if (what.kind === 'sent') logger.debug({ delivery: what.id }, 'sent');
  else logger.warn({ delivery: what.id, status: what.status }, what.kind);
}
