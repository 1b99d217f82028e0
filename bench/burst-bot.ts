import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connectStores, type MongoStores } from '../src/adapters/mongo/connect';
import { loadOrganisation } from '../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../src/config';
import { localToInstant } from '../src/domain/service-calendar/local-time';
import type { WaitingTicket } from './activity-press';
import { prepareTickets } from './activity-tickets';
import { startBotOfBench } from './bot-of-bench';
import { probePieces } from './longest-piece';
import { fillOpenTickets, numberOf } from './open-tickets';
import { openStore, type StoreMode } from './store-of-bench';

export interface BurstOptions {
  readonly mode: StoreMode;
  /** The local Teams. */
  readonly serviceUrl: string;
  /** How many tickets come due at once, and how many reports have their cards and mentions sent at once. */
  readonly burst: number;
  /** How many tickets wait to be accepted. */
  readonly presses: number;
}

export interface ReadyBurstBot {
  readonly port: number;
  readonly tickets: readonly WaitingTicket[];
}

export type Burst = 'due' | 'reports';
/** What the parent process asks for; a burst is answered once everything is recorded and planned, and again once it is sent. */
export type BurstQuestion = Burst | 'stop';

export interface BurstAnswer {
  /** Milliseconds since the burst began. */
  readonly took: number;
  /** The longest piece of the bot's event loop meanwhile; milliseconds. */
  readonly piece: number;
}

/** Wed 10.06.2026, 11:00 in Berlin: inside service time. */
const begun = localToInstant('2026-06-10T11:00', 'Europe/Berlin') ?? NaN;
const clock = { now: () => begun + Math.floor(performance.now()) };

/** A bot for `npm run bench -- burst`, in whose store a burst can be let loose. */
async function main(options: BurstOptions): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-burst-'));
  const organisationFile = join(directory, 'organisation.yaml');
  const sample = await readFile(sampleOrganisationFile, 'utf8');
  await writeFile(organisationFile, sample.replace(/^serviceUrl: .*$/m, `serviceUrl: ${options.serviceUrl}`));
  const installation = loadOrganisation(organisationFile);
  const fileAlone = { installation: () => installation };
  const store = await openStore(options.mode, join(directory, 'data'));
  const stores = await connectStores(store.uri);
  await fillOpenTickets(stores, options.burst, options.burst, begun);
  const reported = await prepareTickets(stores, fileAlone, options.burst, clock);
  const tickets = await prepareTickets(stores, fileAlone, options.presses, clock);
  const running = await startBotOfBench({
    storeUri: store.uri,
    organisationFile: installation,
    clock,
    checkEvery: 0,
  });
  // Nothing of the start is left.
  await running.delivered();
  const due = Array.from({ length: options.burst }, (_, index) => numberOf(index + 1));
  const burst = async (kind: Burst): Promise<void> => {
    const ids = kind === 'due' ? due : reported.map(({ number }) => number);
    if (kind === 'reports') await markAgain(stores, ids);
    const probe = probePieces();
    probe.start();
    const from = performance.now();
    const tell = () => process.send?.({ took: performance.now() - from, piece: probe.longest() });
    const checked = running.checkNow();
    await untilGone(() =>
      stores.tickets.model.exists({ _id: { $in: ids }, $or: [{ effectsDue: true }, isDue()] }),
    );
    await checked;
    tell();
    await untilGone(() => stores.deliveries.model.exists({ status: 'due', ticket: { $in: ids } }));
    tell();
    probe.stop();
  };
  process.once('disconnect', () => process.exit());
  process.on('message', (question: BurstQuestion) => {
    void (async () => {
      if (question !== 'stop') return burst(question);
      await running.stop();
      await stores.close();
      await store.close();
      await rm(directory, { recursive: true, force: true });
      process.disconnect();
    })();
  });
  process.send?.({ port: running.port, tickets } satisfies ReadyBurstBot);
}

/** As if these had just been reported: their cards and mentions are still to be planned and sent. */
async function markAgain(stores: MongoStores, ids: readonly string[]): Promise<void> {
  await stores.deliveries.model.deleteMany({ ticket: { $in: [...ids] } });
  await stores.tickets.model.updateMany(
    { _id: { $in: ids } },
    { $set: { effectsPlanned: 0, effectsDue: true, effectsDueSince: clock.now() } },
  );
}

/** Looks seldom, as it costs the store something. */
async function untilGone(find: () => Promise<unknown>): Promise<void> {
  while ((await find()) !== null) await wait(100);
}

const isDue = () => ({ nextDueAt: { $lte: clock.now() } });

void main(JSON.parse(process.argv[2] ?? '') as BurstOptions);
