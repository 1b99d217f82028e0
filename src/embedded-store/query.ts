import type { Document } from 'bson';
import { compileFilter, isOperatorDocument } from './match';
import { keyAfterPrefix } from './ordered-key';
import { coveringPlan, type Plan, planQuery } from './plan';
import { sortBy, type SortSpec } from './shape';
import { StoreError } from './store-error';
import { type Collection, spaceOf } from './index-entries';
import type { Storage, Stored } from './storage';

export interface Query {
  readonly filter: Document;
  readonly sort: SortSpec;
  readonly skip: number;
  /** 0 for no limit. */
  readonly limit: number;
}

/** The keys of the documents a plan leads to. */
function* idKeys(
  storage: Storage,
  collection: Collection,
  { index, ranges, reverse }: Plan,
): Generator<string> {
  const space = spaceOf(collection, index.id);
  for (const [from, to] of ranges) {
    if (index.id === 0 && from !== '' && from === to) {
      yield from;
      continue;
    }
    for (const [key, value] of storage.scan(space + from, keyAfterPrefix(space + to), reverse)) {
      yield index.id === 0 ? key.slice(space.length) : value.toString('latin1');
    }
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

/** How many documents there are of a filter that an index answers by itself: none of them is read. Undefined for others. */
export function countedByIndex(storage: Storage, ns: string, filter: Document): number | undefined {
  const collection = storage.collections.get(ns);
  const plan = collection && coveringPlan(collection, filter);
  if (collection === undefined || plan === undefined) return undefined;
  // A document with several of the values has several entries; an `_id` that is asked for need not exist.
  const found = new Set(idKeys(storage, collection, plan));
  if (plan.index.id !== 0) return found.size;
  return [...found].filter((key) => storage.load(collection, key) !== undefined).length;
}

/**
 * The documents a query finds, read lazily; only a sort without an index reads them all first. Throws 175 when the
 * collection or the index that is read has been dropped in the meantime.
 */
export function findStored(
  storage: Storage,
  ns: string,
  { filter, sort, skip, limit }: Query,
): Iterable<Stored> {
  const matches = matcherOf(filter);
  const collection = storage.collections.get(ns);
  if (collection === undefined) return [];
  const plan = planQuery(collection, filter, sort);
  const matching = function* (): Generator<Stored> {
    for (const idKey of idKeys(storage, collection, plan)) {
      const stored = storage.load(collection, idKey);
      if (stored !== undefined && matches(stored)) yield stored;
    }
  };
  const ordered = function* (): Generator<Stored> {
    let at = 0;
    for (const stored of plan.sorted
      ? matching()
      : sortBy([...matching()], ({ document }) => document, sort)) {
      at += 1;
      if (at > skip) yield stored;
      if (limit > 0 && at >= skip + limit) return;
    }
  };
  return whileKept(ordered(), () => {
    if (storage.collections.get(ns) !== collection) throw new StoreError(175, `collection dropped: ${ns}`);
    if (!collection.indexes.includes(plan.index))
      throw new StoreError(175, `index '${plan.index.name}' dropped: ${ns}`);
  });
}

/** Asks before each step whether what is read is still there: what is left of it would look like its end. */
function* whileKept<T>(items: Iterator<T>, check: () => void): Generator<T> {
  for (;;) {
    check();
    const next = items.next();
    if (next.done === true) return;
    yield next.value;
  }
}
