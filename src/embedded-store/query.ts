import type { Document } from 'bson';
import { compileFilter, isOperatorDocument } from './match';
import { covers, documentOfEntry, pathsOfFilter } from './entry-values';
import { type Collection, spaceOf } from './index-entries';
import { keyAfterPrefix } from './ordered-key';
import { coveringPlan, type Plan, planQuery, type Range } from './plan';
import { merged, pause, type Paused, Workload } from './portions';
import { comparedBy, keyedBy, type SortSpec } from './shape';
import { StoreError } from './store-error';
import type { Storage, Stored } from './storage';

export interface Query {
  readonly filter: Document;
  readonly sort: SortSpec;
  readonly skip: number;
  /** 0 for no limit. */
  readonly limit: number;
}

interface Entry {
  /** The joined keys of the indexed fields, followed by the document's own. */
  readonly key: string;
  /** Under which the document itself is kept. */
  readonly idKey: string;
}

/** The entries a plan leads to: of one range after the other, or merged in the order that was asked for. */
function entriesOf(
  storage: Storage,
  collection: Collection,
  plan: Plan,
  sort: SortSpec,
): Iterable<Paused<Entry>> {
  const work = new Workload();
  const inRange = (range: Range) => entriesIn(storage, collection, plan, range, work);
  const { ranges, sorted, reverse } = plan;
  if (sort.length === 0 || !sorted || ranges.length === 1) return inTurn(ranges, inRange);
  const direction = reverse ? -1 : 1;
  const sequences = ranges.map(function* (range) {
    for (const entry of inRange(range))
      yield entry === pause ? pause : { entry, order: entry.key.slice(range.fixed) };
  });
  const inOrder = merged(sequences, ({ order: one }, { order: other }) =>
    one === other ? 0 : one < other ? -direction : direction,
  );
  return (function* () {
    for (const each of inOrder) yield each === pause ? pause : each.entry;
  })();
}

function* inTurn<T, R>(items: readonly T[], each: (item: T) => Iterable<R>): Generator<R> {
  for (const item of items) yield* each(item);
}

function* entriesIn(
  storage: Storage,
  collection: Collection,
  { index, reverse }: Plan,
  { from, to }: Range,
  work: Workload,
): Generator<Paused<Entry>> {
  const space = spaceOf(collection, index.id);
  if (index.id === 0 && from !== '' && from === to) {
    yield { key: from, idKey: from };
    return;
  }
  for (const [stored, value] of storage.scan(space + from, keyAfterPrefix(space + to), reverse)) {
    const key = stored.slice(space.length);
    yield { key, idKey: index.id === 0 ? key : value.toString('latin1') };
    if (work.done()) yield pause;
  }
}

/** Whether a document that the plan leads to is meant; what is asked for by a text as its `_id` is, without a look. */
function matcherOf(filter: Document): (stored: Stored) => boolean {
  const matches = compileFilter(filter);
  const [[path, value] = [], ...others] = Object.entries(filter);
  const id: unknown = isOperatorDocument(value) && Object.keys(value).join() === '$eq' ? value.$eq : value;
  if (path === '_id' && typeof id === 'string' && others.length === 0) return () => true;
  return ({ document }) => matches(document);
}

/** Whether an entry is meant; undefined where it does not tell. No function where the index tells nothing of the filter. */
function entryMatcherOf(
  { index, exact }: Plan,
  filter: Document,
): ((entry: Entry) => boolean | undefined) | undefined {
  const matches = compileFilter(filter);
  if (exact) return () => true;
  if (!covers(index, pathsOfFilter(filter))) return undefined;
  return ({ key }) => {
    const document = documentOfEntry(index, key);
    return document && matches(document);
  };
}

/** How many documents there are of a filter that an index answers by itself: none of them is read. Undefined for others. */
export function countedByIndex(
  storage: Storage,
  ns: string,
  filter: Document,
): Iterable<Paused<Entry>> | undefined {
  const collection = storage.collections.get(ns);
  const plan = collection && coveringPlan(collection, filter);
  if (collection === undefined || plan === undefined) return undefined;
  const isMeant = whollyTold(storage, collection, plan, filter);
  const counted = (function* () {
    for (const entry of entriesOf(storage, collection, plan, []))
      if (entry === pause || isMeant(entry)) yield entry;
  })();
  return whileThere(storage, collection, plan, counted);
}

/** As an entry tells it, or the document where an entry cannot: of a kind of value that is not read back, or of an `_id` asked for. */
function whollyTold(
  storage: Storage,
  collection: Collection,
  { index, exact }: Plan,
  filter: Document,
): (entry: Entry) => boolean {
  const matches = compileFilter(filter);
  return ({ key, idKey }) => {
    if (exact && (index.id !== 0 || Object.keys(filter).length === 0)) return true;
    const told = index.id === 0 ? undefined : documentOfEntry(index, key);
    const document = told ?? storage.load(collection, idKey)?.document;
    return document !== undefined && matches(document);
  };
}

/** What a query finds, and what is made of it. */
export interface Found extends Iterable<Paused<Stored>> {
  /** These items as long as the collection and the index that is read are there; throws 175 once one was dropped. */
  whileKept<T>(items: Iterable<T>): Iterable<T>;
}

/**
 * The documents a query finds while what is read is kept, read lazily and with pauses; only a sort without an index reads
 * them all first.
 */
export function findStored(storage: Storage, ns: string, { filter, sort, skip, limit }: Query): Found {
  const matches = matcherOf(filter);
  const collection = storage.collections.get(ns);
  if (collection === undefined) return { ...nothing, whileKept: (items) => items };
  const plan = planQuery(collection, filter, sort);
  const isMeant = entryMatcherOf(plan, filter);
  // What is skipped in the order of an index that tells what matches need not be read.
  const skipsEntries = plan.sorted && isMeant !== undefined;
  const matching = function* (): Generator<Paused<Stored>> {
    const work = new Workload();
    let skipped = skipsEntries ? 0 : skip;
    for (const entry of entriesOf(storage, collection, plan, sort)) {
      if (entry === pause) {
        yield pause;
        continue;
      }
      const told = isMeant?.(entry);
      if (told === false) continue;
      if (told === true && skipped < skip) {
        skipped += 1;
        continue;
      }
      const stored = storage.load(collection, entry.idKey);
      if (stored !== undefined && matches(stored)) {
        if (skipped < skip) skipped += 1;
        else yield stored;
      }
      if (work.done(stored?.bytes.length)) yield pause;
    }
  };
  const inOrder = plan.sorted ? matching() : sortedBy(matching(), sort);
  const wanted = part(inOrder, skipsEntries ? 0 : skip, limit);
  const whileKept = <T>(items: Iterable<T>) => whileThere(storage, collection, plan, items);
  return { whileKept, [Symbol.iterator]: () => whileKept(wanted)[Symbol.iterator]() };
}

const nothing: Iterable<never> = { [Symbol.iterator]: () => [][Symbol.iterator]() };

function* part(items: Iterable<Paused<Stored>>, skip: number, limit: number): Generator<Paused<Stored>> {
  let at = 0;
  for (const item of items) {
    if (item === pause) {
      yield pause;
      continue;
    }
    at += 1;
    if (at > skip) yield item;
    if (limit > 0 && at >= skip + limit) return;
  }
}

/** How many are sorted at once. */
const runLength = 1_000;

/** Reads all, and sorts them run by run. */
function* sortedBy(items: Iterable<Paused<Stored>>, sort: SortSpec): Generator<Paused<Stored>> {
  const [keysOf, compare] = [keyedBy(sort), comparedBy(sort)];
  const runs: { readonly item: Stored; readonly keys: readonly string[] }[][] = [[]];
  for (const item of items) {
    if (item === pause) yield pause;
    else {
      const run = runs.at(-1) ?? [];
      run.push({ item, keys: keysOf(item.document) });
      if (run.length >= runLength) runs.push([]);
    }
  }
  for (const run of runs) {
    run.sort((one, other) => compare(one.keys, other.keys));
    yield pause;
  }
  const work = new Workload();
  const sequences = runs.map((run) => run[Symbol.iterator]());
  for (const each of merged(sequences, (one, other) => compare(one.keys, other.keys))) {
    if (each === pause) continue;
    yield each.item;
    if (work.done()) yield pause;
  }
}

/** Asks before each step whether what is read is still there: what is left of it would look like its end. */
function* whileThere<T>(
  storage: Storage,
  collection: Collection,
  { index }: Plan,
  items: Iterable<T>,
): Generator<T> {
  const { ns } = collection;
  const left = items[Symbol.iterator]();
  for (;;) {
    if (storage.collections.get(ns) !== collection) throw new StoreError(175, `collection dropped: ${ns}`);
    if (!collection.indexes.includes(index))
      throw new StoreError(175, `index '${index.name}' dropped: ${ns}`);
    const next = left.next();
    if (next.done === true) return;
    yield next.value;
  }
}
