import type { Installation } from '../../../../src/domain/organisation/installation';
import {
  contractOn,
  hasRole,
  maintainersOf,
  moduleById,
  modulesUnderContract,
  organisationById,
  peopleWithRole,
  personById,
  personOfIdentity,
  placesOfConversation,
} from '../../../../src/domain/organisation/find';
import { installation } from '../../../support/installation';

const nord = installation.organisations.find(({ id }) => id === 'nord');
const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);

describe('people', () => {
  test('given an id, then the person; given another, then nobody', () => {
    expect(personById(installation, 'nord-1')?.name).toBe('Person nord-1');
    expect(personById(installation, 'nobody')).toBeUndefined();
  });

  test('given any identity of anybody, then that person', () => {
    for (const person of installation.people) {
      for (const identity of person.identities) expect(personOfIdentity(installation, identity)).toBe(person);
    }
  });

  test('given the object id in another tenant, then nobody: identity is the pair', () => {
    const [identity] = installation.people[0]?.identities ?? [];
    const tenant = '00000000-0000-4000-8000-000000000099';
    expect(personOfIdentity(installation, { tenant, objectId: identity?.objectId ?? '' })).toBeUndefined();
  });

  test('given a role, then everybody who has it', () => {
    expect(ids(peopleWithRole(installation, 'dispatcher'))).toEqual(['dispatcher-1', 'dispatcher-2']);
    expect(ids(peopleWithRole(installation, 'processOwner'))).toEqual(['owner']);
    expect(installation.people.filter((person) => hasRole(person, 'operator'))).toHaveLength(4);
  });

  test('given a module, then the people of its maintainer organisation who maintain it', () => {
    expect(ids(maintainersOf(installation, 'journal'))).toEqual(['maintainer-a1', 'maintainer-a2']);
    expect(maintainersOf(installation, 'contacts')).toEqual([]);
    expect(maintainersOf(installation, 'nothing')).toEqual([]);
  });

  test('given a maintainer of another organisation than the module’s, then nobody', () => {
    const modules = installation.modules.map((module) => ({ ...module, maintainer: 'contractor-b' }));
    expect(maintainersOf({ ...installation, modules }, 'journal')).toEqual([]);
  });
});

describe('contracts', () => {
  test.each([
    ['the day before', '2023-12-31', false],
    ['the first day', '2024-01-01', true],
    ['the last day', '2026-12-31', true],
    ['the day after', '2027-01-01', false],
  ])('given %s, then a contract counts on both its days and between', (_name, day, valid) => {
    expect(contractOn(installation, 'sued', 'journal', day) !== undefined).toBe(valid);
  });

  test('given a contract without end, then it counts on every later day', () => {
    expect(contractOn(installation, 'nord', 'outage', '2199-12-31')?.module).toBe('outage');
  });

  test('given an operator, then only the modules of its own contracts', () => {
    expect(ids(modulesUnderContract(installation, 'nord', '2026-06-12'))).toEqual([
      'journal',
      'outage',
      'contacts',
    ]);
    expect(ids(modulesUnderContract(installation, 'sued', '2026-06-12'))).toEqual(['journal']);
    expect(modulesUnderContract(installation, 'sued', '2027-06-12')).toEqual([]);
    expect(modulesUnderContract(installation, 'contractor-a', '2026-06-12')).toEqual([]);
  });
});

describe('places', () => {
  test('given each channel, then its place', () => {
    const place = (conversation: string | undefined) =>
      placesOfConversation(installation, conversation ?? '');
    expect(place(installation.dispatchChannel.conversation)).toEqual([{ kind: 'dispatch' }]);
    expect(place(installation.platformChannel.conversation)).toEqual([{ kind: 'platform' }]);
    expect(place(nord?.channel?.conversation)).toEqual([{ kind: 'organisation', organisation: 'nord' }]);
    expect(place(moduleById(installation, 'journal')?.channel?.conversation)).toEqual([
      { kind: 'module', module: 'journal' },
    ]);
  });

  test('given a conversation that is no place, then none', () => {
    expect(placesOfConversation(installation, '19:elsewhere@thread.tacv2')).toEqual([]);
    expect(placesOfConversation(installation, '')).toEqual([]);
  });

  test('given a channel of dispatch and platform, and one of two modules, then both places', () => {
    const channel = moduleById(installation, 'journal')?.channel;
    const shared: Installation = {
      ...installation,
      platformChannel: installation.dispatchChannel,
      modules: installation.modules.map((module) => ({ ...module, ...(channel && { channel }) })),
    };
    expect(placesOfConversation(shared, installation.dispatchChannel.conversation)).toEqual([
      { kind: 'dispatch' },
      { kind: 'platform' },
    ]);
    expect(placesOfConversation(shared, channel?.conversation ?? '')).toHaveLength(3);
  });
});

test('given an id of an organisation, then it; given another, then none', () => {
  expect(organisationById(installation, 'nord')).toBe(nord);
  expect(organisationById(installation, 'west')).toBeUndefined();
});
