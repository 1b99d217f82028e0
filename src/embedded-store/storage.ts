import { deserialize, type Document, EJSON, ObjectId, serialize } from 'bson';
import { open, type RootDatabase } from 'lmdb';
import { invertKey, keyAfterPrefix, orderedKey } from './ordered-key';
import { valueOrArrayAt } from './paths';
import { parseSortSpec, type SortSpec } from './shape';
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
/** What `save` must know about the document it replaces, which the update may have changed in place. */
export interface OldState {
  readonly idKey: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly string[];
}
/** A document as it is stored, decoded only when somebody looks into it. */
export class Stored {
  private decoded: Document | undefined;

  constructor(
    readonly idKey: string,
    readonly bytes: Uint8Array,
  ) {}

  get document(): Document {
    this.decoded ??= readDocument(this.bytes);
    return this.decoded;
  }
}

const catalogKey = Buffer.from('\0catalog');
const maxDocument = 16 * 1024 * 1024;
const maxKey = 1_900; // LMDB takes 1,978 bytes with pages of 4 KiB.

/** Documents with every BSON type kept: an int32 stays one, and so does a double that happens to be whole. */
export const readDocument = (bytes: Uint8Array): Document =>
  deserialize(bytes, { promoteValues: false, bsonRegExp: true });

/** Collections and indexes in one LMDB environment; all methods that change something run inside `write`. */
export class Storage {
  readonly collections = new Map<string, Collection>();
  /** Documents read since the start, so that tests can tell a scan from a look-up. */
  documentsExamined = 0;
  private readonly db: RootDatabase<Buffer, Buffer>;
  private lastCollectionId = 0;

  constructor(path: string) {
    // Without overlappingSync, a commit is acknowledged only once its pages and its root are on disk.
    this.db = open<Buffer, Buffer>({
      path,
      encoding: 'binary',
      keyEncoding: 'binary',
      overlappingSync: false,
    });
    this.loadCatalog();
  }

  /** Runs one writer at a time and resolves after the durable commit; writers waiting meanwhile share the next one. */
  async write<T>(action: () => T): Promise<T> {
    try {
      return await this.db.childTransaction(action);
    } catch (error) {
      this.loadCatalog();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.db.close();
  }

  private loadCatalog(): void {
    this.collections.clear();
    const bytes = this.db.get(catalogKey);
    if (bytes === undefined) return;
    for (const entry of deserialize(bytes).collections as Collection[]) {
      const indexes = entry.indexes.map((index) => ({ ...index, fields: parseSortSpec(index.key) }));
      this.collections.set(entry.ns, { ...entry, indexes });
    }
  }

  private saveCatalog(): void {
    void this.db.put(catalogKey, Buffer.from(serialize({ collections: [...this.collections.values()] })));
  }

  collection(ns: string): Collection {
    const existing = this.collections.get(ns);
    if (existing !== undefined) return existing;
    // Never reuse the id of a dropped collection: a cursor may still point at it.
    this.lastCollectionId =
      Math.max(this.lastCollectionId, ...[...this.collections.values()].map(({ id }) => id)) + 1;
    const id = this.lastCollectionId;
    const byId = { id: 0, name: '_id_', key: { _id: 1 }, unique: true, fields: parseSortSpec({ _id: 1 }) };
    const created: Collection = { ns, id, nextIndexId: 1, indexes: [byId] };
    this.collections.set(ns, created);
    this.saveCatalog();
    return created;
  }

  dropCollection(collection: Collection): void {
    for (const { id } of collection.indexes) this.clear(spaceOf(collection, id));
    this.collections.delete(collection.ns);
    this.saveCatalog();
  }

  dropIndex(collection: Collection, index: Index): void {
    this.clear(spaceOf(collection, index.id));
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.saveCatalog();
  }

  createIndex(collection: Collection, name: string, key: Document, unique: boolean): void {
    const index: Index = { id: collection.nextIndexId, name, key, unique, fields: parseSortSpec(key) };
    const seen = new Set<string>();
    for (const { document, idKey } of this.documents(collection)) {
      const entry = entryOf(collection, index, document);
      if (unique && seen.has(entry)) throw duplicate(collection, index, document);
      seen.add(entry);
      this.put(spaceOf(collection, index.id) + entry + idKey, Buffer.from(idKey, 'latin1'));
    }
    collection.nextIndexId += 1;
    collection.indexes = [...collection.indexes, index];
    this.saveCatalog();
  }

  private *documents(collection: Collection): Generator<Stored> {
    for (const [key] of this.scan(spaceOf(collection, 0))) {
      const stored = this.load(collection, key.slice(3));
      if (stored !== undefined) yield stored;
    }
  }

  load(collection: Collection, idKey: string): Stored | undefined {
    const bytes = this.db.get(Buffer.from(spaceOf(collection, 0) + idKey, 'latin1'));
    if (bytes === undefined) return undefined;
    this.documentsExamined += 1;
    return new Stored(idKey, bytes);
  }

  /** Writes a new document or a new state of `old`, after checking every unique index; false when nothing differs. */
  save(collection: Collection, document: Document, old?: OldState): boolean {
    const bytes = serialize(document);
    if (old !== undefined && Buffer.compare(bytes, old.bytes) === 0) return false;
    if (bytes.length > maxDocument) {
      throw new StoreError(
        10334,
        `object to insert too large. size in bytes: ${bytes.length}, max size: ${maxDocument}`,
      );
    }
    const idKey = old?.idKey ?? entryOf(collection, byIdOf(collection), document);
    if (old === undefined && this.has(spaceOf(collection, 0) + idKey))
      throw duplicate(collection, byIdOf(collection), document);
    const changes = collection.indexes.slice(1).map((index, at) => {
      const space = spaceOf(collection, index.id);
      const entry = entryOf(collection, index, document);
      const before = old?.entries[at];
      if (index.unique && entry !== before && !this.scan(space + entry).next().done)
        throw duplicate(collection, index, document);
      return {
        entry: space + entry + idKey,
        before: before === undefined ? undefined : space + before + idKey,
      };
    });
    for (const { entry, before } of changes) {
      if (entry === before) continue;
      if (before !== undefined) this.remove(before);
      this.put(entry, Buffer.from(idKey, 'latin1'));
    }
    this.put(spaceOf(collection, 0) + idKey, bytes);
    return true;
  }

  oldState(collection: Collection, { idKey, bytes, document }: Stored): OldState {
    return {
      idKey,
      bytes,
      entries: collection.indexes.slice(1).map((index) => entryOf(collection, index, document)),
    };
  }

  delete(collection: Collection, { idKey, document }: Stored): void {
    for (const index of collection.indexes.slice(1)) {
      this.remove(spaceOf(collection, index.id) + entryOf(collection, index, document) + idKey);
    }
    this.remove(spaceOf(collection, 0) + idKey);
  }

  /** Keys and values in [from, to), in small batches: nothing is held open in between, so a cursor may pause on it. */
  *scan(from: string, to = keyAfterPrefix(from), reverse = false): Generator<[key: string, value: Buffer]> {
    let [start, end] = [from, to];
    for (let limit = 8; start < end; limit = Math.min(limit * 4, 256)) {
      const [first, last] = [Buffer.from(start, 'latin1'), Buffer.from(end, 'latin1')];
      const range = reverse
        ? { start: last, end: first, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
        : { start: first, end: last, limit };
      const portion = Array.from(this.db.getRange(range), ({ key, value }) => ({
        key: key.toString('latin1'),
        value,
      }));
      for (const { key, value } of portion) yield [key, value];
      const reached = portion.at(-1)?.key;
      if (reached === undefined || portion.length < limit) return;
      if (reverse) end = reached;
      else start = `${reached}\0`;
    }
  }

  private has(key: string): boolean {
    return this.db.doesExist(Buffer.from(key, 'latin1'));
  }

  private put(key: string, value: Uint8Array): void {
    void this.db.put(Buffer.from(key, 'latin1'), Buffer.from(value));
  }

  private remove(key: string): void {
    void this.db.remove(Buffer.from(key, 'latin1'));
  }

  private clear(space: string): void {
    for (const [key] of this.scan(space)) this.remove(key);
  }
}

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
function entryOf(collection: Collection, { fields, name }: Index, document: Document): string {
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

function duplicate(collection: Collection, { key, name }: Index, document: Document): StoreError {
  const keyValue = Object.fromEntries(
    Object.keys(key).map((path) => [path, valueOrArrayAt(document, path.split('.')) ?? null]),
  );
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  const message = `E11000 duplicate key error collection: ${collection.ns} index: ${name} dup key: { ${shown.join(', ')} }`;
  return new StoreError(11000, message, { keyPattern: key, keyValue });
}
