import type { Instant } from '../instant';
import { FIRST_TABLE_YEAR, LAST_TABLE_YEAR, utcYearOf } from './calendar-range';
import type { OpenSpans } from './open-spans';
import { addSpan } from './open-spans';
import type { SpanBlock } from './span-block';
import { createSpanBlock } from './span-block';

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

export function createSpanTable(spansOfYear: (utcYear: number) => OpenSpans): SpanTable {
  const blocks: (SpanBlock | undefined)[] = new Array<undefined>(LAST_TABLE_YEAR - FIRST_TABLE_YEAR + 1).fill(
    undefined,
  );
  const blockOfYear = (year: number) => blocks[year - FIRST_TABLE_YEAR];
  let recent: SpanBlock | undefined;

  const cover = (firstYear: number, lastYear: number): SpanBlock => {
    const present = blockOfYear(firstYear);
    if (present !== undefined && lastYear <= present.lastYear) return (recent = present);
    const spans = { starts: [] as Instant[], ends: [] as Instant[] };
    const from = present?.firstYear ?? firstYear;
    let year = from;
    while (year <= lastYear) {
      const built = blockOfYear(year);
      const part = built ?? spansOfYear(year);
      for (let index = 0; index < part.starts.length; index++) {
        addSpan(spans, part.starts[index] ?? NaN, part.ends[index] ?? NaN);
      }
      year = built === undefined ? year + 1 : built.lastYear + 1;
    }
    const block = createSpanBlock(from, year - 1, spans);
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
    bytes: () => [...new Set(blocks)].reduce((sum, block) => sum + (block?.bytes ?? 0), 0),
  };
}
