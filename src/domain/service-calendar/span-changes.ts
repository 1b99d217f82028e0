import type { Instant } from '../instant';
import { firstInstant, lastInstant } from './calendar-range';
import { firstSpanEndingAfter, type SpanBlock } from './span-block';
import type { SpanTable } from './span-table';

/** The first opening or closing after `at`, or undefined up to the end of the range. */
export function nextChange(table: SpanTable, at: Instant): Instant | undefined {
  return searchForward(table, at, (block) => {
    const index = firstSpanEndingAfter(block, at);
    if (index === block.length) return undefined;
    const start = block.starts[index] as number;
    if (start > at) return start;
    const end = block.ends[index] as number;
    // A span that reaches the end of the block may continue beyond it.
    return end < block.to ? end : undefined;
  });
}

/** `at` while open, otherwise the next opening, or undefined up to the end of the range. */
export function nextOpening(table: SpanTable, at: Instant): Instant | undefined {
  return searchForward(table, at, (block) => {
    const index = firstSpanEndingAfter(block, at);
    return index < block.length ? Math.max(block.starts[index] as number, at) : undefined;
  });
}

/** The last opening or closing before `at`, or undefined down to the beginning of the range. */
export function previousChange(table: SpanTable, at: Instant): Instant | undefined {
  for (
    let block: SpanBlock | undefined = table.blockAt(at);
    block !== undefined;
    block = table.extendBackward(block, pagesOf(block))
  ) {
    const change = lastChangeBefore(block, at);
    if (change !== undefined) return change >= firstInstant ? change : undefined;
  }
  return undefined;
}

function lastChangeBefore(block: SpanBlock, at: Instant): Instant | undefined {
  const index = firstSpanEndingAfter(block, at);
  if (index < block.length && (block.starts[index] as number) < at) return openingIn(block, index);
  if (index === 0) return undefined;
  const end = block.ends[index - 1] as number;
  return end < at ? end : openingIn(block, index - 1);
}

/** The opening of a span, unless the span may have begun before the block. */
function openingIn(block: SpanBlock, index: number): Instant | undefined {
  const start = block.starts[index] as number;
  return start > block.from ? start : undefined;
}

function searchForward(
  table: SpanTable,
  at: Instant,
  find: (block: SpanBlock) => Instant | undefined,
): Instant | undefined {
  for (
    let block: SpanBlock | undefined = table.blockAt(at);
    block !== undefined;
    block = table.extendForward(block, pagesOf(block))
  ) {
    const found = find(block);
    if (found !== undefined) return found <= lastInstant ? found : undefined;
  }
  return undefined;
}

/** If nothing is found, look twice as far: sparse windows make small tables. */
function pagesOf(block: SpanBlock): number {
  return block.lastPage - block.firstPage + 1;
}
