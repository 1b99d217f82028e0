/** Stands between two items where everybody else may have a turn of the event loop. */
export const pause = Symbol('pause');
export type Paused<T> = T | typeof pause;

/** Work between two pauses: 1 for an entry of an index, or for this many bytes of a document. A few milliseconds. */
const unitsBetweenPauses = 1_000;
const bytesOfUnit = 100;

/** Counts the work of one reading command, so that no part of it keeps the process from everything else for long. */
export class Workload {
  private units = 0;

  /** Whether it is time for a pause. */
  done(bytes = 0): boolean {
    this.units += 1 + bytes / bytesOfUnit;
    if (this.units < unitsBetweenPauses) return false;
    this.units = 0;
    return true;
  }
}

/** For a write, which nothing may come between. */
export function* atOnce<T>(items: Iterable<Paused<T>>): Generator<T> {
  for (const item of items) if (item !== pause) yield item;
}

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Each item, with a turn for everybody else at every pause. */
export async function* inPortions<T>(items: Iterable<Paused<T>>): AsyncGenerator<T> {
  for (const item of items) {
    if (item === pause) await nextTurn();
    else yield item;
  }
}

/** Sorted sequences as one, each item once; a pause of one of them is one of the whole. */
export function* merged<T>(
  sequences: readonly Iterator<Paused<T>>[],
  compare: (one: T, other: T) => number,
): Generator<Paused<T>> {
  const heads: { readonly item: T; readonly from: Iterator<Paused<T>> }[] = [];
  for (const from of sequences) yield* insertNext(heads, from, compare);
  for (let first = heads.shift(); first !== undefined; first = heads.shift()) {
    yield first.item;
    yield* insertNext(heads, first.from, compare);
  }
}

/** Puts the sequence's next item at its place among the others. */
function* insertNext<T>(
  heads: { readonly item: T; readonly from: Iterator<Paused<T>> }[],
  from: Iterator<Paused<T>>,
  compare: (one: T, other: T) => number,
): Generator<typeof pause> {
  for (;;) {
    const next = from.next();
    if (next.done === true) return;
    if (next.value === pause) {
      yield pause;
      continue;
    }
    const item = next.value;
    const at = heads.findIndex((head) => compare(item, head.item) < 0);
    heads.splice(at < 0 ? heads.length : at, 0, { item, from });
    return;
  }
}
