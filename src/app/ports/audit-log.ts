import type { Instant } from '../../domain/instant';
import type { PersonId, Role } from '../../domain/organisation/installation';

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
}
