import fc from 'fast-check';
import type { Absence, DutyDay } from '../../../../src/domain/organisation/installation';
import { eventsTowards, evolveRecords } from '../../../../src/domain/organisation/changes';
import {
  installationOf,
  noRecords,
  type OrganisationRecords,
  recordsOf,
} from '../../../../src/domain/organisation/records';
import { installation } from '../../../support/installation';

const records = recordsOf(installation);

/** Some of the sample's records, some of them renamed. */
const someRecords: fc.Arbitrary<OrganisationRecords> = fc.record({
  organisations: someOf(records.organisations),
  people: someOf(records.people),
  modules: someOf(records.modules),
  contracts: fc.subarray([...records.contracts]),
  absences: fc
    .subarray(['2026-06-15', '2026-08-03'])
    .chain((days) => fc.tuple(...days.map((from) => absenceFrom(from)))),
  duty: fc
    .subarray(['2026-06-15', '2026-06-16'])
    .chain((days) =>
      fc.tuple(
        ...days.map((day) =>
          fc.subarray(['dispatcher-1', 'dispatcher-2']).map((dispatchers) => ({ day, dispatchers })),
        ),
      ),
    ),
  accessTasks: fc.constant([]),
  contractReminders: fc.constant([]),
  onboardings: fc.constant([]),
});

function absenceFrom(from: string): fc.Arbitrary<Absence> {
  return fc.constantFrom('2026-08-21', '2026-08-28').map((to) => ({ person: 'dispatcher-1', from, to }));
}

function someOf<Item extends { readonly name: string }>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc
    .subarray([...items])
    .chain((chosen) =>
      fc.tuple(...chosen.map((item) => fc.constantFrom(item, { ...item, name: `${item.name} neu` }))),
    );
}

/** Of those with one key the last counts, in the place of the first. */
function mergedBy<Item>(keyOf: (item: Item) => string, ...items: readonly (readonly Item[])[]): Item[] {
  return [...new Map(items.flat().map((item) => [keyOf(item), item])).values()];
}

function after(before: OrganisationRecords, wanted: OrganisationRecords): OrganisationRecords {
  return eventsTowards(before, wanted).reduce(evolveRecords, before);
}

const lists = ['organisations', 'people', 'modules', 'contracts'] as const;
const keyOfDay = { absences: ({ from }: Absence) => from, duty: ({ day }: DutyDay) => day };

describe('records of the organisation (process 10: nothing is deleted)', () => {
  it('given any records, when others are wanted, then those are in force, and of the rest none is lost', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (before, wanted) => {
        const result = after(before, wanted);
        for (const list of lists) {
          expect(result[list]).toEqual(expect.arrayContaining([...wanted[list]]));
          const known = new Set(wanted[list].map(({ id }) => id));
          for (const left of before[list].filter(({ id }) => !known.has(id)))
            expect(result[list]).toContainEqual(left);
        }
        expect(result.absences).toEqual(mergedBy(keyOfDay.absences, before.absences, wanted.absences));
        expect(result.duty).toEqual(mergedBy(keyOfDay.duty, before.duty, wanted.duty));
      }),
    );
  });

  it('given records, when the same are wanted again, then nothing is recorded', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (before, wanted) => {
        expect(eventsTowards(after(before, wanted), wanted)).toEqual([]);
      }),
    );
  });

  it('given a record that changes, then it keeps its place in the lists', () => {
    const [first, ...others] = records.modules;
    const renamed = { ...first, id: 'journal', name: 'Anders' };
    expect(after(records, { ...noRecords, modules: [renamed] }).modules).toEqual([renamed, ...others]);
  });
});

describe('the installation that records make of what is set up', () => {
  it("given the file's own records, then it is the file", () => {
    expect(installationOf(installation, records)).toEqual(installation);
  });

  it('given other records, then addresses and calendars are the file’s, and names, people and contracts are not', () => {
    const changed: OrganisationRecords = {
      organisations: [
        { id: 'nord', name: 'Netz Nord AG', contactPeople: [] },
        { id: 'ost', name: 'Netz Ost', contactPeople: [] },
      ],
      people: [],
      modules: [{ id: 'journal', name: 'Betriebstagebuch 2', maintainer: 'contractor-a' }],
      contracts: [],
      absences: [],
      duty: [],
      accessTasks: [],
      contractReminders: [],
      onboardings: [],
    };
    const joined = installationOf(installation, changed);
    const channelOf = (id: string) => installation.organisations.find((each) => each.id === id)?.channel;
    expect(joined.organisations).toEqual([
      { ...changed.organisations[0], tenant: installation.hostingTenant, channel: channelOf('nord') },
      changed.organisations[1],
    ]);
    expect(joined.modules).toEqual([{ ...changed.modules[0], channel: installation.modules[0]?.channel }]);
    expect(joined).toMatchObject({ people: [], contracts: [], hotline: installation.hotline });
    expect(joined.calendars).toBe(installation.calendars);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['the company that the file names', 'contractor-a', '19:journal@thread.tacv2'],
    ['another one of the file', 'contractor-b', '19:outage@thread.tacv2'],
    ['one that has no channel in the file', 'cooperative', undefined],
    ['nobody', undefined, undefined],
  ])(
    'given a module that is maintained by %s, then a channel of that company is its channel',
    (_, maintainer, channel) => {
      const modules = [
        { id: 'journal', name: 'Betriebstagebuch', ...(maintainer !== undefined && { maintainer }) },
      ];
      const [journal] = installationOf(installation, { ...records, modules }).modules;
      expect(journal?.channel?.conversation).toBe(channel);
    },
  );
});
