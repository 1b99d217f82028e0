import type { Instant } from '../instant';
import { pageLength } from './calendar-range';
import type { SpanList } from './span-list';

/**
 * The open spans of consecutive pages, prepared for queries in O(log n): `before[i]` is the service time of all spans
 * before span i, so `before[length]` is that of the whole block. All times in milliseconds.
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
  /** for each time slot, the first span that ends after the slot begins */
  readonly slots: Int32Array;
  readonly bytes: number;
}

/** About 18 hours; a power of two, so scaling by it is exact. A page has 128 slots. */
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

/**
 * The earliest instant at which `used` service time has passed since the start of the block, searched from span `index`
 * on. The block must hold that much.
 */
export function instantOfUse(block: SpanBlock, used: number, index: number): Instant {
  const before = block.before;
  // Results are usually near the start: widen the search from there, then bisect.
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
