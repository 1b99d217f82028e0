import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type Collection, type Document, Int32, MongoClient, ObjectId } from 'mongodb';
import { compileFilter } from '../../../src/embedded-store/match';
import { comparedBy, keyedBy, parseSortSpec } from '../../../src/embedded-store/shape';
import { type EmbeddedStore, startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);
/** What an index holds: of these, only an embedded document cannot be told from its entry. */
const indexed = fc.constantFrom<unknown>(
  ...[null, true, false, 0, 1, 2, -1.5, NaN, '', 'a', 'a\0', 'a\0b', 'ä', new Date(0), new Date(-5)],
  ...[new ObjectId('000000000000000000000001'), { x: 1 }, {}],
);
const operand = fc.oneof({ weight: 8, arbitrary: indexed }, fc.constantFrom<unknown>([], [1]));
const content = fc.record(
  {
    a: indexed,
    b: indexed,
    c: indexed,
    s: fc.record({ p: indexed }, { noNullPrototype: true }),
    list: fc.array(indexed, { maxLength: 3 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const indexes: readonly Document[] = [
  { a: 1, b: -1, 's.p': 1 },
  { b: 1, _id: 1 },
  { c: 1, a: 1 },
  { b: -1, a: -1, 's.p': -1, c: -1 },
];

const field = fc.constantFrom('a', 'b', 'c', 's.p', 's', 'list', '_id');
const asked: fc.Arbitrary<unknown> = fc.oneof(
  operand,
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$eq'), operand, fc.constantFrom('$lt', '$lte', '$ne'), operand)
    .map(([from, low, to, high]) => ({ [from]: low, [to]: high })),
  fc.tuple(fc.constantFrom('$gte', '$lt', '$ne'), operand).map(([name, value]) => ({ [name]: value })),
  fc.array(operand, { maxLength: 4 }).map(($in) => ({ $in })),
  fc.boolean().map(($exists) => ({ $exists })),
);
const clauses = fc.dictionary(field, asked, { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<Document>;
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: clauses },
  fc
    .tuple(clauses, fc.constantFrom('$and', '$or', '$nor'), fc.array(clauses, { minLength: 1, maxLength: 3 }))
    .map(([more, name, each]) => ({ ...more, [name]: each })),
);
const sort = fc.dictionary(fc.constantFrom('a', 'b', 'c', 's.p', '_id'), fc.constantFrom<1 | -1>(1, -1), {
  maxKeys: 3,
});
const query = fc.record({ filter, sort, skip: fc.nat(4), limit: fc.nat(5) });

describe('an embedded store with indexes', () => {
  let directory = '';
  let store: EmbeddedStore;
  let client: MongoClient;
  let collections = 0;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'embedded-store-'));
    store = await startEmbeddedStore({ directory });
    client = await new MongoClient(store.uri).connect();
  });
  afterAll(async () => {
    await client.close();
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function filled(documents: readonly Document[]): Promise<Collection> {
    collections += 1;
    const collection = client.db('test').collection(`c${collections}`);
    for (const index of indexes) await collection.createIndex(index);
    if (documents.length > 0) await collection.insertMany([...documents]);
    return collection;
  }

  it('given any documents and queries, then finds, pages and counts are those of a look at each document', async () => {
    const some = fc.array(content, { maxLength: 25 });
    const queries = fc.array(query, { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(some, queries, async (contents, all) => {
        const documents = contents.map((each, at): Document => ({
          _id: at % 2 === 0 ? `x${at}` : at,
          ...each,
        }));
        const collection = await filled(documents);
        for (const each of all) await expectPlain(collection, documents, each);
        await collection.drop();
      }),
      { numRuns },
    );
  });

  async function expectPlain(
    collection: Collection,
    documents: readonly Document[],
    { filter: asking, sort: by, skip, limit }: typeof query extends fc.Arbitrary<infer T> ? T : never,
  ): Promise<void> {
    const [matches, spec] = [compileFilter(asking), parseSortSpec(by)];
    const [keysOf, compare] = [keyedBy(spec), comparedBy(spec)];
    const keys = (found: readonly Document[]) => found.map(keysOf);
    const ids = (found: readonly Document[]) => found.map(({ _id }) => String(_id)).sort();
    const expected = documents.filter(matches).sort((one, other) => compare(keysOf(one), keysOf(other)));
    const part = <T>(items: readonly T[]) => items.slice(skip, limit === 0 ? undefined : skip + limit);
    const all = await collection.find(asking, { sort: by }).toArray();
    expect([ids(all), keys(all)]).toEqual([ids(expected), keys(expected)]);
    const page = await collection.find(asking, { sort: by, skip, limit, batchSize: 2 }).toArray();
    expect(page).toEqual(part(all));
    expect(await collection.countDocuments(asking)).toBe(expected.length);
    const counted = await client.db('test').command({ count: collection.collectionName, query: asking });
    expect(counted.n).toBe(expected.length);
  }

  it('given a document that its index entry does not tell, when a page skips, then only documents of the filter are skipped', async () => {
    const isTrue = { b: { x: 1 }, s: { p: true } };
    const collection = await filled([{ ...isTrue }, { b: { x: 0 }, s: { p: null } }, { ...isTrue }]);
    for (const by of [{}, { a: 1 }, { a: -1 }] as const)
      expect(await collection.find({ 's.p': { $gte: null } }, { sort: by, skip: 1 }).toArray()).toEqual([]);
  });

  it('given writes between its portions, then a query finds what none of them touches once, in order', async () => {
    const count = 1_500;
    const numbered = Array.from({ length: count }, (_, at) => at);
    const documents = numbered.map((at) => ({ _id: new Int32(at), a: at % 4, b: at, text: 'x'.repeat(200) }));
    const collection = (await filled(documents)) as unknown as Collection<{
      _id: number;
      a?: number;
      b?: number;
      times?: number;
    }>;
    const moves = (at: number) => at % 5 === 0;
    let done = false;
    const writing = (async () => {
      for (let at = 0; !done; at = (at + 35) % count) {
        await collection.updateOne({ _id: at }, { $set: { b: (at * 7) % count } });
        await collection.updateOne({ _id: at + 1 }, { $inc: { times: 1 } });
        await collection.deleteOne({ _id: at });
        await collection.insertOne({ _id: at, a: at % 4, b: at });
      }
    })();
    for (const direction of [1, -1] as const) {
      for (const asking of [{ a: { $in: [0, 1, 3] } }, { a: { $nin: [2] } }]) {
        const found = await collection.find(asking, { sort: { b: direction }, batchSize: 50 }).toArray();
        const kept = found.map(({ _id }) => Number(_id)).filter((at) => !moves(at));
        const expected = numbered.filter((at) => at % 4 !== 2 && !moves(at));
        expect(kept).toEqual(direction === 1 ? expected : expected.reverse());
      }
    }
    done = true;
    await writing;
  });
});
