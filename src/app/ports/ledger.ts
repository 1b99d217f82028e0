import type { Instant } from '../../domain/instant';

export const ledgerSubjectKinds = ['ticket', 'audit', 'organisation', 'opened'] as const;

/** What one entry of the ledger vouches for. */
export interface LedgerSubject {
  /** `opened`: everything that was stored before there was a ledger stands in the entries before this one. */
  readonly kind: (typeof ledgerSubjectKinds)[number];
  /** The ticket's number, or the id of the audit entry; `organisation` for a change of it. */
  readonly of: string;
  /** The version of the ticket, or of the organisation's records; 0 for anything else. */
  readonly version: number;
  /** Of the history up to that version, or of the audit entry. */
  readonly subjectHash: string;
  /** When what it vouches for was recorded. */
  readonly at: Instant;
}

/** A link of the one chain over everything (process 10). */
export interface LedgerEntry extends LedgerSubject {
  /** Counted from 1, without gaps. */
  readonly seq: number;
  /** The hash of the entry before it; 64 zeros for the first one. */
  readonly previousHash: string;
  readonly hash: string;
}

/** The newest entry: whoever keeps it elsewhere can prove later that nothing before it was changed or removed. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'hash'>;

/** The chain over the heads of all tickets and over the audit log, in the order in which they were anchored. */
export interface Ledger {
  /**
   * Appends an entry for each subject that has none yet, in this order. May be called again with the same, and by several
   * processes at once: each subject gets one entry, and the chain has neither gaps nor forks.
   */
  anchor(subjects: readonly LedgerSubject[]): Promise<void>;
  /** Undefined for an empty ledger. */
  head(): Promise<LedgerHead | undefined>;
}
