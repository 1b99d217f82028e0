import { open } from 'lmdb';
import { MongoClient } from 'mongodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';

const roundMilliseconds = 600;
const roundCount = 5;
const writerCount = 32;
const ticketCount = 1_000;

interface Ticket {
  _id: string;
  version: number;
  nextDueAt: number;
  text: string;
}
type Write = (count: number) => Promise<unknown>;

/** Calls per second of `writers`, each waiting for its own acknowledgement, within one round. */
async function rate(write: Write, writers: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  const writer = async (): Promise<void> => {
    while (performance.now() - begun < roundMilliseconds) {
      count += 1;
      await write(count);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (count / (performance.now() - begun)) * 1_000;
}

/** `npm run bench -- store`: durable writes per second of the embedded store compared with bare LMDB, in turns. */
export async function run(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-store-'));
  const bare = open<Buffer, string>({
    path: join(directory, 'bare'),
    encoding: 'binary',
    overlappingSync: false,
  });
  const store = await startEmbeddedStore({ directory: join(directory, 'store') });
  const client = await new MongoClient(store.uri, { maxPoolSize: writerCount }).connect();
  const tickets = client.db('bench').collection<Ticket>('tickets');
  await tickets.createIndex({ nextDueAt: 1 });
  const text = 'x'.repeat(1_000);
  const blank = Array.from({ length: ticketCount }, (_, at) => ({
    _id: `T${at}`,
    version: 0,
    nextDueAt: at,
    text,
  }));
  await tickets.insertMany(blank);

  const value = Buffer.alloc(1_100, 'x');
  const key = (count: number): string => `T${count % ticketCount}`;
  const put: Write = (count) => bare.put(key(count), value);
  const update: Write = (count) =>
    tickets.updateOne({ _id: key(count) }, { $inc: { version: 1 }, $set: { nextDueAt: count } });
  const guarded: Write = async (count) => {
    const found = await tickets.findOne({ _id: key(count) });
    const guard = { _id: key(count), version: found?.version ?? 0 };
    await tickets.findOneAndUpdate(guard, { $inc: { version: 1 }, $set: { nextDueAt: count } });
  };

  const contestants: [name: string, write: Write, floor: boolean][] = [
    ['bare LMDB, durable put (floor)', put, true],
    ['store, updateOne', update, false],
    ['store, findOne and guarded findOneAndUpdate', guarded, false],
  ];
  try {
    for (const writers of [1, writerCount]) {
      const rates = new Map<string, number[]>(contestants.map(([name]) => [name, []]));
      for (const [, write] of contestants) await rate(write, writers);
      for (let round = 0; round < roundCount; round += 1) {
        for (const [name, write] of contestants) rates.get(name)?.push(await rate(write, writers));
      }
      const median = (name: string): number =>
        rates.get(name)?.sort((a, b) => a - b)[Math.floor(roundCount / 2)] ?? NaN;
      const floor = median(contestants.find(([, , isFloor]) => isFloor)?.[0] ?? '');
      console.log(
        `${writers} writer${writers === 1 ? '' : 's'}: durable writes per second, and share of the floor`,
      );
      for (const [name] of contestants) {
        const figure = median(name).toFixed(0).padStart(8);
        console.log(`  ${name.padEnd(46)}${figure}${(median(name) / floor).toFixed(2).padStart(8)}`);
      }
    }
  } finally {
    await client.close();
    await store.close();
    await bare.close();
    await rm(directory, { recursive: true });
  }
}
