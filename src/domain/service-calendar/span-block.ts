import type { Instant } from '../instant';
import { pageLength } from './calendar-range';
import type { SpanList } from './span-list';

/**
 * The open spans of consecutive pages of time with what is needed to ask in O(log n): `before[i]` is the service time of all
 * spans ahead of span i, so `before[length]` is the whole block's. All times in milliseconds.
 */
export interface SpanBlock {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly from: Instant;
  /** exclusive */
  readonly to: Instant;
  readonly length: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  /** for each slot of time the first span that ends after the slot's beginning */
  readonly slots: Int32Array;
  readonly bytes: number;
}

/** About 18 hours, a power of two, so that scaling by it is exact; a page has 128. */
const slotSize = 2 ** 26;
const slotsPerMillisecond = 1 / slotSize;

export function createSpanBlock(firstPage: number, lastPage: number, spans: SpanList): SpanBlock {
  const from = firstPage * pageLength;
  const to = (lastPage + 1) * pageLength;
  const length = spans.length;
  const starts = spans.starts.slice(0, length);
  const ends = spans.ends.slice(0, length);
  const before = new Float64Array(length + 1);
  for (let index = 0, sum = 0; index < length; index++) {
    sum += (ends[index] as number) - (starts[index] as number);
    before[index + 1] = sum;
  }
  const slots = new Int32Array((to - from) / slotSize + 1);
  for (let slot = 0, index = 0; slot < slots.length; slot++) {
    while (index < length && (ends[index] as number) <= from + slot * slotSize) index++;
    slots[slot] = index;
  }
  const bytes = starts.byteLength + ends.byteLength + before.byteLength + slots.byteLength;
  return { firstPage, lastPage, from, to, length, starts, ends, before, slots, bytes };
}

/** The first span that ends after `at`; `length` when there is none. `at` lies in the block. */
export function firstSpanEndingAfter(block: SpanBlock, at: Instant): number {
  const slot = ((at - block.from) * slotsPerMillisecond) | 0;
  let low = block.slots[slot] as number;
  let high = block.slots[slot + 1] as number;
  const ends = block.ends;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Service time from the block's beginning to `at`, where `index` is firstSpanEndingAfter(block, at). */
export function usedBefore(block: SpanBlock, at: Instant, index: number): number {
  const before = block.before[index] as number;
  if (index === block.length) return before;
  const start = block.starts[index] as number;
  return at > start ? before + at - start : before;
}

/** The earliest instant at which the service time used since the block's beginning is `used`, which the block holds, from span `index` on. */
export function instantOfUse(block: SpanBlock, used: number, index: number): Instant {
  const before = block.before;
  // Answers lie near the start most of the time: widen the search from there, then halve it.
  let low = index;
  let step = 1;
  let high = index + 1;
  while (high < block.length && (before[high] as number) < used) {
    low = high;
    step += step;
    high = low + step;
  }
  if (high > block.length) high = block.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((before[middle] as number) < used) low = middle;
    else high = middle;
  }
  return (block.starts[low] as number) + used - (before[low] as number);
}
