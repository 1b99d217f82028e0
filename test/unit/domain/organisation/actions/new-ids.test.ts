import fc from 'fast-check';
import { freeId, idFromName } from '../../../../../src/domain/organisation/actions/new-ids';

/** What the organisation file takes as an id (docs/operations.md). */
const plainId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestId = 64;

describe('ids made from names', () => {
  it.each([
    ['Störungsinformationstool', 'stoerungsinformationstool'],
    ['Stellungnahme TÖB', 'stellungnahme-toeb'],
    ['Geplante Netzmaßnahmen', 'geplante-netzmassnahmen'],
    // As some keyboards type it: the letter, and its dots behind it.
    ['Netz Süd'.normalize('NFD'), 'netz-sued'],
    ['Café Réseau S.A.', 'cafe-reseau-s-a'],
    ['  Netz – Nord (AG) ', 'netz-nord-ag'],
    ['東京', 'neu'],
  ])('given %j, then it is %j', (name, id) => {
    expect(idFromName(name)).toBe(id);
  });

  it('given a name that several have, then each has an id of its own', () => {
    const ids: string[] = [];
    for (let each = 0; each < 12; each += 1) {
      ids.push(
        freeId(
          idFromName('Netz Nord'),
          ids.map((id) => ({ id })),
        ),
      );
    }
    expect(ids.slice(0, 3)).toEqual(['netz-nord', 'netz-nord-2', 'netz-nord-3']);
    expect(new Set(ids).size).toBe(12);
  });

  it('given any names, then what is exported can be imported again: their ids are plain, short and different', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('Ö', 'ö', '-'));
    // As long as an id becomes, with a blank anywhere near its end.
    const long = fc
      .tuple(fc.integer({ min: 50, max: 70 }), fc.string({ maxLength: 20 }))
      .map(([length, rest]) => `${'a'.repeat(length)} ${rest}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(name, long), { maxLength: 20 }), (names) => {
        const taken = names.reduce<readonly { readonly id: string }[]>(
          (before, each) => [...before, { id: freeId(idFromName(each), before) }],
          [],
        );
        expect(taken.filter(({ id }) => !plainId.test(id) || id.length > longestId)).toEqual([]);
        expect(new Set(taken.map(({ id }) => id)).size).toBe(names.length);
      }),
    );
  });
});
