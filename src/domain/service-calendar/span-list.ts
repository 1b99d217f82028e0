import type { Instant } from '../instant';

/** Spans of physical time, [start, end), ascending and never touching one another, in arrays that grow. */
export interface SpanList {
  length: number;
  starts: Float64Array;
  ends: Float64Array;
}

export function createSpanList(capacity: number): SpanList {
  return { length: 0, starts: new Float64Array(capacity), ends: new Float64Array(capacity) };
}

/** Appends a span; one that begins where the last one ended (24:00 and 00:00, a clock change, a new year) continues it. */
export function addSpan(list: SpanList, start: Instant, end: Instant): void {
  const length = list.length;
  if (length > 0 && list.ends[length - 1] === start) {
    list.ends[length - 1] = end;
    return;
  }
  if (length === list.starts.length) reserve(list, 1);
  list.starts[length] = start;
  list.ends[length] = end;
  list.length = length + 1;
}

/** Appends spans that are already ascending and disjoint. */
export function addSpans(list: SpanList, starts: Float64Array, ends: Float64Array): void {
  const [start, end] = [starts[0], ends[0]];
  if (start === undefined || end === undefined) return;
  addSpan(list, start, end);
  reserve(list, starts.length - 1);
  list.starts.set(starts.subarray(1), list.length);
  list.ends.set(ends.subarray(1), list.length);
  list.length += starts.length - 1;
}

function reserve(list: SpanList, more: number): void {
  const needed = list.length + more;
  if (needed <= list.starts.length) return;
  const capacity = Math.max(needed, 2 * list.starts.length);
  list.starts = grown(list.starts, capacity);
  list.ends = grown(list.ends, capacity);
}

function grown(values: Float64Array, capacity: number): Float64Array {
  const larger = new Float64Array(capacity);
  larger.set(values);
  return larger;
}
