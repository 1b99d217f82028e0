import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient, type MongoServerError } from 'mongodb';
import { mountSmall, type StoreProcess, storeProcess } from './store-in-process';

interface Ticket {
  readonly _id: number;
  readonly text: string;
}
const text = 'x'.repeat(3_000);

describe('a disk without room', () => {
  let directory: string;
  let client: MongoClient;
  let store: StoreProcess;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'full-disk-'));
  });
  afterEach(async () => {
    await client.close();
    await store.kill();
    await rm(directory, { recursive: true, force: true });
  });

  /** Inserts until it is refused; gives what was acknowledged and the refusal. */
  async function fill(): Promise<{ acknowledged: number[]; refusal: MongoServerError }> {
    client = await new MongoClient(store.address ?? '').connect();
    const tickets = client.db('bot').collection<Ticket>('tickets');
    const acknowledged: number[] = [];
    for (let id = 0; id < 1_000; id += 1) {
      try {
        await tickets.insertOne({ _id: id, text });
      } catch (error) {
        return { acknowledged, refusal: error as MongoServerError };
      }
      acknowledged.push(id);
    }
    throw new Error('there was room for everything');
  }

  /** The same on every kind of limit: a sentence, all of what was acknowledged, and room can be made by deleting. */
  async function expectToLiveOn(makeRoom = () => Promise.resolve()): Promise<void> {
    const { acknowledged, refusal } = await fill();
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(refusal).toMatchObject({ code: 14031 });
    expect(refusal.message).toMatch(
      /^there is no room left for the data directory \((?:ENOSPC|EFBIG)\); nothing of this was stored$/,
    );
    const tickets = client.db('bot').collection<Ticket>('tickets');
    const ids = async () => (await tickets.find().toArray()).map(({ _id }) => _id);
    expect(await ids()).toEqual(acknowledged);
    // Each of several writers at once is refused, and so is who comes after them.
    const several = await Promise.allSettled(
      [1, 2, 3].map((id) => tickets.insertOne({ _id: 2_000 + id, text })),
    );
    expect(several.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    for (let below = 10; below <= 60; below += 10) await tickets.deleteMany({ _id: { $lt: below } });
    await tickets.insertOne({ _id: 5_000, text });
    const left = [...acknowledged.slice(60), 5_000];
    expect(await ids()).toEqual(left);
    await client.close();
    await store.kill('SIGKILL');
    await makeRoom();
    store = await storeProcess(directory);
    client = await new MongoClient(store.address ?? '').connect();
    expect(
      (await client.db('bot').collection<Ticket>('tickets').find().toArray()).map(({ _id }) => _id),
    ).toEqual(left);
  }

  it('given a limit to the size of files, then writes are refused by a sentence, and what was acknowledged stays', async () => {
    store = await storeProcess(directory, 3_000);
    await expectToLiveOn();
  });

  it('given a full file system (where one may be mounted), then the same', async () => {
    const unmount = mountSmall(directory, '1500k');
    if (unmount === undefined) {
      console.log('Only a limit to files was tried: this user may not mount a small file system.');
      store = await storeProcess(directory);
      client = new MongoClient(store.address ?? '');
      return;
    }
    try {
      const ballast = path.join(directory, 'ballast');
      await writeFile(ballast, Buffer.alloc(200_000));
      store = await storeProcess(directory);
      await expectToLiveOn(() => rm(ballast));
      // A start without room is refused by a sentence too.
      await client.close();
      await store.kill();
      await writeFile(path.join(directory, 'other'), Buffer.alloc(1_500_000)).catch(() => undefined);
      store = await storeProcess(directory);
      await store.kill();
      expect(await store.wrong).toMatch(
        /^the data directory \S+ cannot be used \(ENOSPC\): its disk is full\n$/,
      );
    } finally {
      await client.close();
      await store.kill();
      unmount();
    }
  });
});
