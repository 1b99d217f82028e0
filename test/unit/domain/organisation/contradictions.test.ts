import { defined } from '../../../../src/defined';
import { type Contradiction, contradictionsIn } from '../../../../src/domain/organisation/contradictions';
import type {
  Absence,
  Contract,
  DutyDay,
  Installation,
  MaintainedModule,
  Organisation,
  Person,
} from '../../../../src/domain/organisation/installation';
import { installation } from '../../../support/installation';

type Change = Partial<Installation>;
type Items<Item extends { readonly id: string }> = readonly Item[];

/** The items with one of them changed. */
function changed<Item extends { readonly id: string }>(
  items: Items<Item>,
  id: string,
  change: Partial<Item>,
) {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

const person = (id: string, change: Partial<Person>): Change => ({
  people: changed(installation.people, id, change),
});
const organisation = (id: string, change: Partial<Organisation>): Change => ({
  organisations: changed(installation.organisations, id, change),
});
const softwareModule = (id: string, change: Partial<MaintainedModule>): Change => ({
  modules: changed(installation.modules, id, change),
});
const contract = (id: string, change: Partial<Contract>): Change => ({
  contracts: changed(installation.contracts, id, change),
});
const absences = (...all: readonly Absence[]): Change => ({ absences: all });
const duty = (...all: readonly DutyDay[]): Change => ({ duty: all });

const identities = [{ tenant: installation.hostingTenant, objectId: '10000000-0000-4000-9000-000000000001' }];
const elsewhere = [{ tenant: '20000000-0000-4000-8000-000000000001', objectId: 'a' }];
const away: Absence = { person: 'dispatcher-1', from: '2026-06-08', to: '2026-06-12' };
const monday: DutyDay = { day: '2026-06-08', dispatchers: ['dispatcher-1'] };
const twins = installation.people.map((each) =>
  each.id.startsWith('nord') ? { ...each, identities: [...elsewhere, ...identities] } : each,
);

type Place = Contradiction['at'];
type Unknown = Extract<Contradiction, { readonly rule: 'unknownReference' }>;

const at = (list: Place['list'], index: number, field?: Place['field'], position?: number): Place =>
  defined({ list, index, field, position });
const unknown = (to: Unknown['to'], ...place: Parameters<typeof at>): Unknown => ({
  rule: 'unknownReference',
  at: at(...place),
  to,
  id: 'x',
});

/** what is changed, how, and what contradicts then */
const cases: readonly (readonly [string, Change, readonly Contradiction[]])[] = [
  [
    'an unknown contact',
    organisation('sued', { contactPeople: ['sued-1', 'x'] }),
    [unknown('people', 'organisations', 2, 'contactPeople', 1)],
  ],
  [
    'an unknown organisation',
    person('owner', { organisation: 'x' }),
    [unknown('organisations', 'people', 2, 'organisation')],
  ],
  [
    'a maintainer of an unknown module',
    person('owner', { roles: [{ role: 'processOwner' }, { role: 'maintainer', module: 'x' }] }),
    [unknown('modules', 'people', 2, 'roles', 1)],
  ],
  [
    'an unknown maintainer',
    softwareModule('outage', { maintainer: 'x' }),
    [unknown('organisations', 'modules', 1, 'maintainer')],
  ],
  [
    'an unknown operator',
    contract('nord-outage', { operator: 'x' }),
    [unknown('organisations', 'contracts', 1, 'operator')],
  ],
  [
    'a contract for an unknown module',
    contract('nord-outage', { module: 'x' }),
    [unknown('modules', 'contracts', 1, 'module')],
  ],
  [
    'an absence of somebody unknown',
    absences({ ...away, person: 'x' }),
    [unknown('people', 'absences', 0, 'person')],
  ],
  ['an unknown deputy', absences({ ...away, deputy: 'x' }), [unknown('people', 'absences', 0, 'deputy')]],
  [
    'somebody unknown on duty',
    duty({ ...monday, dispatchers: ['dispatcher-1', 'x'] }),
    [unknown('people', 'duty', 0, 'dispatchers', 1)],
  ],
  [
    'an id twice',
    contract('nord-outage', { id: 'nord-journal' }),
    [
      {
        rule: 'idTaken',
        at: at('contracts', 1, 'id'),
        id: 'nord-journal',
        other: at('contracts', 0),
      },
    ],
  ],
  [
    'the identities of somebody else',
    { people: twins },
    [0, 1].map((position) => ({
      rule: 'identityTaken',
      at: at('people', 5, 'identities', position),
      other: at('people', 4, 'identities', position),
    })),
  ],
  [
    'a role twice',
    person('owner', { roles: [{ role: 'operator' }, { role: 'processOwner' }, { role: 'operator' }] }),
    [{ rule: 'roleGivenTwice', at: at('people', 2, 'roles', 2) }],
  ],
  [
    'a maintainer of two modules',
    person('owner', {
      roles: [
        { role: 'maintainer', module: 'journal' },
        { role: 'maintainer', module: 'outage' },
      ],
    }),
    [],
  ],
  [
    'roles that end before they begin',
    person('owner', { since: '2026-06-12', until: '2026-06-11' }),
    [
      {
        rule: 'endsBeforeItBegins',
        at: at('people', 2, 'until'),
        first: '2026-06-12',
        last: '2026-06-11',
      },
    ],
  ],
  ['roles of one day', person('owner', { since: '2026-06-12', until: '2026-06-12' }), []],
  [
    'a contact twice',
    organisation('sued', { contactPeople: ['sued-1', 'sued-1'] }),
    [
      {
        rule: 'contactGivenTwice',
        at: at('organisations', 2, 'contactPeople', 1),
        person: 'sued-1',
      },
    ],
  ],
  [
    'a contact of another organisation',
    organisation('sued', { contactPeople: ['nord-1'] }),
    [
      {
        rule: 'contactOfAnother',
        at: at('organisations', 2, 'contactPeople', 0),
        person: 'nord-1',
        organisation: 'nord',
      },
    ],
  ],
  [
    'a contact for packages of another organisation',
    contract('sued-journal', { packageContact: 'nord-1' }),
    [
      {
        rule: 'contactOfAnother',
        at: at('contracts', 3, 'packageContact'),
        person: 'nord-1',
        organisation: 'nord',
      },
    ],
  ],
  ["one of the operator's own people", contract('sued-journal', { packageContact: 'sued-2' }), []],
  [
    'a contact for packages whom nobody knows',
    contract('sued-journal', { packageContact: 'nobody' }),
    [
      {
        rule: 'unknownReference',
        at: at('contracts', 3, 'packageContact'),
        to: 'people',
        id: 'nobody',
      },
    ],
  ],
  [
    'a contact whom the bot cannot write to',
    person('sued-2', { identities: elsewhere }),
    [
      {
        rule: 'contactOutOfReach',
        at: at('organisations', 2, 'contactPeople', 1),
        person: 'sued-2',
      },
    ],
  ],
  [
    'such a contact beside a channel',
    {
      ...person('nord-1', { identities: elsewhere }),
      ...organisation('nord', { contactPeople: ['nord-1'] }),
    },
    [],
  ],
  [
    'a contract that ends before it begins',
    contract('sued-journal', { to: '2023-12-31' }),
    [
      {
        rule: 'endsBeforeItBegins',
        at: at('contracts', 3, 'to'),
        first: '2024-01-01',
        last: '2023-12-31',
      },
    ],
  ],
  [
    'two contracts on a day',
    contract('sued-journal', { operator: 'nord' }),
    [
      {
        rule: 'contractsOverlap',
        at: at('contracts', 3),
        other: at('contracts', 0),
        operator: 'nord',
        module: 'journal',
      },
    ],
  ],
  [
    'an absence that ends before it begins',
    absences({ ...away, to: '2026-06-07' }),
    [
      {
        rule: 'endsBeforeItBegins',
        at: at('absences', 0, 'to'),
        first: '2026-06-08',
        last: '2026-06-07',
      },
    ],
  ],
  [
    'two absences on a day',
    absences(away, { ...away, from: '2026-06-12', to: '2026-06-30' }),
    [
      {
        rule: 'absencesOverlap',
        at: at('absences', 1),
        other: at('absences', 0),
        person: 'dispatcher-1',
      },
    ],
  ],
  [
    'one of them called off',
    absences(
      { ...away, cancelled: true, deputy: 'nord-1' },
      { ...away, from: '2026-06-12', to: '2026-06-30' },
    ),
    [],
  ],
  [
    'an absence that ends before it begins, in the past too',
    absences({ ...away, from: '2026-06-20', to: '2026-06-05' }),
    [
      {
        rule: 'endsBeforeItBegins',
        at: at('absences', 0, 'to'),
        first: '2026-06-20',
        last: '2026-06-05',
      },
    ],
  ],
  [
    'oneself as deputy',
    absences({ ...away, deputy: 'dispatcher-1' }),
    [{ rule: 'ownDeputy', at: at('absences', 0, 'deputy') }],
  ],
  ['a deputy who shares nothing any more', absences({ ...away, deputy: 'nord-1' }), []],
  ['a colleague as deputy', absences({ ...away, deputy: 'owner' }), []],
  [
    'a day of duty twice',
    duty(monday, { ...monday, dispatchers: [] }),
    [
      {
        rule: 'dutyDayTwice',
        at: at('duty', 1, 'day'),
        other: at('duty', 0),
        day: '2026-06-08',
      },
    ],
  ],
  [
    'a dispatcher twice on a day',
    duty({ ...monday, dispatchers: ['dispatcher-1', 'dispatcher-2', 'dispatcher-1'] }),
    [
      {
        rule: 'dispatcherGivenTwice',
        at: at('duty', 0, 'dispatchers', 2),
        person: 'dispatcher-1',
      },
    ],
  ],
];

describe('what contradicts in the records', () => {
  test('given the installation of the tests, then nothing', () => {
    expect(contradictionsIn(installation)).toEqual([]);
  });

  test.each(cases)('given %s, then that alone', (_what, change, expected) => {
    expect(contradictionsIn({ ...installation, ...change })).toEqual(expected);
  });
});
