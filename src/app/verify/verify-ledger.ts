import type { Evidence, LedgerEvidence } from '../ports/evidence';
import type { LedgerHead } from '../ports/ledger';
import { type Finding, plain } from './finding';

/** Walks along the chain, one entry after the other. */
export interface LedgerWalk {
  next(entry: Evidence<LedgerEvidence>): readonly Finding[];
  /** What only the end of the chain shows. */
  end(): readonly Finding[];
  /** Whether the entries so far say that everything older is anchored. */
  isOpened(): boolean;
  head(): LedgerHead | undefined;
}

/** `kept` is a head that somebody wrote down at some time: it has to be part of the chain. */
export function walkLedger(kept?: LedgerHead): LedgerWalk {
  let last: LedgerHead | undefined;
  let opened = false;
  let keptFound = kept === undefined;
  /** Grows with what is missing, not with what is there. */
  const missing = new Set<string>();

  function chainFindings({ seq, previousHash, sound }: LedgerEvidence): readonly Finding[] {
    const expected = (last?.seq ?? 0) + 1;
    const follows = seq === expected;
    if (!follows) return [{ kind: 'ledgerGap', seq: expected }, ...(sound ? [] : [broken(seq)])];
    return sound && previousHash === (last?.hash ?? startOfChain) ? [] : [broken(seq)];
  }

  function subjectFindings({ kind, of, version, subjectThere, seq }: LedgerEvidence): readonly Finding[] {
    if (subjectThere) return [];
    if (kind === 'organisation') return [{ kind: 'changeMissing', version, seq }];
    if (missing.has(of)) return [];
    missing.add(of);
    const name = plain(of);
    return kind === 'ticket'
      ? [{ kind: 'ticketMissing', ticket: name, version, seq }]
      : [{ kind: 'auditMissing', entry: name, seq }];
  }

  return {
    next({ found }) {
      if (found === undefined) return [{ kind: 'foreignLedger' }];
      const findings = [...chainFindings(found), ...subjectFindings(found)];
      const { seq, hash, kind } = found;
      opened ||= kind === 'opened';
      keptFound ||= seq === kept?.seq && hash === kept.hash;
      last = { seq, hash };
      return findings;
    },
    end: () => [
      ...(opened ? [] : [{ kind: 'ledgerNotOpened' } as const]),
      ...(keptFound || kept === undefined ? [] : [{ kind: 'headUnknown', seq: kept.seq } as const]),
    ],
    isOpened: () => opened,
    head: () => last,
  };
}

/** What the first link of every chain follows. */
export const startOfChain = '0'.repeat(64);

function broken(seq: number): Finding {
  return { kind: 'ledgerBroken', seq };
}
