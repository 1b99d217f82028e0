import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores, type MongoStores } from '../src/adapters/mongo/connect';
import { localToInstant } from '../src/domain/service-calendar/local-time';
import { openStates } from '../src/domain/ticket/ticket-state';
import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';
import { median, millisecondsOf } from './measure';
import { peak, startOfPeak } from './memory-peak';
import { fillOpenTickets } from './open-tickets';

const rounds = 5;
/** Wed 10.06.2026, 11:00 in Berlin: inside service time. */
const now = localToInstant('2026-06-10T11:00', 'Europe/Berlin') ?? NaN;

export interface DigestFigure {
  readonly tickets: number;
  /** Medians in milliseconds: the figures of the dispatch digest, and as a floor counting the same tickets. */
  readonly figures: number;
  readonly floor: number;
  /** Peak growth of the process's memory, in megabytes. */
  readonly peakGrowth: number;
}

/** The aggregation of the dispatch digest over this many open tickets, on its own embedded store in this process. */
export async function measureDigest(tickets: number): Promise<DigestFigure> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-digest-'));
  const store = await startEmbeddedStore({ directory });
  const stores = await connectStores(store.uri);
  try {
    await fillOpenTickets(stores, tickets, 100, now);
    return { tickets, ...(await measureOn(stores, tickets)) };
  } finally {
    await stores.close();
    await store.close();
    await rm(directory, { recursive: true });
  }
}

async function measureOn(stores: MongoStores, tickets: number): Promise<Omit<DigestFigure, 'tickets'>> {
  const at = { now, today: '2026-06-10', endOfToday: now + 13 * 3_600_000 };
  const figuresOnce = async () => {
    const found = await stores.tickets.figures([{}], at);
    const open = found.reduce((sum, each) => sum + each.open, 0);
    if (open !== tickets) throw new Error(`${open} of ${tickets} tickets were counted`);
  };
  const countOnce = async () => {
    await stores.tickets.count({ scopes: [{}], states: openStates });
  };
  await figuresOnce();
  const before = await startOfPeak();
  await figuresOnce();
  const peakGrowth = (await peak()) - before;
  const took: Record<'figures' | 'floor', number[]> = { figures: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    took.floor.push(await millisecondsOf(countOnce));
    took.figures.push(await millisecondsOf(figuresOnce));
  }
  return { figures: median(took.figures), floor: median(took.floor), peakGrowth };
}
