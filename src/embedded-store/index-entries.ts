import { type Document, EJSON, ObjectId } from 'bson';
import { invertKey, orderedKey } from './ordered-key';
import { valueOrArrayAt } from './paths';
import type { SortSpec } from './shape';
import { StoreError } from './store-error';

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly key: Document;
  readonly unique: boolean;
  readonly fields: SortSpec;
}
/** A collection; its first index is the one by `_id`, under which the documents themselves are kept. */
export interface Collection {
  readonly ns: string;
  readonly id: number;
  nextIndexId: number;
  indexes: Index[];
}
const maxKey = 1_900; // LMDB takes 1,978 bytes with pages of 4 KiB.

/** The key space of an index's entries; index 0 holds the documents. */
export function spaceOf(collection: Collection, indexId: number): string {
  return String.fromCharCode(1 + (collection.id >> 8), collection.id & 0xff, indexId);
}

export function byIdOf(collection: Collection): Index {
  const [byId] = collection.indexes;
  if (byId === undefined) throw new Error(`${collection.ns} has no index by _id`);
  return byId;
}

/** The joined keys of the indexed fields; refuses arrays, since one document has one entry in each index. */
export function entryOf(collection: Collection, { fields, name }: Index, document: Document): string {
  let entry = '';
  for (const [path, direction] of fields) {
    const value = valueOrArrayAt(document, path.split('.'));
    if (Array.isArray(value)) {
      throw new StoreError(
        171,
        `multikey indexes are not supported: '${path}' of ${collection.ns} index ${name} leads to an array`,
      );
    }
    const key = orderedKey(value);
    entry += direction === 1 ? key : invertKey(key);
  }
  if (entry.length > maxKey / 2)
    throw new StoreError(17280, `key too long for ${collection.ns} index ${name}`);
  return entry;
}

function show(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  return value instanceof Object ? EJSON.stringify(value) : JSON.stringify(value);
}

export function duplicate(collection: Collection, { key, name }: Index, document: Document): StoreError {
  const keyValue = Object.fromEntries(
    Object.keys(key).map((path) => [path, valueOrArrayAt(document, path.split('.')) ?? null]),
  );
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  const message = `E11000 duplicate key error collection: ${collection.ns} index: ${name} dup key: { ${shown.join(', ')} }`;
  return new StoreError(11000, message, { keyPattern: key, keyValue });
}
