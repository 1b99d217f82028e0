import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MongoStores, connectStores } from '../src/adapters/mongo/connect';
import { loadOrganisation } from '../src/adapters/organisation/load-organisation';
import { digestOf } from '../src/app/queries/digest';
import { openTickets, similarOpenTickets } from '../src/app/queries/ticket-lists';
import { sampleOrganisationFile } from '../src/config';
import type { Reader } from '../src/domain/ticket/access';
import { localToInstant } from '../src/domain/service-calendar/local-time';
import { probePieces } from './longest-piece';
import { median, millisecondsOf } from './measure';
import { fillOpenTickets } from './open-tickets';
import { openStore, type StoreMode } from './store-of-bench';

const rounds = 5;
/** Wed 10.06.2026, 11:00 in Berlin: inside service time. */
const now = localToInstant('2026-06-10T11:00', 'Europe/Berlin') ?? NaN;

export interface OverviewFigure {
  readonly what: string;
  /** Medians in milliseconds: until the answer is there; the longest piece of the bot's process, and of the store's. */
  readonly took: number;
  readonly bot: number;
  /** Absent where the store runs in the bot's process. */
  readonly store?: number;
}

/** What people ask for over this many open tickets, with the store in the same process or in one of its own. */
export async function measureOverview(tickets: number, mode: StoreMode): Promise<readonly OverviewFigure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-overview-'));
  const store = await openStore(mode, directory);
  const stores = await connectStores(store.uri);
  const probe = probePieces();
  try {
    await fillOpenTickets(stores, tickets, 100, now);
    const figures: OverviewFigure[] = [];
    for (const [what, ask] of Object.entries(questionsTo(stores))) {
      const each: { took: number; bot: number; store: number }[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        await store.ask('start');
        probe.start();
        const took = await millisecondsOf(ask);
        const figure = { took, bot: probe.longest(), store: await store.ask('longest') };
        // The first round only warms up.
        if (round > 0) each.push(figure);
      }
      const of = (name: 'took' | 'bot' | 'store') => median(each.map((figure) => figure[name]));
      const { took, bot } = { took: of('took'), bot: of('bot') };
      figures.push(mode === 'together' ? { what, took, bot } : { what, took, bot, store: of('store') });
    }
    return figures;
  } finally {
    probe.stop();
    await stores.close();
    await store.close();
    await rm(directory, { recursive: true });
  }
}

function questionsTo(stores: MongoStores): Readonly<Record<string, () => Promise<void>>> {
  const installation = loadOrganisation(sampleOrganisationFile);
  const deps = { ...stores, directory: { installation: () => installation }, clock: { now: () => now } };
  const readers: Readonly<Record<string, Reader>> = {
    dispatch: { places: [{ kind: 'dispatch' }] },
    operator: { places: [{ kind: 'organisation', organisation: 'netz-nord' }] },
    module: { places: [{ kind: 'module', module: 'betriebstagebuch' }] },
    person: { person: 'dispatcher-1' },
  };
  const overviews = Object.entries(readers).map(([name, reader]): [string, () => Promise<void>] => [
    `overview, ${name}`,
    async () => {
      const { list } = await digestOf(deps, reader, { limit: 10 });
      if (list.total === 0) throw new Error(`${name} reads nothing`);
    },
  ]);
  const anybody = readers['dispatch'] ?? { places: [] };
  return {
    // What the machine itself keeps a process waiting.
    'nothing (floor)': () => new Promise((resolve) => setTimeout(resolve, 300)),
    ...Object.fromEntries(overviews),
    'list, page 1': async () => void (await openTickets(deps, anybody, { limit: 10 })),
    'list, page 500': async () => void (await openTickets(deps, anybody, { limit: 10, skip: 4_990 })),
    'list, class 2': async () => void (await openTickets(deps, anybody, { limit: 10, faultClass: 2 })),
    'similar tickets': async () => void (await similarOpenTickets(deps, 'netz-nord', 'betriebstagebuch', 3)),
    backlog: async () => void (await stores.deliveries.backlog()),
  };
}
