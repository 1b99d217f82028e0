import type { LedgerHead } from '../app/ports/ledger';
import { expectedHeadText } from '../texts/verify.de';
import { FieldError } from './field-error';

/** A head of the ledger as it is printed: '17:3fa9…'. Throws FieldError, in German, for anything else. */
export function readLedgerHead(text: string | undefined): LedgerHead | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined) throw new FieldError('--head', expectedHeadText(text));
  return { seq: Number(seq), hash: hash.toLowerCase() };
}
