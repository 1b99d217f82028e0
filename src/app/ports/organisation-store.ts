import type { OrganisationChange } from '../../domain/organisation/changes';
import type { LedgerSubject } from './ledger';

/**
 * The decisions about the organisation, in the order in which they were taken: append-only and hash-chained like a ticket's
 * history (process 10). What says who a person is (name, mail, phone, ids of Entra) is kept in one place apart from them.
 */
export interface OrganisationStore {
  /** The changes after this version, in order; all for 0. */
  changesSince(version: number): Promise<readonly OrganisationChange[]>;
  /** Writes the change in one write. False if another one has become its version: nothing was written. */
  append(change: OrganisationChange): Promise<boolean>;
  /** Changes that are marked as not yet in the ledger, in order. */
  withAnchorDue(limit: number): Promise<readonly LedgerSubject[]>;
  /** Removes the marks: they are in the ledger. */
  anchored(subjects: readonly LedgerSubject[]): Promise<void>;
}
