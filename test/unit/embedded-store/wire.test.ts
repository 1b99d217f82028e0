import { deserialize, type Document, serialize } from 'bson';
import fc from 'fast-check';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedStore, startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';

function message(
  body: Document,
  options: { opcode?: number; flags?: number; checksum?: boolean } = {},
): Buffer {
  const { opcode = 2013, flags = 0, checksum = false } = options;
  const bytes = Buffer.concat([Buffer.alloc(21), serialize(body), Buffer.alloc(checksum ? 4 : 0)]);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(77, 4);
  bytes.writeInt32LE(opcode, 12);
  bytes.writeUInt32LE((flags | (checksum ? 1 : 0)) >>> 0, 16);
  return bytes;
}

describe('the wire protocol', () => {
  let directory = '';
  let store: EmbeddedStore;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'embedded-store-'));
    store = await startEmbeddedStore({ directory });
  });
  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function opened(): Promise<Socket> {
    const socket = connect(store.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }
  async function answerTo(...chunks: Buffer[]): Promise<Document> {
    const socket = await opened();
    for (const chunk of chunks) socket.write(chunk);
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(bytes.readInt32LE(8)).toBe(77);
    return deserialize(bytes.subarray(21));
  }
  async function expectClosed(bytes: Buffer): Promise<void> {
    const socket = await opened();
    const closed = once(socket, 'close');
    socket.write(bytes);
    await closed;
    expect(await answerTo(message({ ping: 1, $db: 'admin' }))).toEqual({ ok: 1 });
  }

  test('given a message in pieces, then it is answered when whole', async () => {
    const whole = message({ ping: 1, $db: 'admin' });
    expect(await answerTo(...Array.from(whole, (_, at) => whole.subarray(at, at + 1)))).toEqual({ ok: 1 });
  });

  test('given a checksum, then it is stepped over', async () => {
    expect(await answerTo(message({ ping: 1, $db: 'admin' }, { checksum: true }))).toEqual({ ok: 1 });
  });

  test('given no wish for an answer, then there is none, and the next message is answered', async () => {
    const silent = message({ ping: 1, $db: 'admin' }, { flags: 2 });
    expect(await answerTo(silent, message({ hello: 1, $db: 'admin' }))).toMatchObject({
      isWritablePrimary: true,
    });
  });

  test.each<[string, Buffer]>([
    ['a length of nothing', Buffer.alloc(16)],
    ['a length beyond the limit', Buffer.from([0xff, 0xff, 0xff, 0x7f])],
    ['an unknown opcode', message({ ping: 1 }, { opcode: 2012 })],
    ['an unknown flag', message({ ping: 1 }, { flags: 4 })],
    [
      'a document that ends outside',
      Buffer.concat([message({ ping: 1 }).subarray(0, 21), Buffer.from([0xff, 0, 0, 0])]),
    ],
  ])('given %s, then the connection is closed and the server lives', async (_name, bytes) => {
    const framed = Buffer.from(bytes);
    if (framed.length > 20) framed.writeInt32LE(framed.length, 0);
    await expectClosed(framed);
  });

  test('given any bytes, then the server lives', async () => {
    const whole = message({ insert: 'c', $db: 'wire', documents: [{ _id: 1, a: 'text', b: [1, 2] }] });
    const broken = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(broken, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) if (at >= 4) bytes[at] = value;
        const socket = await opened();
        const settled = Promise.race([once(socket, 'close'), once(socket, 'data')]);
        socket.write(bytes);
        // Half of a question for no answer would leave nothing to wait for.
        socket.end(message({ ping: 1, $db: 'admin' }));
        await settled;
        socket.destroy();
        expect(await answerTo(message({ ping: 1, $db: 'admin' }))).toEqual({ ok: 1 });
      }),
      { numRuns: 100 },
    );
  });
});
