import type { LedgerSubject } from '../../app/ports/ledger';
import { canonicalHash } from './canonical-hash';
import { faithful } from './stored-form';

/** The collections of the audit log; each entry is anchored, whatever it is about. */
export const auditCollections = ['refusedAttempts', 'contentReadings'] as const;

/** An entry of the audit log as it is stored, of whatever kind. */
export interface RawAuditEntry {
  readonly _id: unknown;
  readonly at?: unknown;
  readonly anchorDue?: unknown;
}

/** The ledger vouches for everything in an entry except what is no part of what happened. */
const notVouchedFor: ReadonlySet<string> = new Set(['_id', 'anchorDue', 'schemaVersion']);

export function auditSubject(entry: RawAuditEntry): LedgerSubject {
  const { at } = entry;
  const content = Object.fromEntries(Object.entries(entry).filter(([field]) => !notVouchedFor.has(field)));
  return {
    kind: 'audit',
    of: String(entry._id),
    version: 0,
    subjectHash: canonicalHash(faithful<object>(content)),
    at: at instanceof Date ? at.getTime() : 0,
  };
}
