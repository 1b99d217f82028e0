import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MongoClient,
  type MongoServerError,
  ObjectId,
  Timestamp,
} from 'mongodb';
import { type EmbeddedStore, startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';

interface Ticket {
  _id: string | number;
  number?: string | number;
  version?: number;
  by?: number;
  n?: number;
  long?: string;
  place?: unknown;
  due?: number;
  other?: number;
  text?: string;
  more?: string | null;
}

/** Code and message of the refusal, or that there was none. */
async function refusal(call: Promise<unknown>): Promise<{ code?: unknown; message: string }> {
  try {
    await call;
    return { message: 'not refused' };
  } catch (error) {
    const { code, message } = error as MongoServerError;
    return { code, message };
  }
}

describe('the embedded store, asked by the driver', () => {
  let directory = '';
  let store: EmbeddedStore;
  let client: MongoClient;
  const tickets = () => client.db('test').collection<Ticket>('tickets');

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'embedded-store-'));
    store = await startEmbeddedStore({ directory });
    client = await new MongoClient(store.uri).connect();
  });
  beforeEach(() => client.db('test').dropDatabase());
  afterAll(async () => {
    await client.close();
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  test('given every kind of value, when stored and read, then types and the order of fields are kept', async () => {
    const values = {
      _id: new ObjectId(),
      zero: new Double(-0),
      whole: new Double(3),
      int: new Int32(3),
      long: Long.fromString('9007199254740993'),
      nan: new Double(NaN),
      decimal: Decimal128.fromString('0.10'),
      date: new Date(5),
      binary: new Binary(Buffer.from([1, 2]), 4),
      stamp: new Timestamp({ t: 1, i: 2 }),
      none: null,
      nested: { b: [1, { a: null }], a: 'ß' },
    };
    const typed = client.db('test').collection('typed', { promoteValues: false, promoteLongs: false });
    await typed.insertOne(values);
    await typed.updateOne({ int: 3 }, { $set: { touched: true } });
    const [found] = await typed.find({}).toArray();
    const { touched, ...rest } = found as Record<string, unknown>;
    expect(touched).toBe(true);
    expect(Object.keys(rest)).toEqual(Object.keys(values));
    expect(JSON.stringify(rest)).toBe(JSON.stringify(values));
    expect(Object.is((rest.zero as Double).value, -0)).toBe(true);
    expect(rest.whole).toBeInstanceOf(Double);
  });

  test('given a document whose _id comes last, then it is stored first', async () => {
    await tickets().insertOne({ number: 1, _id: 'a' });
    expect(Object.keys((await tickets().findOne({ _id: 'a' })) ?? {})).toEqual(['_id', 'number']);
  });

  test('given a unique index, when a key comes twice, then 11000 with pattern, value and the message of MongoDB', async () => {
    await tickets().createIndex({ number: 1 }, { unique: true });
    await tickets().insertOne({ _id: 'a', number: 'x' });
    await expect(tickets().insertOne({ _id: 'b', number: 'x' })).rejects.toMatchObject({
      code: 11000,
      message: 'E11000 duplicate key error collection: test.tickets index: number_1 dup key: { number: "x" }',
      keyPattern: { number: 1 },
      keyValue: { number: 'x' },
    });
    await expect(
      tickets().updateOne({ _id: 'c' }, { $set: { number: 'x' } }, { upsert: true }),
    ).rejects.toMatchObject({ code: 11000 });
    await expect(tickets().insertOne({ _id: 'a' })).rejects.toMatchObject({ keyPattern: { _id: 1 } });
    await tickets().deleteOne({ _id: 'a' });
    await tickets().insertOne({ _id: 'b', number: 'x' });
  });

  test('given double keys already there, when a unique index is made, then it is refused and leaves nothing behind', async () => {
    await tickets().insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    expect(await refusal(tickets().createIndex({ n: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
    await tickets().createIndex({ n: 1 });
    expect((await tickets().indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
    expect(await tickets().find({ n: 1 }).toArray()).toHaveLength(2);
  });

  test('given an ordered insert, then it stops at the refusal; an unordered one goes on', async () => {
    const three = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }];
    await expect(tickets().insertMany(three)).rejects.toMatchObject({ insertedCount: 1 });
    await expect(tickets().insertMany(three, { ordered: false })).rejects.toMatchObject({ insertedCount: 1 });
    expect(await tickets().countDocuments()).toBe(2);
  });

  test('given 50 guarded updates at once, then one wins', async () => {
    await tickets().insertOne({ _id: 'a', version: 1 });
    const guarded = Array.from({ length: 50 }, (_, by) =>
      tickets().updateOne({ _id: 'a', version: 1 }, { $set: { by }, $inc: { version: 1 } }),
    );
    const modified = (await Promise.all(guarded)).map(({ modifiedCount }) => modifiedCount);
    expect(modified.filter((count) => count === 1)).toHaveLength(1);
  });

  test('given a counter and 100 upserts at once, then 100 numbers', async () => {
    const calls = Array.from({ length: 100 }, () =>
      tickets().findOneAndUpdate(
        { _id: 'counter' },
        { $inc: { n: 1 } },
        { upsert: true, returnDocument: 'after' },
      ),
    );
    const numbers = (await Promise.all(calls)).map((counter) => counter?.n);
    expect(new Set(numbers).size).toBe(100);
  });

  describe('with indexes over 2,000 documents', () => {
    beforeEach(async () => {
      await tickets().createIndex({ place: 1, due: -1 });
      await tickets().createIndex({ due: 1 });
      await tickets().insertMany(
        Array.from({ length: 2_000 }, (_, n) => ({ _id: n, place: `p${n % 20}`, due: n, other: n })),
      );
    });

    test.each<[string, Record<string, unknown>, Record<string, 1 | -1>, number, number]>([
      ['one _id', { _id: 7 }, {}, 0, 1],
      ['one _id and a guard', { _id: 7, other: 8 }, {}, 0, 1],
      ['several _ids', { _id: { $in: [1, 5, 9] } }, {}, 0, 3],
      ['a range', { due: { $gte: 100, $lt: 110 } }, {}, 0, 11],
      ['a bound', { due: { $lte: 9 } }, { due: 1 }, 0, 10],
      ['equality, then a range', { place: 'p3', due: { $gt: 1_900 } }, {}, 0, 5],
      ['equality, sorted by the next field', { place: 'p3' }, { due: -1 }, 3, 3],
      ['the same backwards', { place: 'p3' }, { due: 1 }, 3, 3],
      ['the last by an index', {}, { due: -1 }, 2, 2],
      ['$and', { $and: [{ place: 'p3' }, { due: { $lt: 40 } }] }, {}, 0, 2],
      ['several places', { place: { $in: ['p1', 'p2'] }, due: { $lt: 20 } }, {}, 0, 2],
    ])('given %s, then only those documents are read', async (_name, filter, sort, limit, most) => {
      const before = store.documentsExamined();
      const found = await tickets().find(filter).sort(sort).limit(limit).toArray();
      expect(store.documentsExamined() - before).toBeLessThanOrEqual(most);
      const all = await tickets()
        .find({ $nor: [{ $nor: [filter] }] })
        .sort({ other: 1 })
        .toArray();
      const expected = limit === 0 ? all.map(({ _id }) => _id) : found.map(({ _id }) => _id);
      expect(found.map(({ _id }) => _id as number).sort((a, b) => a - b)).toEqual(
        (expected as number[]).sort((a, b) => a - b),
      );
    });

    test.each<[string, Record<string, unknown>, Record<string, 1 | -1>]>([
      ['several values, sorted by the next field', { place: { $in: ['p3', 'p1', 'p9'] } }, { by: 1 }],
      ['the same backwards', { place: { $in: ['p3', 'p1', 'p9'] } }, { by: -1 }],
      ['what else the index tells', { place: { $in: ['p1', 'p2'] }, version: { $ne: 1 } }, { by: 1 }],
      ['one of several conditions', { place: 'p4', $or: [{ version: 0 }, { version: 2 }] }, { by: 1 }],
    ])('given %s, then a page reads what it shows, in the order of a sort', async (_name, filter, sort) => {
      await tickets().deleteMany({});
      await tickets().createIndex({ place: 1, by: 1, version: 1 });
      await tickets().insertMany(
        Array.from({ length: 400 }, (_, n) => ({
          _id: n,
          place: `p${n % 20}`,
          by: (n * 7) % 400,
          version: n % 3,
        })),
      );
      const before = store.documentsExamined();
      const found = await tickets().find(filter).sort(sort).skip(4).limit(5).toArray();
      expect(store.documentsExamined() - before).toBe(5);
      const [direction = 1] = Object.values(sort);
      const all = await tickets()
        .find({ $nor: [{ $nor: [filter] }] })
        .toArray();
      all.sort((one, other) => direction * ((one.by ?? 0) - (other.by ?? 0)));
      expect(found).toEqual(all.slice(4, 9));
    });

    test.each<[string, Record<string, unknown>]>([
      ['a value', { place: 'p3' }],
      ['a number', { due: 3 }],
      ['a range', { due: { $gte: 100, $lt: 110 } }],
      ['a range of one value', { place: { $in: ['p3', 'p4', 'nowhere'] }, due: { $gt: 1_000 } }],
      ['what it is not', { due: { $lt: 50 }, place: { $not: { $lt: 'p3' } } }],
      ['one of two conditions', { $or: [{ place: 'p3' }, { due: { $lt: 9 } }] }],
      ['none of two conditions', { place: 'p3', $nor: [{ due: 3 }, { due: 23 }] }],
      ['everything', {}],
    ])('given %s, when counted, then no document is read', async (_name, filter) => {
      // No index is over what is asked for in addition here.
      const expected = await tickets().countDocuments({ ...filter, other: { $gte: 0 } });
      const before = store.documentsExamined();
      expect(await tickets().countDocuments(filter)).toBe(expected);
      expect(store.documentsExamined() - before).toBe(0);
    });

    test('given what an index does not tell, when counted, then the documents do', async () => {
      await tickets().updateMany({ due: { $lt: 3 } }, { $unset: { place: 1 } });
      await tickets().updateOne({ _id: 3 }, { $set: { place: null } });
      await tickets().updateOne({ _id: 4 }, { $set: { place: { name: 'p3' } } });
      expect(await tickets().countDocuments({ place: { $exists: false } })).toBe(3);
      expect(await tickets().countDocuments({ place: null })).toBe(4);
      expect(await tickets().countDocuments({ place: { name: 'p3' } })).toBe(1);
      expect(await tickets().countDocuments({ place: { $ne: 'p3' }, due: { $lt: 30 } })).toBe(29);
    });

    test.each<[string, () => Promise<unknown>]>([
      ['a count without an index', () => tickets().countDocuments({ other: { $gte: 0 } })],
      ['a count by an index', () => tickets().countDocuments({ place: { $ne: 'p3' } })],
      ['a search that finds nothing', () => tickets().findOne({ other: -1 })],
      ['a sort without an index', () => tickets().find({}).sort({ other: -1 }).limit(1).toArray()],
      [
        'a group',
        () =>
          tickets()
            .aggregate([{ $group: { _id: '$place' } }])
            .toArray(),
      ],
      ['different values', () => tickets().distinct('place')],
      ['everything at once', () => tickets().find({}).batchSize(5_000).toArray()],
    ])('given %s, then others have a turn the more often, the more is read', async (_name, read) => {
      const turns = jest.spyOn(globalThis, 'setImmediate');
      const turnsOf = async () => {
        const before = turns.mock.calls.length;
        await read();
        return turns.mock.calls.length - before;
      };
      try {
        const few = await turnsOf();
        await tickets().insertMany(
          Array.from({ length: 8_000 }, (_, n) => ({ _id: 2_000 + n, place: 'p1', due: n, other: n })),
        );
        expect((await turnsOf()) - few).toBeGreaterThanOrEqual(8);
      } finally {
        turns.mockRestore();
      }
    });

    test('given an update by an indexed field, then only what it finds is read', async () => {
      const before = store.documentsExamined();
      await tickets().updateMany({ due: { $lt: 5 } }, { $inc: { due: 2_000 } });
      await tickets().deleteMany({ due: { $gte: 2_003 } });
      expect(store.documentsExamined() - before).toBeLessThanOrEqual(9);
      expect(await tickets().countDocuments()).toBe(1_998);
    });

    test('given a cursor, when documents change between its portions, then each document comes at most once and none twice', async () => {
      const cursor = tickets().find({}).sort({ due: 1 }).batchSize(50);
      const seen: unknown[] = [];
      for await (const { _id } of cursor) {
        seen.push(_id);
        if (seen.length === 120) await tickets().deleteMany({ due: { $gte: 1_000 } });
      }
      expect(seen).toHaveLength(1_000);
      expect(new Set(seen).size).toBe(1_000);
    });
  });

  test('given an array for an indexed field, then it is refused by name and nothing is written', async () => {
    await tickets().createIndex({ 'place.name': 1 });
    for (const place of [{ name: ['a', 'b'] }, [{ name: 'a' }]]) {
      expect(await refusal(tickets().insertOne({ _id: 'a', place }))).toMatchObject({
        code: 171,
        message: expect.stringContaining("'place.name'") as string,
      });
    }
    expect(await tickets().countDocuments()).toBe(0);
  });

  test.each<[string, object, number, string]>([
    ['an unknown command', { mapReduce: 'tickets' }, 59, 'mapReduce'],
    ['another mechanism of authentication', { saslStart: 1, mechanism: 'SCRAM-SHA-1' }, 334, 'PLAIN'],
    ['an unknown option', { find: 'tickets', collation: { locale: 'de' } }, 9, 'collation'],
    ['a hint', { find: 'tickets', hint: '_id_' }, 9, 'hint'],
    ['a tailable cursor', { find: 'tickets', tailable: true }, 9, 'tailable'],
    [
      'a transaction',
      { find: 'tickets', txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false },
      20,
      'transaction',
    ],
    [
      'array filters',
      { update: 'tickets', updates: [{ q: {}, u: { $set: { a: 1 } }, arrayFilters: [] }] },
      9,
      'arrayFilters',
    ],
    [
      'a pipeline without a collection',
      { aggregate: 1, pipeline: [], cursor: {} },
      73,
      'without a collection',
    ],
    ['an unknown stage', { aggregate: 'tickets', pipeline: [{ $lookup: {} }], cursor: {} }, 40324, '$lookup'],
    [
      'an unknown expression',
      { aggregate: 'tickets', pipeline: [{ $project: { a: { $dateToString: {} } } }], cursor: {} },
      168,
      '$dateToString',
    ],
    ['an unknown operator', { find: 'tickets', filter: { a: { $mod: [2, 0] } } }, 2, '$mod'],
    [
      'a sparse index',
      { createIndexes: 'tickets', indexes: [{ key: { a: 1 }, name: 'a', sparse: true }] },
      9,
      'sparse',
    ],
    [
      'an index that expires',
      { createIndexes: 'tickets', indexes: [{ key: { a: 1 }, name: 'a', expireAfterSeconds: 1 }] },
      9,
      'expireAfterSeconds',
    ],
    ['a text index', { createIndexes: 'tickets', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 2, "'a'"],
    ['a capped collection', { create: 'logs', capped: true }, 9, 'capped'],
    [
      'an update by pipeline',
      { findAndModify: 'tickets', query: {}, update: [{ $set: { a: 1 } }] },
      9,
      'pipeline',
    ],
  ])('given %s, then it is refused by name', async (_name, command, code, named) => {
    type Refused = { code?: unknown; message?: unknown; writeErrors?: { code: unknown; errmsg: unknown }[] };
    const outcome = (await client
      .db('test')
      .command(command)
      .catch((error: unknown) => error)) as Refused;
    const [statement] = outcome.writeErrors ?? [];
    expect(statement?.code ?? outcome.code).toBe(code);
    expect(statement?.errmsg ?? outcome.message).toEqual(expect.stringContaining(named));
  });

  const drops: readonly [string, () => Promise<unknown>][] = [
    ['its collection', () => tickets().drop()],
    [
      'its collection, made again since',
      () =>
        tickets()
          .drop()
          .then(() => tickets().insertOne({ _id: 'new' })),
    ],
    ['its database', () => client.db('test').dropDatabase()],
    ['its index', () => tickets().dropIndex('due_1')],
  ];
  const due = { due: { $gte: 0 } };
  const pipelineOf = (...stages: object[]) => ({
    command: { aggregate: 'tickets', pipeline: [{ $match: due }, ...stages] },
    portion: (batchSize: number) => ({ cursor: { batchSize } }),
  });
  const queryBy = (field: string) => ({
    command: { find: 'tickets', filter: due, sort: { [field]: 1 } },
    portion: (batchSize: number) => ({ batchSize }),
  });
  const together = [
    { read: 'a query', ...queryBy('due') },
    { read: 'a query sorted without an index', ...queryBy('size') },
    { read: 'a pipeline', ...pipelineOf({ $project: { due: 1 } }) },
    { read: 'a pipeline that groups', ...pipelineOf({ $group: { _id: '$due' } }) },
  ].flatMap((cursor) =>
    drops.flatMap(([dropped, drop]) => [5, 0].map((first) => ({ ...cursor, dropped, drop, first }))),
  );

  test.each(together)(
    'given an open cursor of $read and its first portion of $first, when $dropped is dropped, then it fails instead of ending',
    async ({ command, portion, first, drop }) => {
      await tickets().createIndex({ due: 1 });
      await tickets().insertMany(Array.from({ length: 10 }, (_, at) => ({ _id: `${at}`, due: at })));
      const database = client.db('test');
      const { cursor } = (await database.command({ ...command, ...portion(first) })) as {
        cursor: { id: number; firstBatch: unknown[] };
      };
      expect(cursor.firstBatch).toHaveLength(first);
      await drop();
      const more = { getMore: Long.fromNumber(cursor.id), collection: 'tickets' };
      expect(await refusal(database.command(more))).toMatchObject({ code: 175 });
      expect(await refusal(database.command(more))).toMatchObject({ code: 43 });
    },
  );

  test('given a pipeline of a stage that there is not and a first portion of none, then that is said at once', async () => {
    const pipeline = [{ $unheardOf: {} }];
    const asked = client.db('test').command({ aggregate: 'tickets', pipeline, cursor: { batchSize: 0 } });
    expect(await refusal(asked)).toMatchObject({ code: 40324 });
  });

  test('given a change of _id, then 66', async () => {
    await tickets().insertOne({ _id: 'a' });
    expect(await refusal(tickets().updateOne({ _id: 'a' }, { $set: { _id: 'b' } }))).toMatchObject({
      code: 66,
    });
  });

  test('given a document beyond 16 MiB, then it is refused', async () => {
    await tickets().insertOne({ _id: 'a', text: 'x'.repeat(9 * 1024 * 1024) });
    const grow = tickets().updateOne({ _id: 'a' }, { $set: { more: 'x'.repeat(9 * 1024 * 1024) } });
    expect(await refusal(grow)).toMatchObject({ code: 10334 });
    expect(await tickets().countDocuments({ more: null })).toBe(1);
  });

  test('given a key that is too long for an index, then it is refused', async () => {
    await tickets().createIndex({ long: 1 });
    expect(await refusal(tickets().insertOne({ _id: 'a', long: 'x'.repeat(2_000) }))).toMatchObject({
      code: 17280,
    });
  });

  test('given a long beyond 2^53, then it is found exactly, and a pipeline refuses it instead of rounding', async () => {
    const longs = client.db('test').collection<{ _id: string; long: Long }>('longs');
    await longs.insertMany(
      ['9007199254740992', '9007199254740993'].map((_id) => ({ _id, long: Long.fromString(_id) })),
    );
    const larger = { long: { $gt: Long.fromString('9007199254740992') } };
    expect((await longs.find(larger).toArray()).map(({ _id }) => _id)).toEqual(['9007199254740993']);
    const sum = longs.aggregate([{ $group: { _id: null, sum: { $sum: '$long' } } }]).toArray();
    expect(await refusal(sum)).toMatchObject({
      code: 2,
      message: expect.stringContaining('the long 9007199254740992') as string,
    });
  });

  test('given an upsert that sets another _id than it asks for, then it is refused and nothing is inserted', async () => {
    const change = { $set: { _id: 'other' } };
    const asked = { _id: 'one' };
    expect(await refusal(tickets().updateOne(asked, change, { upsert: true }))).toMatchObject({ code: 66 });
    expect(await refusal(tickets().findOneAndUpdate(asked, change, { upsert: true }))).toMatchObject({
      code: 66,
    });
    expect(await tickets().countDocuments()).toBe(0);
  });

  test('given an index made again, then nothing happens; otherwise defined, it is refused', async () => {
    await tickets().createIndex({ n: 1 });
    expect(await tickets().createIndex({ n: 1 })).toBe('n_1');
    expect(await refusal(tickets().createIndex({ n: 1 }, { unique: true }))).toMatchObject({ code: 86 });
    expect(await refusal(tickets().createIndex({ n: 1 }, { name: 'other' }))).toMatchObject({ code: 85 });
    await tickets().dropIndex('n_1');
    expect(await refusal(tickets().dropIndex('n_1'))).toMatchObject({ code: 27 });
  });

  test('given unacknowledged writes, then they are carried out', async () => {
    const options = { writeConcern: { w: 0 as const } };
    await client.db('test').collection<Ticket>('tickets', options).insertOne({ _id: 'a' });
    await client
      .db('test')
      .collection<Ticket>('tickets', options)
      .updateOne({ _id: 'a' }, { $set: { n: 1 } });
    for (let tries = 0; tries < 50 && (await tickets().countDocuments({ n: 1 })) === 0; tries += 1);
    expect(await tickets().findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1 });
  });

  test('given a session, then it is accepted; a transaction in it is refused', async () => {
    await client.withSession(async (session) => {
      await tickets().insertOne({ _id: 'a' }, { session });
      session.startTransaction();
      const refused = await refusal(tickets().insertOne({ _id: 'b' }, { session }));
      expect(refused.message).toMatch(/transaction|retryable writes/);
    });
  });

  test('given writes under way, when the store closes, then they are finished and there after a new start', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'embedded-store-'));
    const first = await startEmbeddedStore({ directory: own });
    const other = await new MongoClient(first.uri, { serverSelectionTimeoutMS: 200 }).connect();
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 40 }, (_, n) =>
        other.db('test').collection<Ticket>('tickets').insertOne({ _id: n }),
      ),
      first.close(),
    ]);
    const acknowledged = outcomes.slice(0, -1).filter(({ status }) => status === 'fulfilled').length;
    await other.close();
    const second = await startEmbeddedStore({ directory: own });
    const again = await new MongoClient(second.uri).connect();
    expect(await again.db('test').collection('tickets').countDocuments()).toBeGreaterThanOrEqual(
      acknowledged,
    );
    await again.close();
    await second.close();
    await rm(own, { recursive: true });
  });
});
