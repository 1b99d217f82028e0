import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/adapters/clock';
import { connectStores } from '../src/adapters/mongo/connect';
import { loadOrganisation } from '../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../src/config';
import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';
import { startFloor } from './activity-floor';
import type { WaitingTicket } from './activity-press';
import { prepareLongTickets, prepareTickets } from './activity-tickets';
import { startBotOfBench } from './bot-of-bench';

/** What the process has to run. */
export interface ContestantOptions {
  readonly kind: 'floor' | 'floor-with-store' | 'bot-sends-off' | 'bot-sends-on';
  /** The local Teams. */
  readonly serviceUrl: string;
  readonly tickets: number;
  /** Additional tickets, by length of history. */
  readonly long?: { readonly count: number; readonly lengths: readonly number[] };
}

export interface ReadyContestant {
  readonly port: number;
  readonly tickets: WaitingTicket[];
  readonly long: Readonly<Record<number, WaitingTicket[]>>;
}

/** Questions from the parent process; each is answered with `{ answer }`. */
export type Question = 'delivered' | 'accepted' | 'stop';

/** One contestant of `npm run bench -- activity`, with its store in the same process as `npm start` has it. */
async function main(options: ContestantOptions): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-activity-'));
  const contestant = await (options.kind.startsWith('floor') ? floor : bot)(options, directory);
  process.on('message', (question: Question) => {
    void (async () => {
      const answer = question === 'stop' ? await contestant.stop() : await contestant[question]();
      if (question === 'stop') await rm(directory, { recursive: true, force: true });
      process.send?.({ answer: answer ?? 0 });
      if (question === 'stop') process.disconnect();
    })();
  });
  process.send?.(contestant.ready);
}

interface Contestant {
  readonly ready: ReadyContestant;
  delivered(): Promise<void>;
  /** How many accepted tickets the store holds. */
  accepted(): Promise<number>;
  stop(): Promise<void>;
}

async function floor({ kind, tickets }: ContestantOptions, directory: string): Promise<Contestant> {
  const store = kind === 'floor' ? undefined : await startEmbeddedStore({ directory });
  const running = await startFloor(store?.uri, tickets);
  return {
    ready: { port: running.port, tickets: running.tickets, long: {} },
    delivered: () => Promise.resolve(),
    accepted: () => Promise.resolve(0),
    stop: async () => {
      await running.close();
      await store?.close();
    },
  };
}

async function bot(options: ContestantOptions, directory: string): Promise<Contestant> {
  const { kind, serviceUrl, tickets, long } = options;
  const organisationFile = join(directory, 'organisation.yaml');
  const sample = await readFile(sampleOrganisationFile, 'utf8');
  await writeFile(organisationFile, sample.replace(/^serviceUrl: .*$/m, `serviceUrl: ${serviceUrl}`));
  const installation = loadOrganisation(organisationFile);
  const fileAlone = { installation: () => installation };
  const store = await startEmbeddedStore({ directory: join(directory, 'data') });
  const stores = await connectStores(store.uri);
  const waiting = await prepareTickets(stores, fileAlone, tickets);
  const longOnes: Record<number, WaitingTicket[]> = {};
  for (const length of long?.lengths ?? []) {
    longOnes[length] = await prepareLongTickets(stores, fileAlone, long?.count ?? 0, length);
  }
  const running = await startBotOfBench({
    storeUri: store.uri,
    organisationFile: installation,
    clock: systemClock,
    sending: kind === 'bot-sends-on',
  });
  return {
    ready: { port: running.port, tickets: waiting, long: longOnes },
    delivered: () => running.delivered(),
    accepted: () => stores.tickets.count({ scopes: [{}], states: ['accepted'] }),
    stop: async () => {
      await running.stop();
      await stores.close();
      await store.close();
    },
  };
}

void main(JSON.parse(process.argv[2] ?? '') as ContestantOptions);
