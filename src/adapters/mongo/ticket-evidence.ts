import type { LedgerSubject } from '../../app/ports/ledger';
import type { Evidence, TicketEvidence } from '../../app/ports/evidence';
import type { PublishedReaction } from '../../app/ports/reaction-store';
import { defined } from '../../defined';
import type { Ticket } from '../../domain/ticket/ticket';
import { firstBrokenLink, type HistoryLink } from './history-chain';
import { faithful } from './stored-form';
import {
  type ListFields,
  listFieldsOf,
  passingListFields,
  type TicketDocument,
  toLink,
} from './ticket-document';

export type RawDocument = Readonly<Record<string, unknown>> & { readonly _id: unknown };

/** A ticket's document with what the ledger and the reports have about it. */
export function ticketEvidence(
  raw: RawDocument,
  anchors: readonly LedgerSubject[],
  reactions: readonly PublishedReaction[],
): Evidence<TicketEvidence> {
  const id = String(raw._id);
  try {
    const document = faithful<TicketDocument>(raw);
    if (Object(document.ticket) !== document.ticket) return { id };
    const links = document.events.map(toLink);
    return {
      id,
      found: {
        history: links.map(({ event, hash }) => ({ event, hash })),
        ...defined({ brokenLink: firstBrokenLink(links, document.historyHash) }),
        state: document.ticket,
        // As anything but a date, no query would find it.
        ...defined({ nextDueAt: raw['nextDueAt'] instanceof Date ? raw['nextDueAt'].getTime() : undefined }),
        wrongFields: wrongFieldsOf(raw, document, links),
        marked: document.effectsDue,
        anchors,
        reactions,
      },
    };
  } catch {
    // Not even the form of a ticket: whoever wrote it, it was not the bot.
    return { id };
  }
}

/** The fields beside state and history that do not follow from them. Fields that the bot knows nothing of are left alone. */
function wrongFieldsOf(
  raw: RawDocument,
  document: TicketDocument,
  links: readonly HistoryLink[],
): readonly string[] {
  const { ticket } = document;
  const listFields = listFieldsIn(ticket);
  if (listFields === undefined) return [];
  const expected: Readonly<Record<string, unknown>> = {
    _id: ticket.number,
    version: links.length,
    reportCommandId: links[0]?.event.commandId,
    ...Object.fromEntries(passingListFields.map((field) => [field, undefined])),
    ...listFields,
    ...markOf(document, links),
  };
  const found = new Map<string, unknown>(Object.entries(document));
  return [
    ...Object.keys(expected).filter((field) => found.get(field) !== expected[field]),
    ...instants.filter((field) => raw[field] !== undefined && !(raw[field] instanceof Date)),
  ];
}

/** Undefined for a state that is none: that it differs from the events is found anyway. */
function listFieldsIn(ticket: Ticket): ListFields | undefined {
  try {
    return listFieldsOf(ticket);
  } catch {
    return undefined;
  }
}

/** Instants are dates in the store; as anything else, no query would find them. */
const instants = ['reactionDue', 'effectsDueSince', 'nextDueAt'] as const;

/**
 * What the mark can be: up to which version effects are planned says whether it stands, and since when is an event's time.
 * What was set aside stands without it, or is due since somebody wanted it tried again.
 */
function markOf(document: TicketDocument, links: readonly HistoryLink[]) {
  const { effectsPlanned, effectsDueSince, effectsSetAsideAt } = document;
  const version = links.length;
  if (!Number.isInteger(effectsPlanned) || effectsPlanned < 0 || effectsPlanned > version)
    return { effectsPlanned: version };
  if (effectsPlanned === version) return { effectsDue: false, effectsDueSince: undefined };
  if (effectsSetAsideAt !== undefined) return {};
  const isSome = links.some(({ event }) => event.at === effectsDueSince);
  return { effectsDue: true, ...(isSome ? {} : { effectsDueSince: links[version - 1]?.event.at }) };
}
