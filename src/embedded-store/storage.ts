import { deserialize, type Document, serialize } from 'bson';
import { statSync } from 'node:fs';
import path from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import type { DataRecord } from './data-record';
import { byIdOf, type Collection, duplicate, entryOf, type Index, spaceOf } from './index-entries';
import { keyAfterPrefix } from './ordered-key';
import { parseSortSpec } from './shape';
import { noRoom, nothingWritten, plus, Room, type Used } from './room';
import { DamagedEntry, sealed, unsealed } from './sealed';
import { StoreError } from './store-error';
import { WritesUnderWay } from './writes-under-way';

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
  /** Absent where nothing is written. */
  private readonly room: Room | undefined;
  /** What the command under way has written. */
  private written = nothingWritten;
  private readonly underWay = new WritesUnderWay();

  constructor(
    private readonly folder: string,
    { readOnly = false }: { readonly readOnly?: boolean } = {},
  ) {
    // Without overlappingSync, a commit is acknowledged only once its pages and its root are on disk.
    this.db = open<Buffer, Buffer>({
      path: folder,
      encoding: 'binary',
      keyEncoding: 'binary',
      overlappingSync: false,
      readOnly,
    });
    const used = () => this.db.getStats() as Used;
    this.room = readOnly ? undefined : new Room(path.join(folder, 'data.mdb'), used);
    this.loadCatalog();
  }

  /**
   * Runs one writer at a time and resolves after the durable commit; writers waiting meanwhile share the next one. What
   * there is no room for leaves nothing behind.
   */
  async write<T>(action: () => T, onlyRemoves = false): Promise<T> {
    let written = nothingWritten;
    this.underWay.begin();
    try {
      return await this.db.childTransaction(() => {
        this.written = nothingWritten;
        const result = action();
        written = this.written;
        this.room?.take(written, onlyRemoves);
        return result;
      });
    } catch (error) {
      this.loadCatalog();
      throw await reasonOf(error);
    } finally {
      this.underWay.end();
      this.room?.giveBack(written);
    }
  }

  /** How far the data has come; the file may be longer, with room for what comes. */
  extent(): DataRecord {
    const { lastTxnId, lastPageNumber, pageSize } = this.db.getStats() as Used;
    const { size } = statSync(path.join(this.folder, 'data.mdb'));
    return { lastCommit: lastTxnId, bytes: Math.min(size, (lastPageNumber + 1) * pageSize) };
  }

  /** Reads every document and looks it up in every index; throws DamagedEntry when anything is missing, changed or too much. */
  readAll(): void {
    let expected = this.db.doesExist(catalogKey) ? 1 : 0;
    for (const collection of this.collections.values()) {
      const { length } = [...this.documents(collection)].map((stored) => this.readOne(collection, stored));
      expected += length * collection.indexes.length;
    }
    const { entryCount } = this.db.getStats() as { readonly entryCount: number };
    const found = [...this.db.getKeys()].length;
    if (found !== expected || entryCount !== expected)
      throw new DamagedEntry(`${found} entries are there of ${entryCount}, and ${expected} belong together`);
  }

  private readOne(collection: Collection, { document, idKey }: Stored): void {
    for (const index of collection.indexes) {
      const entry = entryOf(collection, index, document);
      const there =
        index.id === 0
          ? entry === idKey
          : this.db
              .get(Buffer.from(spaceOf(collection, index.id) + entry + idKey, 'latin1'))
              ?.toString('latin1') === idKey;
      if (!there) throw new DamagedEntry(`a document of ${collection.ns} and its index ${index.name} differ`);
    }
  }

  async close(): Promise<void> {
    this.room?.close();
    await this.db.close();
  }

  private loadCatalog(): void {
    this.collections.clear();
    const bytes = this.db.get(catalogKey);
    if (bytes === undefined) return;
    for (const entry of deserialize(unsealed(bytes)).collections as Collection[]) {
      const indexes = entry.indexes.map((index) => ({ ...index, fields: parseSortSpec(index.key) }));
      this.collections.set(entry.ns, { ...entry, indexes });
    }
  }

  private saveCatalog(): void {
    this.putBytes(catalogKey, sealed(serialize({ collections: [...this.collections.values()] })));
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
    return new Stored(idKey, unsealed(bytes));
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
    this.put(spaceOf(collection, 0) + idKey, sealed(bytes));
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
    this.putBytes(Buffer.from(key, 'latin1'), Buffer.from(value));
  }

  private putBytes(key: Buffer, value: Buffer): void {
    this.written = plus(this.written, { entries: 1, bytes: key.length + value.length });
    this.db.put(key, value).catch(toldByTheCommit);
  }

  private remove(key: string): void {
    this.written = plus(this.written, { entries: 1, bytes: 0 });
    this.db.remove(Buffer.from(key, 'latin1')).catch(toldByTheCommit);
  }

  private clear(space: string): void {
    for (const [key] of this.scan(space)) this.remove(key);
  }
}

/** Every write of a commit fails with it; whoever waits for the commit is told. */
const toldByTheCommit = (): void => undefined;

/** LMDB gives the reason why a commit failed apart from the failure. */
function reasonOf(error: unknown): Promise<unknown> {
  const { commitError } = Object(error) as { readonly commitError?: Promise<never> };
  return commitError === undefined ? Promise.resolve(error) : commitError.catch(noRoom);
}
