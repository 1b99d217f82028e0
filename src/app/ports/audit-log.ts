import type { Instant } from '../../domain/instant';
import type { PersonId, Role } from '../../domain/organisation/installation';
import type { LedgerSubject } from './ledger';

/** A refused attempt (process 10): kept apart from the ticket's history. */
export interface RefusedAttempt {
  readonly at: Instant;
  readonly person: PersonId;
  readonly role: Role;
  readonly ticket?: string;
  readonly action: string;
  readonly code: string;
}

/** What was typed into a security-relevant ticket was shown to somebody who may read it (process 10). */
export interface ContentReading {
  readonly at: Instant;
  readonly person: PersonId;
  /** The role in which they may read it. */
  readonly role: Role;
  readonly ticket: string;
  /** 'content', 'history', or the form that was shown. */
  readonly what: string;
}

/** Who tried or read what, apart from the tickets' histories; append-only. */
export interface AuditLog {
  refused(attempt: RefusedAttempt): Promise<void>;
  /** To be awaited before anything is shown: what cannot be recorded is not read. */
  contentRead(reading: ContentReading): Promise<void>;
  /** Entries of any kind that are marked as not yet in the ledger, in the order in which they were recorded. */
  withAnchorDue(limit: number): Promise<readonly LedgerSubject[]>;
  /** Removes the marks: they are in the ledger. */
  anchored(subjects: readonly LedgerSubject[]): Promise<void>;
}
