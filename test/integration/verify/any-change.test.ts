import fc from 'fast-check';
import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { requested } from '../../support/given';
import {
  eventsAs,
  fillStore,
  findingsIn,
  relayAll,
  timersIn,
  writeTicket,
} from '../../support/verified-store';

type Raw = Readonly<Record<string, unknown>> & { readonly _id: unknown };
type Path = readonly (string | number)[];
interface Place {
  readonly collection: string;
  readonly document: Raw;
  readonly path: Path;
}

const collections = ['tickets', 'ledger', 'refusedAttempts', 'organisationChanges', 'personDetails'] as const;

/** What is no evidence: which form of documents stands there. Everything else that is ever stored has to be listed here to be left out. */
const noEvidence: ReadonlySet<string> = new Set(['schemaVersion']);

describe('any single change of a stored field', () => {
  let server: RunningServer;
  let stores: MongoStores;
  let places: readonly Place[];
  beforeAll(async () => {
    server = await storeServer.start();
    stores = await connectStores(server.uri, { database: server.newDatabase() });
    await fillStore(stores);
    // It has a timer.
    await writeTicket(stores, eventsAs('SP-2026-0004', requested()));
    await relayAll(stores);
    const all = await Promise.all(
      collections.map(async (collection) => {
        const documents = await raw(collection).find({}).toArray();
        return documents.flatMap((document) =>
          pathsIn(document).map((path) => ({ collection, document, path })),
        );
      }),
    );
    places = all.flat().filter(({ path }) => !noEvidence.has(String(path[0])));
  });
  afterAll(async () => {
    await stores.close();
    await server.close();
  });

  const raw = (collection: string) => stores.tickets.model.db.collection<Raw>(collection);

  async function replace(collection: string, before: Raw, after: Raw | undefined): Promise<void> {
    await raw(collection).deleteOne({ _id: before._id as never });
    if (after !== undefined) await raw(collection).insertOne(after);
  }

  it('given nothing was changed, then nothing is found', async () => {
    expect(await findingsIn(stores, { timers: timersIn(stores, 0) })).toEqual([]);
    // None of them is left out below.
    expect(new Set(places.map(({ collection }) => collection))).toEqual(new Set(collections));
    expect(places.length).toBeGreaterThan(500);
    expect(places.some(({ path }) => path[0] === 'nextDueAt')).toBe(true);
  });

  it('given it is changed, removed, or joined by another, then it is found, and put back it is not', async () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: fc.constant('other' as const) },
      { weight: 1, arbitrary: fc.constantFrom('removed' as const, 'null' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), change, async (pick, how) => {
        const place = places[pick % places.length];
        if (place === undefined) throw new Error('there are places');
        const { collection, document, path } = place;
        const after = changedAt(document, path, how) as Raw | undefined;
        await replace(collection, document, after);
        const found = await findingsIn(stores, { timers: timersIn(stores, 0) });
        await replace(collection, after ?? document, document);
        expect([`${collection} ${path.join('.')} ${how}`, found.length > 0]).toEqual([
          `${collection} ${path.join('.')} ${how}`,
          true,
        ]);
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 80) },
    );
    expect(await findingsIn(stores, { timers: timersIn(stores, 0) })).toEqual([]);
  });
});

/** Every field of a document, and every part of one. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (isLeaf(value)) return [path];
  const inner = Object.entries(value as object).flatMap(([key, field]) =>
    pathsIn(field, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date || '_bsontype' in value;
}

/** The document with another value at the path; undefined if it is the whole document that goes. */
function changedAt(document: unknown, [next, ...rest]: Path, how: 'other' | 'removed' | 'null'): unknown {
  if (next === undefined) return how === 'null' ? null : otherThan(document);
  const isLast = rest.length === 0;
  if (Array.isArray(document)) {
    if (isLast && how === 'removed') return document.filter((_item, index) => index !== next);
    return document.map((item: unknown, index) => (index === next ? changedAt(item, rest, how) : item));
  }
  const fields = document as Readonly<Record<string, unknown>>;
  const key = String(next);
  if (isLast && key === '_id')
    return how === 'other' ? { ...fields, _id: otherThan(fields['_id']) } : undefined;
  if (isLast && how === 'removed')
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  return { ...fields, [key]: changedAt(fields[key], rest, how) };
}

function otherThan(value: unknown): unknown {
  if (value instanceof Date) return new Date(value.getTime() + 1);
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1_000;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...(value as unknown[]), 'x'];
  return isLeaf(value) ? 'x' : { ...(value as object), added: 'x' };
}
