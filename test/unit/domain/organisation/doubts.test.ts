import { loadOrganisation } from '../../../../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../../../../src/config';
import { type Doubt, doubtsOf } from '../../../../src/domain/organisation/doubts';
import type { Installation, Person } from '../../../../src/domain/organisation/installation';

const sample = loadOrganisation(sampleOrganisationFile);
const today = '2026-06-12';

type Change = (installation: Installation) => Partial<Installation>;

function doubts(change: Change = () => ({}), appTenant?: string): readonly Doubt[] {
  return doubtsOf({ ...sample, ...change(sample) }, today, appTenant);
}

/** The sample with some people changed. */
const people =
  (chosen: (person: Person) => boolean, change: Partial<Person>): Change =>
  (installation) => ({
    people: installation.people.map((person) => (chosen(person) ? { ...person, ...change } : person)),
  });

const holding =
  (role: string) =>
  ({ roles }: Person) =>
    roles.some((grant) => grant.role === role);
const of =
  (organisation: string) =>
  (person: Person): boolean =>
    person.organisation === organisation;

describe('what is legal but surely wrong', () => {
  test('given the sample, then nothing, also with the tenant of the app', () => {
    expect(doubts()).toEqual([]);
    expect(doubts(undefined, sample.hostingTenant)).toEqual([]);
  });

  test.each([
    ['dispatcher', 'noDispatcher'],
    ['processOwner', 'noProcessOwner'],
    ['platformMaintainer', 'noPlatformMaintainer'],
  ])('given nobody who holds the role %s today, then that', (role, doubt) => {
    expect(doubts(people(holding(role), { roles: [] }))).toEqual([{ doubt }]);
    expect(doubts(people(holding(role), { since: '2026-06-13' }))).toEqual([{ doubt }]);
    expect(doubts(people(holding(role), { until: '2026-06-11' }))).toEqual([{ doubt }]);
    expect(doubts(people(holding(role), { since: today, until: today }))).toEqual([]);
  });

  test('given a module whose maintainers begin later, then the module', () => {
    expect(doubts(people(of('softwarehaus-west'), { since: '2026-06-13' }))).toEqual([
      { doubt: 'unmaintained', module: 'betriebstagebuch' },
    ]);
  });

  test('given a module that is maintained and has no channel, then the module; without a maintainer, nothing of it', () => {
    const without =
      (chosen: string): Change =>
      ({ modules }) => ({
        modules: modules.map(({ channel, ...each }) =>
          each.id === chosen || channel === undefined ? each : { ...each, channel },
        ),
      });
    expect(doubts(without('betriebstagebuch'))).toEqual([{ doubt: 'noChannel', module: 'betriebstagebuch' }]);
    expect(
      sample.modules.some(({ maintainer, channel }) => maintainer === undefined && channel === undefined),
    ).toBe(true);
  });

  test('given all dispatchers absent today, then that; given one who is there, nothing', () => {
    const away = (person: string, to = today) => ({ person, from: '2026-06-08', to });
    expect(doubts(() => ({ absences: [away('dispatcher-1'), away('dispatcher-2')] }))).toEqual([
      { doubt: 'dispatchersAbsent' },
    ]);
    expect(doubts(() => ({ absences: [away('dispatcher-1'), away('dispatcher-2', '2026-06-11')] }))).toEqual(
      [],
    );
  });

  test('given a roster of today or later that names somebody who does not dispatch on that day, then who and when', () => {
    const roster: Change = () => ({
      duty: ['2026-06-11', today, '2026-06-15'].map((day) => ({
        day,
        dispatchers: ['dispatcher-1', 'dispatcher-2'],
      })),
    });
    const left = people(({ id }) => id === 'dispatcher-2', { until: today });
    expect(doubts(roster)).toEqual([]);
    expect(doubts((all) => ({ ...roster(all), ...left(all) }))).toEqual([
      { doubt: 'noDispatcherOnDuty', day: '2026-06-15', person: 'dispatcher-2' },
    ]);
    const none = people(({ id }) => id === 'dispatcher-2', { roles: [{ role: 'processOwner' }] });
    expect(doubts((all) => ({ ...roster(all), ...none(all) }))).toHaveLength(2);
  });

  test.each([
    ['of another company', 'maintainer-ost', '2026-06-15', true],
    ['who is a colleague', 'maintainer-west-vertretung', '2026-06-15', false],
    ['of another company, when it is over', 'maintainer-ost', '2026-06-11', false],
  ])('given an absence with a deputy %s, then whoever cannot stand in', (_what, deputy, to, isTold) => {
    const absence = { person: 'maintainer-west', from: '2026-06-08', to, deputy };
    const doubt = { doubt: 'unfitDeputy', person: 'maintainer-west', from: '2026-06-08', deputy };
    expect(doubts(() => ({ absences: [absence] }))).toEqual(isTold ? [doubt] : []);
    expect(doubts(() => ({ absences: [{ ...absence, cancelled: true }] }))).toEqual([]);
  });

  test('given an organisation that has left, then it is not unreachable', () => {
    const retired = ({ organisations }: Installation) => ({
      organisations: organisations.map((each) => ({ ...each, retired: today })),
    });
    expect(doubts(retired).map(({ doubt }) => doubt)).not.toContain('unreachable');
  });

  test('given a contract of an organisation without people now or later, then the organisation', () => {
    const nobody = [{ doubt: 'nobodyUnderContract', organisation: 'netz-nord' }];
    expect(doubts(people(of('netz-nord'), { until: '2026-06-11' }))).toEqual(nobody);
    expect(doubts(people(of('netz-nord'), { roles: [] }))).toEqual(nobody);
    expect(doubts(people(of('netz-nord'), { since: '2026-06-13' }))).toEqual([]);
  });

  test('given contracts that have ended, then none is wanted for their organisation; given one that begins later, then it is', () => {
    const withContract = (from: string, to: string): Change => {
      const nobody = people(of('netz-nord'), { roles: [] });
      const contract = { id: 'contract', operator: 'netz-nord', module: 'betriebstagebuch', from, to };
      return (installation) => ({ ...nobody(installation), contracts: [contract] });
    };
    expect(doubts(withContract('2024-01-01', '2026-06-11'))).toEqual([]);
    expect(doubts(withContract('2027-01-01', '2027-12-31'))).toHaveLength(1);
  });

  test('given an operator with neither channel nor contact people, or whose contact people have left, then it', () => {
    const unreachable = [{ doubt: 'unreachable', organisation: 'netz-sued' }];
    const withoutContacts: Change = ({ organisations }) => ({
      organisations: organisations.map((each) => ({ ...each, contactPeople: [] })),
    });
    expect(doubts(withoutContacts)).toEqual(unreachable);
    expect(doubts((all) => ({ ...withoutContacts(all), contracts: [] }))).toEqual(unreachable);
    const left = people(({ id }) => id === 'leitstelle-sued-a', { until: '2026-06-11' });
    expect(doubts(left)).toEqual([]);
    expect(
      doubts((all) => ({
        ...left(all),
        organisations: all.organisations.map((each) =>
          each.id === 'netz-sued' ? { ...each, contactPeople: ['leitstelle-sued-a'] } : each,
        ),
      })),
    ).toEqual(unreachable);
  });

  const zeros = '00000000-0000-0000-0000-000000000000';
  const madeUp = '11111111-0000-4000-8000-000000000001';
  const channel = { ...sample.dispatchChannel };

  test.each<[string, Change, object]>([
    ['the hosting tenant', () => ({ hostingTenant: zeros }), { field: 'hostingTenant' }],
    [
      'a team',
      () => ({ platformChannel: { ...channel, team: madeUp } }),
      { field: 'team', place: { kind: 'platform' } },
    ],
    [
      'the tenant of a channel',
      () => ({ platformChannel: { ...channel, tenant: madeUp } }),
      { field: 'channelTenant', place: { kind: 'platform' } },
    ],
    [
      'the tenant of an organisation',
      ({ organisations }) => ({ organisations: organisations.map((each) => ({ ...each, tenant: zeros })) }),
      { field: 'organisationTenant', organisation: 'genossenschaft' },
    ],
    [
      'an identity',
      people(({ id }) => id === 'maintainer-ost', {
        identities: [
          {
            tenant: 'e0000000-0000-4000-8000-000000000001',
            objectId: 'e0000000-0000-4000-8000-000000000d01',
          },
          { tenant: madeUp, objectId: zeros },
        ],
      }),
      { field: 'tenant', person: 'maintainer-ost', identity: 1 },
    ],
  ])('given an id of %s that is made up, then the first place of it', (_of, change, where) => {
    expect(doubts(change)[0]).toEqual({ doubt: 'madeUpId', ...where });
  });

  test.each([
    ['one person', 'leitstelle-sued-a', 'leitstelle-sued-a'],
    ['two people', 'dispatcher-1', 'leitstelle-sued-a'],
  ])('given the same object id in two tenants, of %s, then both', (_of, first, second) => {
    const objectId = 'c0000000-0000-4000-8000-000000000f07';
    const twice = people(({ id }) => id === first || id === second, {
      identities: [{ tenant: sample.hostingTenant, objectId }],
    })(sample).people?.map((person) =>
      person.id === second
        ? {
            ...person,
            identities: [
              ...(first === second ? person.identities : []),
              { tenant: 'b0000000-0000-4000-8000-000000000001', objectId },
            ],
          }
        : person,
    );
    expect(doubtsOf({ ...sample, people: twice ?? [] }, today)).toEqual([
      {
        doubt: 'sameObjectId',
        identities: [
          { person: first, identity: 0 },
          { person: second, identity: first === second ? 1 : 0 },
        ],
      },
    ]);
  });

  test('given another tenant of the app than the hosting one, then that', () => {
    expect(doubts(undefined, '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31')).toEqual([{ doubt: 'otherAppTenant' }]);
  });
});
