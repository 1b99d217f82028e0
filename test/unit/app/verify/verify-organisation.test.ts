import type { ChangeEvidence } from '../../../../src/app/ports/evidence';
import { concernsReports, type Finding } from '../../../../src/app/verify/finding';
import { walkChanges } from '../../../../src/app/verify/verify-organisation';

const start = '0'.repeat(64);

/** A change as it should be: it follows the one before, and the ledger vouches for it. */
function change(version: number, more: Partial<ChangeEvidence> = {}): ChangeEvidence {
  const hash = `hash ${version}`;
  const previousHash = version === 1 ? start : `hash ${version - 1}`;
  return { version, previousHash, hash, sound: true, marked: false, anchored: hash, details: [], ...more };
}

function findingsOf(
  changes: readonly (ChangeEvidence | undefined)[],
  { opened = true } = {},
): readonly Finding[] {
  const walk = walkChanges({ opened });
  return changes.flatMap((found) =>
    walk.next(found === undefined ? { id: 'x' } : { id: String(found.version), found }),
  );
}

/** As of a change that has no place in the ledger yet. */
function unanchored(version: number, more: Partial<ChangeEvidence> = {}): ChangeEvidence {
  const { anchored, ...rest } = change(version, more);
  return rest;
}

describe("the verification of the organisation's changes", () => {
  it('given each follows the one before and is in the ledger, then nothing is found', () => {
    const details = [{ id: 'd1', state: 'intact' }] as const;
    expect(findingsOf([change(1, { details }), change(2, { details }), change(3)])).toEqual([]);
  });

  it('given a version is missing, then its number is told, and what follows the gap is judged by itself', () => {
    expect(findingsOf([change(1), change(4), change(5)])).toEqual([{ kind: 'changeGap', version: 2 }]);
    expect(findingsOf([change(2)])).toEqual([{ kind: 'changeGap', version: 1 }]);
    expect(findingsOf([change(3, { sound: false })])).toEqual([
      { kind: 'changeGap', version: 1 },
      { kind: 'changeBroken', version: 3 },
    ]);
  });

  it.each<[string, Partial<ChangeEvidence>]>([
    ['its hash does not follow from what it says', { sound: false }],
    ['it follows another one', { previousHash: 'hash of another' }],
  ])('given %s, then it is found once', (_what, more) => {
    expect(findingsOf([change(1), change(2, more), change(3)])).toEqual([
      { kind: 'changeBroken', version: 2 },
    ]);
  });

  it('given the ledger vouches for another one, then it was replaced, also while it is marked', () => {
    for (const marked of [false, true])
      expect(findingsOf([change(1, { anchored: 'another', marked })])).toEqual([
        { kind: 'changeReplaced', version: 1 },
      ]);
  });

  it('given it has no place in the ledger, then that is found unless it waits for it or there is no ledger', () => {
    expect(findingsOf([unanchored(1)])).toEqual([{ kind: 'changeNotAnchored', version: 1 }]);
    expect(findingsOf([unanchored(1, { marked: true })])).toEqual([]);
    expect(findingsOf([unanchored(1)], { opened: false })).toEqual([]);
  });

  it('given details of people are missing or changed, then each is told once, by their id and the first change that refers to them', () => {
    const details = [
      { id: 'd1', state: 'missing' },
      { id: 'd2', state: 'changed' },
      { id: 'd3', state: 'intact' },
      { id: 'Anna Muster', state: 'missing' },
    ] as const;
    expect(findingsOf([change(1, { details }), change(2, { details })])).toEqual([
      { kind: 'detailsMissing', version: 1, entry: 'd1' },
      { kind: 'detailsChanged', version: 1, entry: 'd2' },
      { kind: 'detailsMissing', version: 1, entry: '?' },
    ]);
  });

  it('given a document that is no change, then it is foreign, and the others are judged without it', () => {
    expect(findingsOf([change(1), undefined, change(2)])).toEqual([{ kind: 'foreignChange' }]);
  });

  it('given any of it, then no report of reactions is in doubt', () => {
    const found = findingsOf([
      undefined,
      change(2, { sound: false, anchored: 'another', details: [{ id: 'd1', state: 'missing' }] }),
      unanchored(3, { details: [{ id: 'd2', state: 'changed' }] }),
    ]);
    expect(found).toHaveLength(7);
    expect(found.filter(concernsReports)).toEqual([]);
    expect(concernsReports({ kind: 'changeMissing', version: 1, seq: 2 })).toBe(false);
  });
});
