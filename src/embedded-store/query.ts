import type { Document } from 'bson';
import { compileFilter } from './match';
import { boundsOf, planQuery } from './plan';
import { sortBy, type SortSpec } from './shape';
import { type Collection, spaceOf, type Storage, type Stored } from './storage';

export interface Query {
  readonly filter: Document;
  readonly sort: SortSpec;
  readonly skip: number;
  /** 0 for no limit. */
  readonly limit: number;
}

function* candidates(storage: Storage, collection: Collection, { filter, sort }: Query): Generator<Stored> {
  const { index, ranges, reverse, sorted } = planQuery(collection, filter, sort);
  const matches = compileFilter(filter);
  const space = spaceOf(collection, index.id);
  const found = function* (): Generator<Stored> {
    for (const range of ranges) {
      for (const [key, value] of storage.scan(...boundsOf(space, range), reverse)) {
        const stored = storage.load(
          collection,
          index.id === 0 ? key.slice(space.length) : value.toString('latin1'),
        );
        if (stored !== undefined && matches(stored.document)) yield stored;
      }
    }
  };
  if (sorted || sort.length === 0) yield* found();
  else yield* sortBy([...found()], ({ document }) => document, sort);
}

/** The documents a query finds, read as they are asked for; only a sort that no index gives reads them all first. */
export function* findStored(storage: Storage, ns: string, query: Query): Generator<Stored> {
  const collection = storage.collections.get(ns);
  if (collection === undefined) {
    compileFilter(query.filter);
    return;
  }
  let at = 0;
  for (const stored of candidates(storage, collection, query)) {
    at += 1;
    if (at > query.skip) yield stored;
    if (query.limit > 0 && at >= query.skip + query.limit) return;
  }
}
