import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { Storage } from '../../../src/embedded-store/storage';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';

interface Ticket {
  _id: string;
  n: number;
}

describe('a process that exits while the store writes', () => {
  test('given a write under way, when the process is to end, then it ends, and nothing of the write is there', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'durability-'));
    const script = path.join(__dirname, 'exit-while-writing.ts');
    const child = spawn(process.execPath, ['--require', 'sucrase/register/ts', script, directory], {
      stdio: 'ignore',
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    const storage = new Storage(directory, { readOnly: true });
    storage.readAll();
    expect(storage.collections.size).toBe(0);
    await storage.close();
    await rm(directory, { recursive: true });
  });
});

describe('a store that is killed', () => {
  test('given writers at work, when the process is killed, then every acknowledged write is there and every index is whole', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'durability-'));
    const written = new Map<string, number>();
    for (let round = 0; round < 3; round += 1) {
      const entry = path.join(__dirname, '../../../src/embedded-store/main.ts');
      const child = spawn(
        process.execPath,
        ['--require', 'sucrase/register/ts', entry, '--directory', directory],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const [uri] = (await once(createInterface(child.stdout), 'line')) as [string];
      const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 }).connect();
      const tickets = client.db('test').collection<Ticket>('tickets');
      await tickets.createIndex({ n: 1 });
      const acknowledgements = new Set<() => void>();
      const enough = new Promise<void>((resolve) => acknowledgements.add(resolve));
      let count = 0;
      const writer = async (id: string): Promise<void> => {
        for (let n = (written.get(id) ?? 0) + 1; ; n += 1) {
          await tickets.updateOne({ _id: id }, { $set: { n } }, { upsert: true });
          written.set(id, n);
          count += 1;
          if (count === 150) for (const resolve of acknowledgements) resolve();
        }
      };
      const writers = Array.from({ length: 8 }, (_, at) => writer(`w${at}`).catch(() => undefined));
      await enough;
      child.kill('SIGKILL');
      await once(child, 'exit');
      await Promise.all(writers);
      await client.close();
    }

    const store = await startEmbeddedStore({ directory });
    const client = await new MongoClient(store.uri).connect();
    const tickets = client.db('test').collection<Ticket>('tickets');
    const found = await tickets.find({}).toArray();
    expect(found.map(({ _id }) => _id)).toEqual([...written.keys()].sort());
    for (const { _id, n } of found) {
      // One more may have been written without its acknowledgement having come through.
      expect([written.get(_id), (written.get(_id) ?? 0) + 1]).toContain(n);
      expect(
        await tickets
          .find({ n, _id: { $gte: _id } })
          .sort({ n: 1 })
          .toArray(),
      ).toContainEqual({ _id, n });
    }
    expect(
      await tickets
        .find({ n: { $gte: 0 } })
        .sort({ n: 1 })
        .toArray(),
    ).toHaveLength(found.length);
    await client.close();
    await store.close();
    await rm(directory, { recursive: true });
  });
});
