import { deserialize, type Document, serialize } from 'bson';
import fc from 'fast-check';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedStore, startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { decodeRequest, MessageReader } from '../../../src/embedded-store/wire';

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

/** A message with one section of documents, named x, that claims this length. */
function section(length: number, kind = 1): Buffer {
  const bytes = Buffer.concat([message({}).subarray(0, 20), Buffer.alloc(7)]);
  bytes[20] = kind;
  bytes.writeInt32LE(length, 21);
  bytes.write('x', 25);
  return bytes;
}

/** A message whose document claims a length that differs from its own. */
function claiming(difference: number): Buffer {
  const bytes = message({ ping: 1, $db: 'admin' });
  bytes.writeInt32LE(bytes.readInt32LE(21) + difference, 21);
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
    // The section says that it is shorter than nothing, which once led back to its beginning for ever.
    [
      'a section of a negative length',
      Buffer.from('1b0000000100000000000000dd0700000000000001ffffffff7800', 'hex'),
    ],
    ['a section of no length', section(0)],
    ['a section shorter than its name', section(5)],
    ['a section longer than its message', section(500)],
    ['a section of an unknown kind', section(10, 2)],
    ['a negative length', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['the least length', Buffer.from([0, 0, 0, 0x80])],
    ['a length below a header', Buffer.from([15, 0, 0, 0, ...Buffer.alloc(11)])],
    ['only a header', Buffer.from([16, ...Buffer.alloc(11), 0xdd, 7, 0, 0])],
    ['no body', message({}).subarray(0, 20)],
    [
      'a second body',
      Buffer.concat([message({ ping: 1, $db: 'a' }), Buffer.from([0]), serialize({ ping: 1 })]),
    ],
    ['a document that is shorter than it claims', claiming(-1)],
    ['a document that is longer than it claims', claiming(1)],
    ['a reply', message({ ping: 1 }, { opcode: 1 })],
    [
      'a query without an end of its name',
      Buffer.concat([message({}, { opcode: 2004 }).subarray(0, 20), Buffer.from('abc')]),
    ],
    ['what a browser says', Buffer.from('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')],
    ['an unknown flag', message({ ping: 1 }, { flags: 4 })],
    [
      'a document that ends outside',
      Buffer.concat([message({ ping: 1 }).subarray(0, 21), Buffer.from([0xff, 0, 0, 0])]),
    ],
  ])('given %s, then the connection is closed and the server lives', async (_name, bytes) => {
    const framed = Buffer.from(bytes);
    if (framed.length > 19 && framed[0] !== 0x47) framed.writeInt32LE(framed.length, 0);
    await expectClosed(framed);
  });

  test('given any sections of any lengths, then each is read or refused, and nothing is read for ever', () => {
    const length = fc.oneof(
      fc.integer({ min: -10, max: 60 }),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    );
    const part = fc.tuple(fc.constantFrom(0, 1, 1, 2, 255), length, fc.uint8Array({ maxLength: 40 }));
    const opcode = fc.constantFrom(2013, 2013, 2004, 2012, 1, -1);
    fc.assert(
      fc.property(opcode, fc.array(part, { maxLength: 5 }), (code, parts) => {
        const sections = parts.map(([kind, size, rest]) => {
          const bytes = Buffer.concat([Buffer.alloc(5), rest]);
          bytes[0] = kind;
          bytes.writeInt32LE(size, 1);
          return bytes;
        });
        const bytes = Buffer.concat([message({}, { opcode: code }).subarray(0, 20), ...sections]);
        bytes.writeInt32LE(bytes.length, 0);
        const [framed] = [...new MessageReader().push(bytes)];
        expect(framed).toEqual(bytes);
        try {
          expect(decodeRequest(bytes).body).toBeInstanceOf(Object);
        } catch (error) {
          expect((error as Error).message).toEqual(expect.any(String));
        }
      }),
      { numRuns: 2_000 },
    );
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
