import type { Instant } from '../instant';
import { FIRST_TABLE_YEAR, LAST_TABLE_YEAR, utcYearOf } from './calendar-range';
import type { SpanBlock } from './span-block';
import { createSpanBlock } from './span-block';
import type { SpanList } from './span-list';
import { addSpans, createSpanList } from './span-list';

/** The open spans of a calendar, worked out for the years that are asked for and kept in blocks of consecutive years. */
export interface SpanTable {
  /** The block that holds the instant, with at least the instant's own year. */
  blockAt(at: Instant): SpanBlock;
  /** One block that holds both instants. */
  blockOver(from: Instant, to: Instant): SpanBlock;
  /** A block with `years` more years at its end (or beginning, when negative); undefined at the end of time. */
  extend(block: SpanBlock, years: number): SpanBlock | undefined;
  bytes(): number;
}

/** A table that gets the spans of a UTC year from `addSpansOfYear`, about `spansPerYear` of them. */
export function createSpanTable(
  addSpansOfYear: (list: SpanList, utcYear: number) => void,
  spansPerYear: number,
): SpanTable {
  const blocks: (SpanBlock | undefined)[] = new Array<undefined>(LAST_TABLE_YEAR - FIRST_TABLE_YEAR + 1).fill(
    undefined,
  );
  const blockOfYear = (year: number) => blocks[year - FIRST_TABLE_YEAR];
  let recent: SpanBlock | undefined;
  let bytes = 0;

  const cover = (firstYear: number, lastYear: number): SpanBlock => {
    const present = blockOfYear(firstYear);
    if (present !== undefined && lastYear <= present.lastYear) return (recent = present);
    const from = present?.firstYear ?? firstYear;
    const spans = createSpanList((lastYear - from + 1) * spansPerYear);
    let year = from;
    while (year <= lastYear) {
      const built = blockOfYear(year);
      if (built === undefined) addSpansOfYear(spans, year);
      else addSpans(spans, built.starts, built.ends);
      bytes -= built?.bytes ?? 0;
      year = built === undefined ? year + 1 : built.lastYear + 1;
    }
    const block = createSpanBlock(from, year - 1, spans);
    bytes += block.bytes;
    blocks.fill(block, from - FIRST_TABLE_YEAR, year - FIRST_TABLE_YEAR);
    return (recent = block);
  };

  return {
    blockAt(at) {
      if (recent !== undefined && at >= recent.from && at < recent.to) return recent;
      const year = utcYearOf(at);
      return cover(year, year);
    },
    blockOver(from, to) {
      if (recent !== undefined && from >= recent.from && to < recent.to) return recent;
      return cover(utcYearOf(from), utcYearOf(to));
    },
    extend(block, years) {
      if (years > 0) {
        if (block.lastYear === LAST_TABLE_YEAR) return undefined;
        return cover(block.firstYear, Math.min(block.lastYear + years, LAST_TABLE_YEAR));
      }
      if (block.firstYear === FIRST_TABLE_YEAR) return undefined;
      return cover(Math.max(block.firstYear + years, FIRST_TABLE_YEAR), block.lastYear);
    },
    bytes: () => bytes,
  };
}
