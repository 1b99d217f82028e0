import { type LedgerEntry, ledgerSubjectKinds } from '../../../app/ports/ledger';
import {
  documentSchema,
  type FieldsOf,
  requiredInstant,
  requiredNumber,
  requiredOneOf,
  requiredText,
} from './strict-schema';

/** An entry as stored: `_id` is its place in the chain, so two processes cannot both fill it. */
export interface LedgerDocument extends Omit<LedgerEntry, 'seq'> {
  readonly _id: number;
  /** Made from kind, subject and version: each is anchored once. */
  readonly key: string;
}

/** The chain over everything (process 10); append-only. */
export const ledgerSchema = documentSchema({
  _id: requiredNumber,
  key: requiredText,
  kind: requiredOneOf(ledgerSubjectKinds),
  of: requiredText,
  version: requiredNumber,
  subjectHash: requiredText,
  at: requiredInstant,
  previousHash: requiredText,
  hash: requiredText,
} satisfies FieldsOf<LedgerDocument>)
  .index({ key: 1 }, { unique: true })
  .index({ of: 1, version: 1 });
