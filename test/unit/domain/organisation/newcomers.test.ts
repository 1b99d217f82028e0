import * as fc from 'fast-check';
import { knownLike, type Member, newcomersAmong } from '../../../../src/domain/organisation/newcomers';
import { installation } from '../../../support/installation';

const tenant = installation.hostingTenant;

function member(name: string, objectId: string, more: Partial<Member> = {}): Member {
  return { teamsId: `29:${objectId}`, name, identity: { tenant, objectId }, ...more };
}

const known = installation.people.flatMap(({ name, identities }) =>
  identities.map((identity) => ({ teamsId: `29:${identity.objectId}`, name, identity })),
);

describe('given the roster of a channel', () => {
  it('when somebody in it is known, then only the others are newcomers, by their names', () => {
    const others = [member('Öhler', 'o-2'), member('Zander', 'o-3'), member('Ahlers', 'o-1')];
    expect(newcomersAmong(installation, [...known, ...others]).map(({ name }) => name)).toEqual([
      'Ahlers',
      'Öhler',
      'Zander',
    ]);
  });

  it('when somebody has a known object id in another tenant, then they are a newcomer', () => {
    const guests = known.map((each) => ({ ...each, identity: { ...each.identity, tenant: 'elsewhere' } }));
    expect(newcomersAmong(installation, guests)).toHaveLength(guests.length);
  });

  it('however it is made up, then whoever gets one of its identities is no newcomer any more', () => {
    const objectIds = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(objectIds, fc.nat(), (ids, at) => {
        const roster = ids.map((id) => member(`Person ${id}`, id));
        const before = newcomersAmong(installation, roster);
        expect(before).toHaveLength(roster.length);
        const taken = before[at % before.length]?.identity;
        const people = installation.people.map((person, index) =>
          index === 0 && taken !== undefined
            ? { ...person, identities: [...person.identities, taken] }
            : person,
        );
        const after = newcomersAmong({ ...installation, people }, roster);
        expect(after).toEqual(before.filter(({ identity }) => identity !== taken));
      }),
    );
  });
});

describe('given somebody who is nobody yet', () => {
  const idsLike = (somebody: Member) => knownLike(installation, somebody).map(({ id }) => id);

  it.each([
    ['the mail of somebody known', member('Anders', 'o', { mail: 'NORD-1@example.org' })],
    ['the name of somebody known', member(' person  Nord-1 ', 'o')],
    ['both', member('Person nord-1', 'o', { mail: 'nord-1@example.org' })],
  ])('when they have %s, then they may be the same', (_what, somebody) => {
    expect(idsLike(somebody)).toEqual(['nord-1']);
  });

  it('when nothing fits, then they are nobody known', () => {
    expect(idsLike(member('Neu', 'o', { mail: 'neu@example.org' }))).toEqual([]);
  });

  it('when a known person has no mail, then one without mail is not taken for them', () => {
    const [first, ...others] = installation.people;
    const people = first === undefined ? others : [{ ...first, mail: '' }, ...others];
    expect(knownLike({ ...installation, people }, member('Neu', 'o', { mail: ' ' }))).toEqual([]);
  });
});
