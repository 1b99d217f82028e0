import { type Document, Long } from 'bson';
import { nextTurn, pause, type Paused } from './portions';
import { StoreError } from './store-error';
import { Batch } from './wire';

interface Owner {
  readonly ns: string;
  /** The connection that used it last. */
  readonly connectionId: number;
}
interface Cursor extends Owner {
  /** Documents in BSON. */
  readonly items: Iterator<Paused<Uint8Array>>;
  readonly timer: NodeJS.Timeout;
}

const idleMilliseconds = 10 * 60 * 1000;
const maxCursors = 1_000;
const maxBatch = 15 * 1024 * 1024;

/** Results that a client fetches in batches; each ends with its last document, with its connection, or after ten idle minutes. */
export class Cursors {
  private readonly cursors = new Map<string, Cursor>();
  private lastId = 0;

  async open(
    items: Iterator<Paused<Uint8Array>>,
    { ns, connectionId }: Owner,
    size: number,
    single: boolean,
  ): Promise<Batch> {
    if (this.cursors.size >= maxCursors) throw new StoreError(2, `more than ${maxCursors} cursors open`);
    const { documents, done } = await take(items, size);
    this.lastId += 1;
    const id = Long.fromNumber(done || single ? 0 : this.lastId);
    if (!id.isZero()) this.keep(id.toString(), { items, ns, connectionId });
    return new Batch('firstBatch', documents, { id, ns });
  }

  async more(
    id: string,
    { connectionId, database }: Owner & { readonly database: string },
    size: number,
  ): Promise<Batch> {
    const cursor = this.cursors.get(id);
    if (cursor?.ns.startsWith(`${database}.`) !== true) throw new StoreError(43, `cursor id ${id} not found`);
    this.end(id);
    const { documents, done } = await take(cursor.items, size === 0 ? Infinity : size);
    if (!done) this.keep(id, { ...cursor, connectionId });
    return new Batch('nextBatch', documents, { id: done ? Long.ZERO : Long.fromString(id), ns: cursor.ns });
  }

  kill(ids: readonly Long[]): Document {
    const cursorsKilled = ids.filter((id) => this.end(id.toString()));
    return {
      cursorsKilled,
      cursorsNotFound: ids.filter((id) => !cursorsKilled.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  }

  /** Ends the cursors last used by a closed connection; without an id, all of them. */
  endFor(connectionId?: number): void {
    for (const [id, cursor] of this.cursors)
      if (connectionId === undefined || cursor.connectionId === connectionId) this.end(id);
  }

  private keep(id: string, { items, ns, connectionId }: Omit<Cursor, 'timer'>): void {
    const timer = setTimeout(() => this.end(id), idleMilliseconds).unref();
    this.cursors.set(id, { items, ns, connectionId, timer });
  }

  private end(id: string): boolean {
    clearTimeout(this.cursors.get(id)?.timer);
    return this.cursors.delete(id);
  }
}

async function take(
  items: Iterator<Paused<Uint8Array>>,
  size: number,
): Promise<{ readonly documents: Uint8Array[]; readonly done: boolean }> {
  const documents: Uint8Array[] = [];
  let bytes = 0;
  while (documents.length < size && bytes < maxBatch) {
    const next = items.next();
    if (next.done === true) return { documents, done: true };
    if (next.value === pause) {
      await nextTurn();
      continue;
    }
    documents.push(next.value);
    bytes += next.value.length;
  }
  return { documents, done: false };
}
