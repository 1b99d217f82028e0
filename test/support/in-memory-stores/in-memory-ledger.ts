import { linksAfter } from '../../../src/adapters/mongo/ledger-chain';
import type { Ledger, LedgerEntry, LedgerHead, LedgerSubject } from '../../../src/app/ports/ledger';

export class InMemoryLedger implements Ledger {
  readonly entries: LedgerEntry[] = [];

  anchor(subjects: readonly LedgerSubject[]): Promise<void> {
    for (const subject of subjects) {
      const isThere = this.entries.some(
        ({ kind, of, version }) => kind === subject.kind && of === subject.of && version === subject.version,
      );
      if (isThere) continue;
      for (const { _id: seq, previousHash, hash } of linksAfter(this.entries.at(-1), [subject]))
        this.entries.push({ ...subject, seq, previousHash, hash });
    }
    return Promise.resolve();
  }

  head(): Promise<LedgerHead | undefined> {
    const newest = this.entries.at(-1);
    return Promise.resolve(newest && { seq: newest.seq, hash: newest.hash });
  }
}
