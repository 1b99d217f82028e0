import fc from 'fast-check';
import {
  eventsTowards,
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../../../../src/domain/organisation/changes';
import { contactsOf, grantKey, isContactGrant } from '../../../../src/domain/organisation/contacts';
import { daysOverlap } from '../../../../src/domain/organisation/days';
import { formerContacts } from '../../../../src/domain/organisation/former-contacts';
import { inForceOn } from '../../../../src/domain/organisation/in-force';
import type { Person } from '../../../../src/domain/organisation/installation';
import { installationOf, noRecords, recordsOf } from '../../../../src/domain/organisation/records';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';

const { calendars } = installation;

/** One decision at noon of the day. */
function changeOn(day: string, ...events: readonly OrganisationEvent[]): OrganisationChange {
  return changeAt(`${day}T12:00`, ...events);
}

function changeAt(local: string, ...events: readonly OrganisationEvent[]): OrganisationChange {
  return { version: 1, at: berlin(local), action: 'importRecords', commandId: local, events };
}

const imported = changeOn('2026-06-01', ...eventsTowards(noRecords, recordsOf(installation)));

function person(id: string, change: Partial<Person> = {}): OrganisationEvent {
  const found = installation.people.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no person ${id}`);
  return { type: 'personRecorded', person: { ...found, ...change } };
}

function moduleEvent(change: { readonly retired?: string; readonly maintainer?: string }): OrganisationEvent {
  return {
    type: 'moduleRecorded',
    module: { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-a', ...change },
  };
}

function told(today: string, ...changes: readonly OrganisationChange[]): readonly string[] {
  return formerContacts(changes, calendars, today).map(
    ({ grant, person: id, organisation, from, to }) =>
      `${grantKey(grant)}: ${id} (${organisation}) ${from} to ${to}`,
  );
}

describe('former contacts (process 9)', () => {
  it('given nobody who ever left, then there are none', () => {
    expect(told('2026-06-30', imported)).toEqual([]);
  });

  it('given a role that was taken, then it was held from the day of the change that gave it to that of the one that took it', () => {
    expect(
      told('2026-06-30', imported, changeOn('2026-06-12', person('dispatcher-1', { roles: [] }))),
    ).toEqual(['dispatcher: dispatcher-1 (cooperative) 2026-06-01 to 2026-06-12']);
  });

  it('given changes near midnight, then the day is that of the calendar’s clock', () => {
    const taken = changeAt('2026-06-13T00:30', person('dispatcher-1', { roles: [] }));
    expect(told('2026-06-30', imported, taken)[0]).toContain('to 2026-06-13');
  });

  it('given first and last day on the record, then those count, and on the last day the role is still held', () => {
    const days = changeOn('2026-06-10', person('dispatcher-1', { since: '2024-01-01', until: '2026-06-20' }));
    expect(told('2026-06-20', imported, days)).toEqual([]);
    expect(told('2026-06-21', imported, days)).toEqual([
      'dispatcher: dispatcher-1 (cooperative) 2024-01-01 to 2026-06-20',
    ]);
  });

  it('given a last day that is entered later or corrected, then the last word counts', () => {
    const late = changeOn('2026-06-25', person('dispatcher-1', { until: '2026-06-20' }));
    const corrected = changeOn('2026-06-26', person('dispatcher-1', { until: '2026-06-22' }));
    expect(told('2026-06-30', imported, late)[0]).toContain('2026-06-01 to 2026-06-20');
    expect(told('2026-06-30', imported, late, corrected)[0]).toContain('2026-06-01 to 2026-06-22');
  });

  it('given a first day that is corrected, then the last word counts', () => {
    const wrong = changeOn('2026-06-02', person('dispatcher-1', { since: '2020-01-01' }));
    const right = changeOn('2026-06-03', person('dispatcher-1', { since: '2021-01-01' }));
    const taken = changeOn('2026-06-10', person('dispatcher-1', { since: '2021-01-01', roles: [] }));
    expect(told('2026-06-30', imported, wrong, right, taken)).toEqual([
      'dispatcher: dispatcher-1 (cooperative) 2021-01-01 to 2026-06-10',
    ]);
  });

  it('given a further role of somebody whose first day is older, then it was held from the day on which it was given', () => {
    const { roles } = installation.people.find(({ id }) => id === 'dispatcher-1') ?? { roles: [] };
    const since = '2020-01-01';
    const first = changeOn('2026-06-02', person('dispatcher-1', { since }));
    const more = [...roles, { role: 'processOwner' } as const];
    const given = changeOn('2026-06-05', person('dispatcher-1', { since, roles: more }));
    const taken = changeOn('2026-06-10', person('dispatcher-1', { since, roles }));
    expect(told('2026-06-30', imported, first, given, taken)).toEqual([
      'processOwner: dispatcher-1 (cooperative) 2026-06-05 to 2026-06-10',
    ]);
  });

  it('given somebody who left, came back and left again, then each time is told, the last first', () => {
    const changes = [
      imported,
      changeOn('2026-06-05', person('platform', { until: '2026-06-05' })),
      changeOn('2026-06-10', person('platform')),
      changeOn('2026-06-15', person('platform', { roles: [] })),
      changeOn('2026-06-20', person('platform', { since: '2026-06-22' })),
    ];
    expect(told('2026-06-21', ...changes)).toEqual([
      'platformMaintainer: platform (cooperative) 2026-06-10 to 2026-06-15',
      'platformMaintainer: platform (cooperative) 2026-06-01 to 2026-06-05',
    ]);
    expect(told('2026-06-30', ...changes)).toEqual(told('2026-06-21', ...changes));
    expect(told('2026-06-30', ...changes, changeOn('2026-06-25', person('platform', { roles: [] })))[0]).toBe(
      'platformMaintainer: platform (cooperative) 2026-06-22 to 2026-06-25',
    );
  });

  it('given a first day that begins anew after the last one, then that is another time', () => {
    const left = changeOn('2026-06-05', person('platform', { until: '2026-06-05' }));
    const back = changeOn('2026-06-12', person('platform', { since: '2026-06-10', until: '2026-06-11' }));
    expect(told('2026-06-30', imported, left, back)).toEqual([
      'platformMaintainer: platform (cooperative) 2026-06-10 to 2026-06-11',
      'platformMaintainer: platform (cooperative) 2026-06-01 to 2026-06-05',
    ]);
  });

  it('given a role that was taken and given again without a day between, then its holder is no former one', () => {
    const taken = changeOn('2026-06-10', person('platform', { roles: [] }));
    expect(told('2026-06-30', imported, taken, changeOn('2026-06-10', person('platform')))).toEqual([]);
    expect(told('2026-06-30', imported, taken, changeOn('2026-06-11', person('platform')))).toEqual([]);
    expect(told('2026-06-30', imported, taken, changeOn('2026-06-12', person('platform')))).toHaveLength(1);
  });

  it('given a role whose first day never came, then nobody held it', () => {
    const later = changeOn(
      '2026-06-02',
      person('nord-1', { since: '2026-06-20', roles: [{ role: 'dispatcher' }] }),
    );
    expect(
      told('2026-06-30', imported, later, changeOn('2026-06-10', person('nord-1', { roles: [] }))),
    ).toEqual([]);
  });

  it('given a last day before the first import and no first one, then no day is known on which they held it', () => {
    const first = changeOn('2026-06-01', person('dispatcher-1', { until: '2026-05-01' }));
    expect(told('2026-06-30', first)).toEqual([]);
  });

  it('given a module or company that retires, then its maintainers held it until the day before', () => {
    const retired = changeOn('2026-06-10', moduleEvent({ retired: '2026-06-20' }));
    expect(told('2026-06-19', imported, retired)).toEqual([]);
    expect(told('2026-06-20', imported, retired)).toEqual([
      'maintainer journal: maintainer-a2 (contractor-a) 2026-06-01 to 2026-06-19',
      'maintainer journal: maintainer-a1 (contractor-a) 2026-06-01 to 2026-06-19',
    ]);
    const company = { id: 'contractor-b', name: 'Wartung B', contactPeople: [], retired: '2026-06-15' };
    expect(
      told(
        '2026-06-30',
        imported,
        changeOn('2026-06-10', { type: 'organisationRecorded', organisation: company }),
      ),
    ).toEqual(['maintainer outage: maintainer-b1 (contractor-b) 2026-06-01 to 2026-06-14']);
  });

  it('given a module that moves to another company, then the people of the former one are its contacts no more', () => {
    const moved = changeOn('2026-06-10', moduleEvent({ maintainer: 'contractor-b' }));
    expect(told('2026-06-30', imported, moved)).toHaveLength(2);
    expect(told('2026-06-30', imported, moved)[0]).toContain('(contractor-a) 2026-06-01 to 2026-06-10');
  });

  it('given somebody who changes the company and then leaves, then it is the last one that they held the role for', () => {
    const changes = [
      changeOn('2026-06-10', person('dispatcher-1', { organisation: 'contractor-a' })),
      changeOn('2026-06-20', person('dispatcher-1', { organisation: 'nord', roles: [] })),
    ];
    expect(told('2026-06-30', imported, ...changes)).toEqual([
      'dispatcher: dispatcher-1 (contractor-a) 2026-06-01 to 2026-06-20',
    ]);
  });

  it('given an operator who leaves, then they were nobody’s contact', () => {
    expect(told('2026-06-30', imported, changeOn('2026-06-10', person('nord-1', { roles: [] })))).toEqual([]);
  });

  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-06-${String(number).padStart(2, '0')}`);
  const maybe = fc.option(day, { nil: undefined });
  const somePerson = fc
    .record({
      id: fc.constantFrom('dispatcher-1', 'maintainer-a1'),
      since: maybe,
      until: maybe,
      organisation: fc.constantFrom('contractor-a', 'contractor-b'),
      roles: fc.subarray([
        { role: 'dispatcher' } as const,
        { role: 'operator' } as const,
        { role: 'maintainer', module: 'journal' } as const,
      ]),
    })
    .filter(({ since, until }) => since === undefined || until === undefined || since <= until)
    .map(({ id, since, until, ...rest }) =>
      person(id, { ...rest, ...(since && { since }), ...(until && { until }) }),
    );
  const someModule = fc
    .record({ retired: maybe, maintainer: fc.constantFrom('contractor-a', 'contractor-b') })
    .map(({ retired, maintainer }) => moduleEvent({ maintainer, ...(retired && { retired }) }));
  const someChanges = fc
    .array(fc.tuple(day, fc.array(fc.oneof(somePerson, someModule), { minLength: 1, maxLength: 2 })), {
      maxLength: 8,
    })
    .map((all) =>
      all.sort(([one], [other]) => (one < other ? -1 : 1)).map(([on, events]) => changeOn(on, ...events)),
    );

  test('given any changes, then times of one person and role do not overlap, are over, and nobody is named for today who holds the role today', () => {
    fc.assert(
      fc.property(someChanges, (some) => {
        const changes = [imported, ...some];
        const today = '2026-06-28';
        const former = formerContacts(changes, calendars, today);
        const records = changes.flatMap(({ events }) => events).reduce(evolveRecords, noRecords);
        const current = contactsOf(inForceOn(installationOf(installation, records), today)).map(
          ({ person: holder, ...contact }) => `${grantKey(contact)} ${holder?.id ?? ''}`,
        );
        const known = new Set(
          changes.flatMap(({ events }) =>
            events.flatMap((event) =>
              event.type === 'personRecorded'
                ? event.person.roles
                    .filter(isContactGrant)
                    .map((grant) => `${grantKey(grant)} ${event.person.id}`)
                : [],
            ),
          ),
        );
        for (const [index, one] of former.entries()) {
          const key = `${grantKey(one.grant)} ${one.person}`;
          expect(known).toContain(key);
          expect(one.from <= one.to && one.to <= today).toBe(true);
          if (current.includes(key)) expect(one.to < today).toBe(true);
          const others = former
            .slice(index + 1)
            .filter(({ grant, person: id }) => `${grantKey(grant)} ${id}` === key);
          expect(others.filter((other) => daysOverlap(one, other))).toEqual([]);
        }
        expect(former.map(({ to }) => to)).toEqual(
          former
            .map(({ to }) => to)
            .sort()
            .reverse(),
        );
      }),
    );
  });

  const withoutDays = someChanges.map((all) =>
    all.map((change) => ({
      ...change,
      events: change.events.map((event) => {
        if (event.type !== 'personRecorded') return moduleEvent({ maintainer: 'contractor-a' });
        const { since, until, ...rest } = event.person;
        return { ...event, person: rest };
      }),
    })),
  );

  test('given any changes without first and last days, and that all leave, then each is named for just the days between the changes in which they held the role', () => {
    fc.assert(
      fc.property(withoutDays, (some) => {
        const nobody = ['dispatcher-1', 'maintainer-a1'].map((id) => person(id, { roles: [] }));
        const changes = [imported, ...some, changeOn('2026-06-28', ...nobody)];
        const held = new Set<string>();
        let records = noRecords;
        for (const [index, { at, events }] of changes.entries()) {
          records = events.reduce(evolveRecords, records);
          const until = changes[index + 1]?.at;
          if (until === undefined) break;
          const now = contactsOf(installationOf(installation, records));
          for (let noon = at; noon <= until; noon += 86_400_000) {
            for (const { person: holder, ...grant } of now)
              held.add(`${grantKey(grant)} ${holder?.id} ${noon}`);
          }
        }
        const named = formerContacts(changes, calendars, '2026-06-30').flatMap(
          ({ grant, person: id, from, to }) => {
            const keys: string[] = [];
            const last = berlin(`${to}T12:00`);
            for (let noon = berlin(`${from}T12:00`); noon <= last; noon += 86_400_000) {
              keys.push(`${grantKey(grant)} ${id} ${noon}`);
            }
            return keys;
          },
        );
        const theirs = [...held].filter((key) => / (dispatcher-1|maintainer-a1) /.test(key));
        expect(named.sort()).toEqual(theirs.sort());
      }),
    );
  });
});
