import { canonicalHash } from './canonical-hash';
import type { ChangeDocument } from './schemas/organisation-change-schema';

/** What the hash of a change is computed from: everything but what the ledger and the schema mark. */
export interface ChangeLink {
  readonly version: number;
  readonly previousHash: string;
  readonly change: Omit<ChangeDocument, '_id' | 'previousHash' | 'hash' | 'anchorDue'>;
}

export function changeHash({ version, previousHash, change }: ChangeLink): string {
  return canonicalHash({ version, previousHash, change });
}
