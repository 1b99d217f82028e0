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

export interface AuditLog {
  refused(attempt: RefusedAttempt): Promise<void>;
}
