import type { Instant } from '../../domain/instant';
import type { TicketEvent } from '../../domain/ticket/event-rules';
import type { Ticket } from '../../domain/ticket/ticket';
import type { LedgerEntry } from './ledger';
import type { PublishedReaction } from './reaction-store';

/** A document as it stands in the store, unchecked; without `found` it is none that the bot could have written there. */
export interface Evidence<T> {
  readonly id: string;
  readonly found?: T;
}

export interface TicketEvidence {
  /** In order, each with the hash of the chain up to it. */
  readonly history: readonly { readonly event: TicketEvent; readonly hash: string }[];
  /** The position of the first broken link of the history (process 10). */
  readonly brokenLink?: number;
  readonly state: Ticket;
  /** When the bot looks at it next for a timer, as far as that is an instant; absent if it never does. */
  readonly nextDueAt?: Instant;
  /** The fields beside state and history that do not follow from them. */
  readonly wrongFields: readonly string[];
  /** Effects are due: what is derived from the latest versions may not be there yet. */
  readonly marked: boolean;
  /** What the ledger says of it. */
  readonly anchors: readonly { readonly version: number; readonly subjectHash: string }[];
  readonly reactions: readonly PublishedReaction[];
}

export interface LedgerEvidence extends LedgerEntry {
  /** Its hash follows from what it says. */
  readonly sound: boolean;
  /** What it vouches for is in the store. */
  readonly subjectThere: boolean;
}

export interface AuditEvidence {
  readonly subjectHash: string;
  /** It waits for its place in the ledger. */
  readonly marked: boolean;
  /** The hash that the ledger vouches for. */
  readonly anchored?: string;
}

export interface ChangeEvidence {
  readonly version: number;
  /** The hash of the change before it. */
  readonly previousHash: string;
  readonly hash: string;
  /** Its hash follows from what it says. */
  readonly sound: boolean;
  /** It waits for its place in the ledger. */
  readonly marked: boolean;
  /** The hash that the ledger vouches for. */
  readonly anchored?: string;
  /** What is kept of the people in it: it stands apart from the changes. */
  readonly details: readonly DetailsEvidence[];
}

export interface DetailsEvidence {
  readonly id: string;
  /** Intact if they are what the change vouches for. */
  readonly state: 'intact' | 'changed' | 'missing';
}

export interface ReactionEvidence {
  readonly ticket: string;
  readonly ticketThere: boolean;
}

type Pages<T> = AsyncIterable<readonly Evidence<T>[]>;

/**
 * Everything that can be verified, read and never written, in pages: what is held at a time does not grow with the store.
 * While the bot writes, what belongs together may be read at different moments; `ticket` reads until it is of one moment.
 */
export interface EvidenceStore {
  /** In the order of the chain. */
  ledger(): Pages<LedgerEvidence>;
  tickets(): Pages<TicketEvidence>;
  ticket(number: string): Promise<Evidence<TicketEvidence> | undefined>;
  audit(): Pages<AuditEvidence>;
  /** The organisation's changes in the order of their versions. */
  changes(): Pages<ChangeEvidence>;
  reactions(): Pages<ReactionEvidence>;
}
