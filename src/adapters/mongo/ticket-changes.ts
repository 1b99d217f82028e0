import canonicalize from 'canonicalize';
import type { Ticket } from '../../domain/ticket/ticket';

/** The fields of a document's ticket that a command changes, by path. */
export interface TicketChanges {
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset: Readonly<Record<string, 1>>;
}

/**
 * The changes from one state to the next. The write is guarded by the previous version, so everything else is already
 * stored: leaving it out saves most of the casting and validation, and keeps what people typed out of server logs.
 */
export function changesBetween(before: Ticket, after: Ticket): TicketChanges {
  const { done: doneBefore, ...restBefore } = before;
  const { done: doneAfter, ...restAfter } = after;
  const parts = [
    difference('ticket', restBefore, restAfter),
    difference('ticket.done', doneBefore, doneAfter),
  ];
  return {
    set: Object.fromEntries(parts.flatMap(({ set }) => Object.entries(set))),
    unset: Object.fromEntries(parts.flatMap(({ unset }) => Object.entries(unset))),
  };
}

function difference(path: string, before: object, after: object): TicketChanges {
  const old = new Map<string, unknown>(Object.entries(before));
  const set = Object.entries(after).filter(
    ([key, value]) => canonicalize(old.get(key)) !== canonicalize(value),
  );
  const gone = [...old.keys()].filter((key) => !(key in after));
  return {
    set: Object.fromEntries(set.map(([key, value]: [string, unknown]) => [`${path}.${key}`, value])),
    unset: Object.fromEntries(gone.map((key) => [`${path}.${key}`, 1])),
  };
}
