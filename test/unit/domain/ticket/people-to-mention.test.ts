import fc from 'fast-check';
import { defined } from '../../../../src/defined';
import type {
  Absence,
  Installation,
  Person,
  PersonId,
  Role,
  RoleGrant,
} from '../../../../src/domain/organisation/installation';
import type { Place } from '../../../../src/domain/organisation/place';
import { type Addressee, roleOfPlace } from '../../../../src/domain/ticket/access';
import { peopleToMention } from '../../../../src/domain/ticket/people-to-mention';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Friday to Wednesday: with a weekend, without a holiday. */
const days = ['2026-06-12', '2026-06-13', '2026-06-14', '2026-06-15', '2026-06-16', '2026-06-17'];
const aDay = fc.constantFrom(...days);
const somebody = fc.constantFrom(...ids);

const grants: readonly RoleGrant[] = [
  { role: 'operator' },
  { role: 'dispatcher' },
  { role: 'processOwner' },
  { role: 'platformMaintainer' },
  { role: 'maintainer', module: 'journal' },
  { role: 'maintainer', module: 'outage' },
];
const aPerson = fc.record(
  {
    organisation: fc.constantFrom('nord', 'contractor-a'),
    roles: fc.uniqueArray(fc.constantFrom(...grants), { minLength: 1, maxLength: 3 }),
    since: aDay,
    until: aDay,
  },
  { requiredKeys: ['organisation', 'roles'] },
);

const anAbsence = fc
  .record({ person: somebody, ends: fc.tuple(aDay, aDay), deputy: fc.option(somebody, { nil: undefined }) })
  .map(({ person, ends, deputy }): Absence => {
    const [from, to] = [...ends].sort() as [string, string];
    return { person, from, to, ...defined({ deputy: deputy === person ? undefined : deputy }) };
  });

const anInstallation = fc
  .record({
    people: fc.tuple(...ids.map(() => aPerson)),
    absences: fc.array(anAbsence, { maxLength: 6 }),
    duty: fc.uniqueArray(fc.record({ day: aDay, dispatchers: fc.uniqueArray(somebody, { maxLength: 3 }) }), {
      selector: ({ day }) => day,
      maxLength: 4,
    }),
  })
  .map(({ people, absences, duty }): Installation => {
    const known = people.map((person, index): Person => {
      const id = ids[index] ?? '';
      return { id, name: id, mail: `${id}@example.org`, identities: [], ...person };
    });
    return { ...installation, people: known, absences, duty };
  });

const places: readonly Place[] = [
  { kind: 'dispatch' },
  { kind: 'platform' },
  { kind: 'module', module: 'journal' },
  { kind: 'organisation', organisation: 'nord' },
];
const anAddressee = fc
  .record({
    place: fc.constantFrom(...places),
    people: fc.uniqueArray(fc.constantFrom(...ids, 'gone'), { maxLength: 2 }),
    dispatchRoles: fc.constantFrom<readonly Role[] | undefined>(
      undefined,
      ['processOwner'],
      ['dispatcher', 'processOwner'],
    ),
    except: fc.option(somebody, { nil: undefined }),
  })
  .map(({ place, people, dispatchRoles, except }): Addressee => ({
    place,
    people,
    ...defined({ roles: place.kind === 'dispatch' ? dispatchRoles : undefined }),
    ...defined({ except }),
  }));

/** What process 1 says of somebody, looked up in the plainest way. */
function factsOf({ people, absences }: Installation, { place, roles }: Addressee, day: string) {
  const asked = roles ?? [roleOfPlace(place)];
  const inForce = people.filter(({ since = day, until = day }) => since <= day && day <= until);
  const holding = (wanted: readonly Role[]) =>
    inForce
      .filter((person) =>
        person.roles.some((grant) => {
          if (!wanted.includes(grant.role)) return false;
          if (place.kind === 'organisation') return person.organisation === place.organisation;
          if (place.kind !== 'module') return true;
          return grant.role === 'maintainer' && grant.module === place.module;
        }),
      )
      .map(({ id }) => id);
  const ofMaintainer = (id: PersonId) =>
    place.kind !== 'module' ||
    people.some((person) => person.id === id && person.organisation === 'contractor-a');
  return {
    readers: holding(place.kind === 'dispatch' ? ['dispatcher', 'processOwner'] : asked),
    /** Who may act there, role by role. */
    mayAct: asked.map((role) => holding([role]).filter(ofMaintainer)),
    isThere: (id: PersonId) =>
      !absences.some((each) => each.person === id && each.from <= day && day <= each.to),
  };
}

const anything = [anInstallation, anAddressee, aDay, fc.integer({ min: 0, max: 23 })] as const;

function told(organisation: Installation, addressee: Addressee, day: string, hour: number) {
  const at = berlin(`${day}T${String(hour).padStart(2, '0')}:00`);
  return peopleToMention(addressee, organisation, at);
}

describe('who is mentioned, whatever the organisation, its absences and its roster', () => {
  test('nobody who is absent is mentioned alone while anybody else reads there', () => {
    fc.assert(
      fc.property(...anything, (organisation, addressee, day, hour) => {
        const { readers, isThere } = factsOf(organisation, addressee, day);
        const people = told(organisation, addressee, day, hour);
        const couldRead = readers.filter((id) => isThere(id) && id !== addressee.except);
        if (people.length > 0 && couldRead.length > 0) expect(people.filter(isThere)).not.toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('nobody who has left or lost the role is mentioned, and nobody who said it themselves', () => {
    fc.assert(
      fc.property(...anything, (organisation, addressee, day, hour) => {
        const { readers, mayAct, isThere } = factsOf(organisation, addressee, day);
        const people = told(organisation, addressee, day, hour);
        expect(people.filter((id) => !readers.includes(id) || id === addressee.except)).toEqual([]);
        expect(new Set(people).size).toBe(people.length);
        // Where somebody of each role is there, it is only those who may act and are there.
        if (!mayAct.every((each) => each.some(isThere))) return;
        expect(people.filter((id) => !isThere(id) || !mayAct.flat().includes(id))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('somebody is mentioned as long as anybody reads there', () => {
    fc.assert(
      fc.property(...anything, (organisation, { place, people, roles }, day, hour) => {
        const addressee = { place, people, ...defined({ roles }) };
        const { readers } = factsOf(organisation, addressee, day);
        expect(told(organisation, addressee, day, hour).length > 0).toBe(readers.length > 0);
      }),
      { numRuns: runs },
    );
  });
});

const friday = '2026-06-12';
const away = (person: PersonId, deputy?: PersonId): Absence => ({
  person,
  from: friday,
  to: friday,
  ...defined({ deputy }),
});
const dispatch: Place = { kind: 'dispatch' };
const journal: Place = { kind: 'module', module: 'journal' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };

describe('who is mentioned while somebody is absent', () => {
  test.each<[string, Addressee, readonly Absence[], readonly PersonId[]]>([
    [
      'the one in charge, then their deputy',
      { place: journal, people: ['maintainer-a1'] },
      [away('maintainer-a1', 'maintainer-a2')],
      ['maintainer-a2'],
    ],
    [
      'the one in charge without deputy, then the others who may',
      { place: dispatch, people: ['dispatcher-1'] },
      [away('dispatcher-1')],
      ['dispatcher-2'],
    ],
    [
      'one of those in shifts, then the others',
      { place: nord, people: ['nord-1'] },
      [away('nord-1')],
      ['nord-2'],
    ],
    [
      'the only process owner with a deputy, then both',
      { place: dispatch, people: [], roles: ['processOwner'] },
      [away('owner', 'dispatcher-2')],
      ['dispatcher-2', 'owner'],
    ],
    [
      'the only process owner without deputy, then with whoever is there',
      { place: dispatch, people: [], roles: ['processOwner'] },
      [away('owner')],
      ['owner', 'dispatcher-1', 'dispatcher-2'],
    ],
    [
      'the process owner at a breach, then together with the dispatchers',
      { place: dispatch, people: [], roles: ['dispatcher', 'processOwner'] },
      [away('owner')],
      ['dispatcher-1', 'dispatcher-2', 'owner'],
    ],
    [
      'everybody who reads there, then all of them',
      { place: journal, people: ['maintainer-a1'] },
      [away('maintainer-a1', 'dispatcher-1'), away('maintainer-a2')],
      ['maintainer-a1', 'maintainer-a2'],
    ],
  ])('given the absence of %s', (_whose, addressee, absences, expected) => {
    expect(told({ ...installation, absences }, addressee, friday, 10)).toEqual(expected);
    // The day after, it is who it always is.
    const always = told(installation, addressee, '2026-06-15', 10);
    expect(told({ ...installation, absences }, addressee, '2026-06-15', 10)).toEqual(always);
  });

  test('given a roster, then a warning goes to those on duty, also where another dispatcher is in charge', () => {
    const duty = [{ day: friday, dispatchers: ['dispatcher-2'] }];
    const inCharge = { place: dispatch, people: ['dispatcher-1'] };
    expect(told({ ...installation, duty }, inCharge, friday, 10)).toEqual(['dispatcher-2']);
  });
});
