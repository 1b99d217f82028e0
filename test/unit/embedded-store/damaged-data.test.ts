import { cp, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { DataDamaged } from '../../../src/embedded-store/directory-errors';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { storeProcess } from './store-in-process';

interface Ticket {
  readonly _id: number;
  readonly state: string;
  readonly text: string;
}
const tickets = 137;

/** What the data file of a store says that was damaged since; none of it may be served. */
describe('data that is not whole', () => {
  let whole: string;
  let directory: string;
  beforeAll(async () => {
    whole = await mkdtemp(path.join(tmpdir(), 'damaged-'));
    const store = await startEmbeddedStore({ directory: whole });
    const client = await new MongoClient(store.uri).connect();
    const collection = client.db('bot').collection<Ticket>('tickets');
    await collection.createIndex({ state: 1 });
    for (let id = 0; id < tickets; id += 1)
      await collection.insertOne({
        _id: id,
        state: `s${id % 7}`,
        text: `${id} `.repeat(id % 9 === 0 ? 4_000 : 300),
      });
    await client.close();
    await store.close();
  });
  afterAll(() => rm(whole, { recursive: true, force: true }));
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'damaged-'));
    await cp(whole, directory, { recursive: true });
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const data = () => path.join(directory, 'embedded', 'data.mdb');
  const size = async () => (await stat(data())).size;
  const overwrite = async (at: number, bytes: Buffer) => {
    const file = await open(data(), 'r+');
    await file.write(bytes, 0, bytes.length, at);
    await file.close();
  };
  const forget = () => rm(path.join(directory, 'store-record'));
  const noise = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 131 + 89) & 0xff));

  it('given whole data, then all of it is served, also when nothing noted how far it had come', async () => {
    await forget();
    const store = await startEmbeddedStore({ directory });
    const client = await new MongoClient(store.uri).connect();
    expect(await client.db('bot').collection('tickets').countDocuments()).toBe(tickets);
    await client.close();
    await store.close();
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    ['an empty file', () => truncate(data(), 0), /the data file is empty/],
    [
      'an empty file that nothing was noted of',
      async () => (await forget(), truncate(data(), 0)),
      /is empty/,
    ],
    ['no file', () => rm(data()), /the data file is missing/],
    ['no folder', () => rm(path.dirname(data()), { recursive: true }), /the data file is missing/],
    [
      'half a file',
      async () => truncate(data(), Math.floor((await size()) / 2)),
      /has \d+ bytes, but had \d+/,
    ],
    [
      'half a file that nothing was noted of',
      async () => (await forget(), truncate(data(), Math.floor((await size()) / 8192) * 4096)),
      /cannot be read to its end|entries are there/,
    ],
    ['all but the last page', async () => truncate(data(), (await size()) - 4096), /bytes, but had/],
    ['some bytes', async () => (await forget(), truncate(data(), 100)), /cannot be read to its end/],
    ['noise', async () => writeFile(data(), noise(await size())), /does not begin as one/],
    ['a text', async () => (await forget(), writeFile(data(), 'no data')), /does not begin as one/],
    [
      'noise in its middle',
      async () => overwrite(Math.floor((await size()) / 8192) * 4096, noise(16_384)),
      /cannot be read|not as it was written|entries are there|differ/,
    ],
    [
      'zeros from its middle on',
      async () => overwrite(8_192, Buffer.alloc((await size()) - 8_192)),
      /cannot be read|entries are there/,
    ],
    [
      'one letter of a text changed',
      async () => {
        const at = (await readFile(data())).lastIndexOf('135 135 135');
        await overwrite(at, Buffer.from('9'));
      },
      /something stored is not as it was written|differ/,
    ],
    [
      'the pages of an earlier time',
      async () => {
        // Both roots gone back: the newest commits are not there any more.
        await rm(data());
        const earlier = await mkdtemp(path.join(tmpdir(), 'damaged-'));
        const store = await startEmbeddedStore({ directory: earlier });
        const client = await new MongoClient(store.uri).connect();
        await client.db('bot').collection<Ticket>('tickets').insertOne({ _id: 1, state: 's', text: '' });
        await client.close();
        await store.close();
        await cp(path.join(earlier, 'embedded', 'data.mdb'), data());
        await truncate(data(), (await stat(path.join(whole, 'embedded', 'data.mdb'))).size);
        await rm(earlier, { recursive: true });
      },
      /ends with commit \d+, but commit \d+ had been stored/,
    ],
  ])(
    'given %s, when started, then it is refused with what to do, and left as it is',
    async (_name, damage, reason) => {
      await damage();
      const before = await readFile(data()).catch(() => undefined);
      const start = startEmbeddedStore({ directory });
      await expect(start).rejects.toThrow(DataDamaged);
      await expect(start).rejects.toThrow(reason);
      await expect(start).rejects.toThrow(
        /Put back a copy of the whole directory, or move the directory away/,
      );
      expect(await readFile(data()).catch(() => undefined)).toEqual(before);
    },
  );

  it('given a store killed right after its first write, when its file is emptied, then that is noticed', async () => {
    await rm(directory, { recursive: true });
    const store = await storeProcess(directory);
    const client = await new MongoClient(store.address ?? '').connect();
    await client.db('bot').collection<Ticket>('tickets').insertOne({ _id: 1, state: 's', text: '' });
    await store.kill('SIGKILL');
    await client.close();
    await rm(data());
    await expect(startEmbeddedStore({ directory })).rejects.toThrow('the data file is missing');
  });

  it('given half a file, when run as a process, then one sentence and no stack is what the person reads', async () => {
    await truncate(data(), Math.floor((await size()) / 2));
    const store = await storeProcess(directory);
    await store.kill();
    expect(store.address).toBeUndefined();
    expect(await store.wrong).toMatch(/^the data in \S+ is damaged: .*empty store\n$/);
  });
});
