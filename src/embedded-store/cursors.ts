import { calculateObjectSize, type Document, Long } from 'bson';
import { StoreError } from './store-error';

interface Cursor {
  readonly items: Iterator<Document>;
  readonly ns: string;
  connectionId: number;
  timer?: NodeJS.Timeout;
}

const idleMilliseconds = 10 * 60 * 1000;
const mostCursors = 1_000;
const largestBatch = 15 * 1024 * 1024;

/** Results that a client takes in portions; each ends with its last document, its connection, or after ten idle minutes. */
export class Cursors {
  private readonly open_ = new Map<string, Cursor>();
  private lastId = 0;

  open(items: Iterator<Document>, ns: string, connectionId: number, size: number, single: boolean): Document {
    if (this.open_.size >= mostCursors) throw new StoreError(2, `more than ${mostCursors} cursors open`);
    this.lastId += 1;
    const { documents, done } = take(items, size);
    const id = Long.fromNumber(done || single ? 0 : this.lastId);
    if (!id.isZero()) this.keep(id, { items, ns, connectionId });
    return { firstBatch: documents, id, ns };
  }

  more(id: Long, connectionId: number, size: number): Document {
    const cursor = this.open_.get(id.toString());
    if (cursor === undefined) throw new StoreError(43, `cursor id ${id.toString()} not found`);
    const { documents, done } = take(cursor.items, size === 0 ? Infinity : size);
    cursor.connectionId = connectionId;
    this.end(id.toString());
    if (!done) this.keep(id, cursor);
    return { nextBatch: documents, id: done ? Long.ZERO : id, ns: cursor.ns };
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

  /** Ends those a closed connection was the last to use; without one, all. */
  endFor(connectionId?: number): void {
    for (const [id, cursor] of this.open_)
      if (connectionId === undefined || cursor.connectionId === connectionId) this.end(id);
  }

  private keep(id: Long, cursor: Cursor): void {
    cursor.timer = setTimeout(() => this.end(id.toString()), idleMilliseconds).unref();
    this.open_.set(id.toString(), cursor);
  }

  private end(id: string): boolean {
    clearTimeout(this.open_.get(id)?.timer);
    return this.open_.delete(id);
  }
}

function take(items: Iterator<Document>, size: number): { documents: Document[]; done: boolean } {
  const documents: Document[] = [];
  let bytes = 0;
  while (documents.length < size && bytes < largestBatch) {
    const next = items.next();
    if (next.done === true) return { documents, done: true };
    documents.push(next.value);
    bytes += calculateObjectSize(next.value);
  }
  return { documents, done: false };
}
