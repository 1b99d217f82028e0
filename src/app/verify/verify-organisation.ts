import type { ChangeEvidence, DetailsEvidence, Evidence } from '../ports/evidence';
import { type Finding, plain } from './finding';
import { startOfChain } from './verify-ledger';

/** Walks along the organisation's changes, one after the other. */
export interface ChangesWalk {
  next(change: Evidence<ChangeEvidence>): readonly Finding[];
}

/** Judges each change by itself, by the one before it and by what the ledger vouches for, if there is a ledger. */
export function walkChanges({ opened }: { readonly opened: boolean }): ChangesWalk {
  let last = { version: 0, hash: startOfChain };
  /** Many changes refer to the same details. Grows with what is wrong, not with what is there. */
  const told = new Set<string>();

  function chainFindings({ version, previousHash, sound }: ChangeEvidence): readonly Finding[] {
    const expected = last.version + 1;
    const broken: readonly Finding[] = [{ kind: 'changeBroken', version }];
    // What comes before it is not there: its link cannot be judged.
    if (version !== expected) return [{ kind: 'changeGap', version: expected }, ...(sound ? [] : broken)];
    return sound && previousHash === last.hash ? [] : broken;
  }

  function anchorFindings({ version, hash, anchored, marked }: ChangeEvidence): readonly Finding[] {
    if (anchored === undefined) return marked || !opened ? [] : [{ kind: 'changeNotAnchored', version }];
    return anchored === hash ? [] : [{ kind: 'changeReplaced', version }];
  }

  function detailsFindings(version: number, { id, state }: DetailsEvidence): readonly Finding[] {
    if (state === 'intact' || told.has(id)) return [];
    told.add(id);
    return [{ kind: state === 'missing' ? 'detailsMissing' : 'detailsChanged', version, entry: plain(id) }];
  }

  return {
    next({ found }) {
      if (found === undefined) return [{ kind: 'foreignChange' }];
      const { version, hash, details } = found;
      const findings = [
        ...chainFindings(found),
        ...anchorFindings(found),
        ...details.flatMap((each) => detailsFindings(version, each)),
      ];
      last = { version, hash };
      return findings;
    },
  };
}
