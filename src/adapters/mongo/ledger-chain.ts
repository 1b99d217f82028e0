import type { LedgerHead, LedgerSubject } from '../../app/ports/ledger';
import { canonicalHash } from './canonical-hash';
import { startOfHistory } from './history-chain';
import type { LedgerDocument } from './schemas/ledger-schema';

/** What says that there is a whole ledger: added once everything older is anchored. */
export const opened: LedgerSubject = { kind: 'opened', of: 'ledger', version: 0, subjectHash: '', at: 0 };

export function keyOf({ kind, of, version }: LedgerSubject): string {
  return `${kind} ${of} ${version}`;
}

/** The documents of further entries, following the newest one. */
export function linksAfter(
  head: LedgerHead | undefined,
  subjects: readonly LedgerSubject[],
): readonly LedgerDocument[] {
  let last: LedgerHead = head ?? { seq: 0, hash: startOfHistory };
  return subjects.map((subject) => {
    const seq = Math.floor(last.seq) + 1;
    const previousHash = last.hash;
    const hash = entryHash(seq, previousHash, subject);
    last = { seq, hash };
    return { _id: seq, key: keyOf(subject), ...plain(subject), previousHash, hash };
  });
}

/** Whether an entry is as it was written: its hash and its key follow from what it says. */
export function isSound({ _id, key, previousHash, hash, ...subject }: LedgerDocument): boolean {
  return hash === entryHash(_id, previousHash, subject) && key === keyOf(subject);
}

function entryHash(seq: number, previousHash: string, subject: LedgerSubject): string {
  return canonicalHash({ seq, previousHash, subject: plain(subject) });
}

/** Only what is vouched for: a document may carry further fields. */
function plain({ kind, of, version, subjectHash, at }: LedgerSubject): LedgerSubject {
  return { kind, of, version, subjectHash, at };
}
