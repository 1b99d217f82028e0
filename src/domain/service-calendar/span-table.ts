import type { Instant } from '../instant';
import { firstPageInRange, lastPageInRange, pageLength } from './calendar-range';
import { createSpanBlock, type SpanBlock } from './span-block';
import { addSpans, createSpanList, type SpanList } from './span-list';

/** The open spans of a calendar, computed on demand and kept in blocks of consecutive pages. */
export interface SpanTable {
  /** The block that holds the instant. */
  blockAt(at: Instant): SpanBlock;
  /** One block that holds both instants. */
  blockOver(from: Instant, to: Instant): SpanBlock;
  /** The block extended by this many pages at its end, at least one; undefined at the end of the range. */
  extendForward(block: SpanBlock, pages: number): SpanBlock | undefined;
  /** The block extended by this many pages at its beginning, at least one; undefined at the beginning of the range. */
  extendBackward(block: SpanBlock, pages: number): SpanBlock | undefined;
  bytes(): number;
}

/** A table that gets the spans of [from, to) from `addSpansOf`, about `spansPerPage` for each page. */
export function createSpanTable(
  addSpansOf: (list: SpanList, from: Instant, to: Instant) => void,
  spansPerPage: number,
): SpanTable {
  const blocks = new Map<number, SpanBlock>();
  let recent: SpanBlock | undefined;
  let bytes = 0;

  const cover = (firstPage: number, lastPage: number): SpanBlock => {
    const present = blocks.get(firstPage);
    if (present !== undefined && lastPage <= present.lastPage) return (recent = present);
    const first = present?.firstPage ?? firstPage;
    const spans = createSpanList((lastPage - first + 1) * spansPerPage);
    let page = first;
    while (page <= lastPage) {
      const built = blocks.get(page);
      if (built === undefined) addSpansOf(spans, page * pageLength, (page + 1) * pageLength);
      else addSpans(spans, built.starts, built.ends);
      bytes -= built?.bytes ?? 0;
      page = built === undefined ? page + 1 : built.lastPage + 1;
    }
    const block = createSpanBlock(first, page - 1, spans);
    bytes += block.bytes;
    for (page = first; page <= block.lastPage; page++) blocks.set(page, block);
    return (recent = block);
  };

  return {
    blockAt(at) {
      if (recent !== undefined && at >= recent.from && at < recent.to) return recent;
      const page = Math.floor(at / pageLength);
      return cover(page, page);
    },
    blockOver(from, to) {
      if (recent !== undefined && from >= recent.from && to < recent.to) return recent;
      return cover(Math.floor(from / pageLength), Math.floor(to / pageLength));
    },
    extendForward(block, pages) {
      if (block.lastPage === lastPageInRange) return undefined;
      return cover(block.firstPage, Math.min(block.lastPage + pages, lastPageInRange));
    },
    extendBackward(block, pages) {
      if (block.firstPage === firstPageInRange) return undefined;
      return cover(Math.max(block.firstPage - pages, firstPageInRange), block.lastPage);
    },
    bytes: () => bytes,
  };
}
