import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient, type MongoServerError } from 'mongodb';
import { makePrivateDirectory } from '../../../src/embedded-store/private-files';
import { type EmbeddedStore, startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { mountSmall, storeProcess } from './store-in-process';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'private-data-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('who may read what is stored', () => {
  /** Every path below with its rights, as octal text. */
  async function rights(): Promise<Record<string, string>> {
    const names = ['', ...(await readdir(directory, { recursive: true }))];
    const found = names.map(async (name) => {
      const { mode } = await stat(path.join(directory, name));
      return [name, (mode & 0o777).toString(8)] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  }
  const onlyTheOwner = {
    '': '700',
    embedded: '700',
    'embedded/data.mdb': '600',
    'embedded/lock.mdb': '600',
    'store-kind': '600',
    'store-lock': '600',
    'store-record': '600',
    'store-secret': '600',
  };
  async function writeSomething({ uri }: EmbeddedStore): Promise<void> {
    const client = await new MongoClient(uri).connect();
    await client.db('bot').collection('tickets').insertOne({ text: 'x' });
    await client.close();
  }

  it('given a new directory, also below a generous umask, then only its owner may read anything', async () => {
    const before = process.umask(0);
    try {
      const store = await startEmbeddedStore({ directory });
      await writeSomething(store);
      expect(await rights()).toEqual(onlyTheOwner);
      await store.close();
    } finally {
      process.umask(before);
    }
  });

  it('given a directory that everybody may read, then it is taken from them, but not what is not ours', async () => {
    const first = await startEmbeddedStore({ directory });
    await writeSomething(first);
    await first.close();
    await mkdir(path.join(directory, 'teams'));
    for (const name of await readdir(directory, { recursive: true }))
      await chmod(path.join(directory, name), name.includes('.') || name.includes('-') ? 0o666 : 0o777);
    await writeFile(path.join(directory, 'a.txt'), '', { mode: 0o644 });
    await chmod(directory, 0o777);
    const store = await startEmbeddedStore({ directory });
    expect(await rights()).toEqual({ ...onlyTheOwner, teams: '700', 'a.txt': '644' });
    await store.close();
  });

  it("given the directory of everybody's temporary files, then it is refused and left as it is", async () => {
    await chmod(directory, 0o1777);
    await expect(makePrivateDirectory(directory, [await realpath(directory)])).rejects.toMatchObject({
      code: 'EPERM',
    });
    expect((await stat(directory)).mode & 0o7777).toBe(0o1777);
    expect(await readdir(directory)).toEqual([]);
  });

  it('given a file system that can only be read (where one may be mounted), then one sentence says so', async () => {
    const unmount = mountSmall(directory, '1m');
    if (unmount === undefined || spawnSync('mount', ['-o', 'remount,ro', directory]).status !== 0) {
      console.log('Not tried: this user may not mount a file system to read only.');
      unmount?.();
      return;
    }
    const store = await storeProcess(directory);
    await store.kill();
    unmount();
    expect(store.address).toBeUndefined();
    expect(await store.wrong).toBe(
      `the data directory ${directory} cannot be used (EROFS): it can only be read\n`,
    );
  });
});

describe('the secret of a store', () => {
  let store: EmbeddedStore;
  let clients: MongoClient[];
  beforeEach(async () => {
    store = await startEmbeddedStore({ directory });
    clients = [];
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await store.close();
  });
  const client = (uri: string): MongoClient => {
    const opened = new MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
    clients.push(opened);
    return opened;
  };
  const anonymous = () => client(`mongodb://127.0.0.1:${store.port}/?directConnection=true`);
  const code = (error: unknown) => (error as MongoServerError).code;

  it.each([
    { find: 't' },
    { insert: 't', documents: [{ a: 1 }] },
    { update: 't', updates: [] },
    { delete: 't', deletes: [] },
    { findAndModify: 't', remove: true },
    { aggregate: 't', pipeline: [], cursor: {} },
    { count: 't' },
    { distinct: 't', key: 'a' },
    { getMore: 1, collection: 't' },
    { killCursors: 't', cursors: [] },
    { listCollections: 1 },
    { listIndexes: 't' },
    { createIndexes: 't', indexes: [] },
    { dropIndexes: 't', index: '*' },
    { create: 't' },
    { drop: 't' },
    { dropDatabase: 1 },
    { buildInfo: 1 },
    { connectionStatus: 1 },
  ])('given no secret, when asked %j, then it is refused', async (command) => {
    await expect(anonymous().db('bot').command(command)).rejects.toMatchObject({
      code: 13,
      codeName: 'Unauthorized',
    });
  });

  it.each([
    ['a wrong secret', (uri: string) => uri.replace(/:[\w-]{43}@/, ':wrong@'), 18],
    ['another user', (uri: string) => uri.replace('//store:', '//root:'), 18],
    ['another mechanism', (uri: string) => uri.replace('PLAIN', 'SCRAM-SHA-256'), 334],
  ])('given %s, then nothing is answered', async (_name, change, refused) => {
    const error = await client(change(store.uri))
      .db('bot')
      .command({ find: 't' })
      .catch((thrown: unknown) => thrown);
    expect(code(error)).toBe(refused);
  });

  it('given the secret that lies in the directory, then it answers, and so after another start', async () => {
    const secret = (await readFile(path.join(directory, 'store-secret'), 'utf8')).trim();
    expect(secret).toHaveLength(43);
    const address = () =>
      `mongodb://store:${secret}@127.0.0.1:${store.port}/?directConnection=true&authMechanism=PLAIN&authSource=%24external`;
    expect(store.uri).toBe(address());
    await expect(client(address()).db('bot').command({ count: 't' })).resolves.toMatchObject({ n: 0 });
    await store.close();
    store = await startEmbeddedStore({ directory });
    await expect(client(address()).db('bot').command({ count: 't' })).resolves.toMatchObject({ n: 0 });
  });

  it('given a secret file that is empty, then a new secret is made', async () => {
    await store.close();
    await writeFile(path.join(directory, 'store-secret'), '');
    store = await startEmbeddedStore({ directory });
    expect((await readFile(path.join(directory, 'store-secret'), 'utf8')).trim()).toHaveLength(43);
    await expect(client(store.uri).db('bot').command({ count: 't' })).resolves.toMatchObject({ n: 0 });
  });

  it('given no secret, when much is sent, then the connection ends before it is kept', async () => {
    const socket = connect(store.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    const head = Buffer.alloc(16);
    head.writeInt32LE(1_000_000, 0);
    head.writeInt32LE(2013, 12);
    socket.write(head);
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});
