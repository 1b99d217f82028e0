import type { Connection } from 'mongoose';

type RawCollection = ReturnType<Connection['collection']>;

export interface PageOptions {
  /** Only these fields; without it all of them. */
  readonly fields?: Readonly<Record<string, 1>>;
  readonly size?: number;
}

const standardSize = 100;

/**
 * A whole collection in pages ordered by `_id`, each a query of its own: however long the reader takes between two of them,
 * no cursor expires, and the server holds nothing meanwhile. Ids of several types (somebody may have inserted one) follow
 * each other, as a comparison in a query concerns only values of the same type.
 */
export async function* pagesOf<T extends { readonly _id: unknown }>(
  collection: RawCollection,
  { fields, size = standardSize }: PageOptions = {},
): AsyncGenerator<readonly T[]> {
  const seen: object[] = [];
  for (;;) {
    // The first document of a type that was not read yet.
    const [first] = await read<T>(collection, seen.length === 0 ? {} : { $nor: seen }, fields, 1);
    if (first === undefined) return;
    yield [first];
    let last: unknown = first._id;
    for (;;) {
      const page = await read<T>(collection, { _id: { $gt: last } }, fields, size);
      if (page.length > 0) yield page;
      if (page.length < size) break;
      last = page[page.length - 1]?._id;
    }
    seen.push({ _id: { $eq: first._id } }, { _id: { $gt: first._id } });
  }
}

function read<T>(
  collection: RawCollection,
  filter: object,
  fields: PageOptions['fields'],
  limit: number,
): Promise<T[]> {
  const query = collection.find(filter).sort({ _id: 1 }).limit(limit);
  return (fields === undefined ? query : query.project(fields)).toArray() as unknown as Promise<T[]>;
}
