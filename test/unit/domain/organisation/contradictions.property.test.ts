import fc from 'fast-check';
import { contradictionsIn } from '../../../../src/domain/organisation/contradictions';
import type { Absence, Contract, Installation } from '../../../../src/domain/organisation/installation';
import { installation } from '../../../support/installation';
import { installations } from '../../adapters/organisation/generated-installations';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);

/** Few days, so that spans meet often; the last one stands for all that follow. */
const days = ['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12'] as const;
const spans = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));

const contracts: fc.Arbitrary<readonly Contract[]> = fc
  .array(
    fc.tuple(spans, fc.boolean(), fc.constantFrom('nord', 'sued'), fc.constantFrom('journal', 'outage')),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(([{ from, to }, isOpen, operator, module], index) => ({
      ...{ id: `c-${index}`, operator, module, from },
      ...(!isOpen && { to }),
    })),
  );

const absences: fc.Arbitrary<readonly Absence[]> = fc
  .array(fc.tuple(spans, fc.boolean(), fc.constantFrom('dispatcher-1', 'dispatcher-2')), { maxLength: 5 })
  .map((all) =>
    all.map(([span, isCancelled, person]) => ({
      ...{ person, ...span },
      ...(isCancelled && { cancelled: true as const }),
    })),
  );

const covers = (day: string, { from, to = '9999-12-31' }: { readonly from: string; readonly to?: string }) =>
  from <= day && day <= to;
const rulesOf = (change: Partial<Installation>) =>
  contradictionsIn({ ...installation, ...change }).map(({ rule }) => rule);
/** How many of the items have a key that an earlier one has. */
const repeats = (keys: readonly string[]): number => keys.length - new Set(keys).size;

describe('contradictions in any records', () => {
  test('given an installation that the reader takes, then there are none', () => {
    fc.assert(
      fc.property(installations, (each) => {
        expect(contradictionsIn(each)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('given contracts, then some overlap exactly where a day has two of one operator and module', () => {
    fc.assert(
      fc.property(contracts, (all) => {
        const isTwice = days.some(
          (day) =>
            repeats(
              all.filter((each) => covers(day, each)).map(({ operator, module }) => operator + module),
            ) > 0,
        );
        expect(rulesOf({ contracts: all }).includes('contractsOverlap')).toBe(isTwice);
      }),
      { numRuns },
    );
  });

  test('given absences, then some overlap exactly where a day has two of one person that were not called off', () => {
    fc.assert(
      fc.property(absences, (all) => {
        const held = all.filter(({ cancelled }) => cancelled === undefined);
        const isTwice = days.some(
          (day) => repeats(held.filter((each) => covers(day, each)).map(({ person }) => person)) > 0,
        );
        expect(rulesOf({ absences: all }).includes('absencesOverlap')).toBe(isTwice);
      }),
      { numRuns },
    );
  });

  test('given people, then each identity and id that an earlier one has is one contradiction', () => {
    const few = fc.constantFrom('a', 'b', 'c', 'd');
    const generated = fc.array(fc.record({ id: few, objectIds: fc.array(few, { maxLength: 2 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(generated, (all) => {
        const [template] = installation.people;
        if (template === undefined) throw new Error('the installation of the tests has nobody');
        const people = all.map(({ id, objectIds }) => ({
          ...{ ...template, id },
          identities: objectIds.map((objectId) => ({ tenant: installation.hostingTenant, objectId })),
        }));
        const rules = rulesOf({
          people,
          organisations: [{ id: 'cooperative', name: 'x', contactPeople: [] }],
        });
        const count = (wanted: string) => rules.filter((rule) => rule === wanted).length;
        expect(count('idTaken')).toBe(repeats(all.map(({ id }) => id)));
        expect(count('identityTaken')).toBe(repeats(all.flatMap(({ objectIds }) => objectIds)));
      }),
      { numRuns },
    );
  });
});
