import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStoreFailure } from '../src/adapters/mongo/store-errors';
import { connectStores, type MongoStores } from '../src/adapters/mongo/connect';
import { loadOrganisation } from '../src/adapters/organisation/load-organisation';
import { createDeadlineCheck } from '../src/app/check-deadlines';
import { type NotPlanned, relayEffects } from '../src/app/relay-effects';
import { sampleOrganisationFile } from '../src/config';
import { defaultThresholdPercents } from '../src/domain/reaction/thresholds';
import { localToInstant } from '../src/domain/service-calendar/local-time';
import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';
import { median, millisecondsOf } from './measure';
import { peak, startOfPeak } from './memory-peak';
import { fillOpenTickets } from './open-tickets';

const rounds = 7;
const dueAtOnce = 100;
/** Wed 10.06.2026, 11:00 in Berlin: inside service time. */
const now = localToInstant('2026-06-10T11:00', 'Europe/Berlin') ?? NaN;

export interface CheckFigure {
  readonly tickets: number;
  /** Medians in milliseconds: recording 100 due tickets; that plus planning the effects; with nothing due; the floor. */
  readonly recording: number;
  readonly withPlanning: number;
  readonly nothingDue: number;
  readonly floor: number;
  /** Peak growth of the process's memory, in megabytes. */
  readonly peakGrowth: number;
}

/**
 * A deadline check among this many open tickets, for each size in turns: on the server at the address, otherwise on
 * embedded stores in this process.
 */
export async function measureChecks(
  sizes: readonly number[],
  serverUri?: string,
): Promise<readonly CheckFigure[]> {
  const contestants: Contestant[] = [];
  try {
    for (const size of sizes) contestants.push(await contestant(size, serverUri));
    // The first round only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      // Alternate the order, so that none always follows the same one.
      for (const each of round % 2 === 0 ? contestants : contestants.toReversed()) await each.play(round);
    }
    return contestants.map(({ figure }) => figure());
  } finally {
    for (const each of contestants) await each.close();
  }
}

interface Contestant {
  readonly play: (round: number) => Promise<void>;
  readonly figure: () => CheckFigure;
  readonly close: () => Promise<void>;
}

async function contestant(tickets: number, serverUri: string | undefined): Promise<Contestant> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-check-'));
  const store = serverUri === undefined ? await startEmbeddedStore({ directory }) : undefined;
  const database = `bench-check-${process.pid}-${tickets}`;
  const stores = await connectStores(store?.uri ?? serverUri ?? '', { database });
  await fillOpenTickets(stores, tickets, dueAtOnce, now);
  const { again, floor } = await prepare(stores);
  const { record, plan } = checkOn(stores);
  const took = {
    floor: [] as number[],
    recording: [] as number[],
    planning: [] as number[],
    nothingDue: [] as number[],
  };
  let peakGrowth = 0;
  return {
    async play(round) {
      await again();
      const before = await startOfPeak();
      const figures = {
        floor: await millisecondsOf(() => floor(round)),
        recording: await millisecondsOf(() => record(dueAtOnce)),
        planning: await millisecondsOf(plan),
        nothingDue: await millisecondsOf(() => record(0)),
      };
      const planned = await stores.deliveries.model.countDocuments({ 'effect.kind': 'remind' });
      if (planned !== dueAtOnce) throw new Error(`${planned} reminders were planned`);
      if (round === 0) return;
      peakGrowth = Math.max(peakGrowth, (await peak()) - before);
      for (const name of Object.keys(took) as (keyof typeof took)[]) took[name].push(figures[name]);
    },
    figure: () => ({
      tickets,
      floor: median(took.floor),
      recording: median(took.recording),
      withPlanning: median(took.recording.map((each, round) => each + (took.planning[round] ?? NaN))),
      nothingDue: median(took.nothingDue),
      peakGrowth,
    }),
    async close() {
      await stores.tickets.model.db.dropDatabase();
      await stores.close();
      await store?.close();
      await rm(directory, { recursive: true });
    },
  };
}

function checkOn(stores: MongoStores) {
  const installation = loadOrganisation(sampleOrganisationFile);
  const directory = { installation: () => installation };
  let recorded = 0;
  const check = createDeadlineCheck({
    ...stores,
    directory,
    clock: { now: () => now },
    elapsed: () => 0,
    isStoreFailure,
    rearm: () => Promise.reject(new Error('no clock was moved')),
    warningPercents: defaultThresholdPercents,
    effectsWaiting: () => undefined,
    report: (what) => {
      if (what.kind !== 'recorded') throw new Error(`a ticket was ${what.kind}`);
      recorded += 1;
    },
  });
  return {
    record: async (expected: number): Promise<void> => {
      recorded = 0;
      await check.run();
      if (recorded !== expected) throw new Error(`${recorded} of ${expected} were recorded`);
    },
    plan: async (): Promise<void> => {
      const deps = {
        ...stores,
        directory,
        clock: { now: () => now },
        warningPercents: defaultThresholdPercents,
        isStoreFailure,
        // Nothing was posted.
        shownPosts: { review: () => Promise.resolve() },
        notPlanned: ({ error }: NotPlanned) => {
          throw error;
        },
      };
      while (await relayEffects(deps));
    },
  };
}

/** Makes the same tickets due again, and updates as many others that nothing reads, by one guarded write each. */
async function prepare(stores: MongoStores) {
  const { collection } = stores.tickets.model;
  const due = await collection.find({ nextDueAt: { $lte: new Date(now) } }).toArray();
  if (due.length !== dueAtOnce) throw new Error(`${due.length} tickets are due`);
  const others = await collection
    .find({ nextDueAt: { $gt: new Date(now) } })
    .sort({ _id: 1 })
    .limit(dueAtOnce)
    .toArray();
  return {
    again: async (): Promise<void> => {
      const ids = due.map(({ _id }) => _id);
      await collection.deleteMany({ _id: { $in: ids } });
      await collection.insertMany(due);
      await stores.deliveries.model.collection.deleteMany({});
    },
    floor: async (times: number): Promise<void> => {
      await Promise.all(
        (others as unknown as readonly OtherTicket[]).map(async ({ _id, version, nextDueAt }) => {
          const at = new Date(nextDueAt.getTime() + times + 1);
          const { modifiedCount } = await collection.updateOne({ _id, version: version + times } as object, {
            $set: { version: version + times + 1, nextDueAt: at },
          });
          if (modifiedCount !== 1) throw new Error('the guard of the floor did not hold');
        }),
      );
    },
  };
}

interface OtherTicket {
  readonly _id: string;
  readonly version: number;
  readonly nextDueAt: Date;
}
