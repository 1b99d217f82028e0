import type { TicketEvent } from '../../domain/ticket/event-rules';
import { canonicalHash } from './canonical-hash';

/** One event as a link of the chain (process 10). */
export interface HistoryLink {
  /** Counted from 1: the version of the ticket that the event leads to. */
  readonly seq: number;
  /** The hash of the previous link; `startOfHistory` for the first one. */
  readonly previousHash: string;
  readonly hash: string;
  readonly event: TicketEvent;
}

export const startOfHistory = '0'.repeat(64);

/** The links of further events, following a history of `length` events whose last hash is `previousHash`. */
export function chain(
  events: readonly TicketEvent[],
  previousHash: string = startOfHistory,
  length = 0,
): readonly HistoryLink[] {
  let last = previousHash;
  return events.map((event, index) => {
    const seq = length + index + 1;
    const link = { seq, previousHash: last, hash: canonicalHash({ seq, previousHash: last, event }), event };
    last = link.hash;
    return link;
  });
}

/** The hash that the next link builds on. */
export function lastHash(links: readonly HistoryLink[]): string {
  return links[links.length - 1]?.hash ?? startOfHistory;
}

/**
 * The position of the first broken link: an event was changed, removed, inserted or moved. Undefined for an intact
 * history. `historyHash` is the last hash, kept separately from the events so that a truncated history is detected too.
 */
export function firstBrokenLink(links: readonly HistoryLink[], historyHash: string): number | undefined {
  let previousHash = startOfHistory;
  for (const [index, link] of links.entries()) {
    const seq = index + 1;
    const holds =
      link.seq === seq &&
      link.previousHash === previousHash &&
      link.hash === canonicalHash({ seq, previousHash, event: link.event });
    if (!holds) return seq;
    previousHash = link.hash;
  }
  return previousHash === historyHash ? undefined : links.length + 1;
}
