import { createTeamsWorld } from '../../../../src/simulator/connector/teams-world';
import type { TeamsWorldDescription } from '../../../../src/simulator/connector/teams-world-description';

function description(): TeamsWorldDescription {
  const someone = (key: string, tenantId: string) => ({
    key,
    name: key,
    mail: `${key}@firma.example`,
    teamsId: `29:${key}`,
    aadObjectId: `oid-${key}`,
    tenantId,
  });
  return {
    bot: { appId: 'app', name: 'Software-Pflege', tenantId: 'home' },
    tenants: [
      { id: 'home', name: 'Zuhause' },
      { id: 'far', name: 'Fern' },
      { id: 'near', name: 'Nah', appAvailable: true },
    ],
    people: [someone('anna', 'home'), someone('fred', 'far')],
    teams: [
      {
        id: '19:general@thread.tacv2',
        groupId: 'group',
        name: 'Team',
        tenantId: 'home',
        members: ['anna'],
        channels: [
          { id: '19:shared@thread.tacv2', name: 'Geteilt', kind: 'shared', members: ['anna', 'fred'] },
        ],
      },
    ],
    chats: [{ kind: 'personal', person: 'anna' }],
  };
}

describe('a world of Teams', () => {
  it('gives every team its General channel and keeps the description apart', () => {
    const plain = description();
    const world = createTeamsWorld(plain);
    expect(world.conversation('19:general@thread.tacv2;messageid=1')?.name).toBe('General');
    world.removeMember('19:shared@thread.tacv2', 'fred');
    expect(plain.teams?.[0]?.channels[0]?.members).toEqual(['anna', 'fred']);
  });

  it('lets the bot into its own tenant and where the package is installed', () => {
    const world = createTeamsWorld(description());
    expect(['home', 'far', 'near', 'nowhere'].map((tenant) => world.appAvailableIn(tenant))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('says what is wrong with a world that makes no sense', () => {
    const world = createTeamsWorld(description());
    const withoutAccount = '"fred" is in "General" of tenant home without a guest account there';
    expect(() => world.addMember('19:general@thread.tacv2', 'fred')).toThrow(withoutAccount);
    const plain = description();
    plain.teams?.[0]?.members.push('fred');
    expect(() => createTeamsWorld(plain)).toThrow(withoutAccount);
    expect(() => world.person('niemand')).toThrow('No person "niemand"; known: anna, fred');
    expect(() => world.addMember('19:nirgends', 'anna')).toThrow('No conversation 19:nirgends');
  });

  it('forgets a deleted channel and a removed app', () => {
    const world = createTeamsWorld(description());
    const id = world.personalChatOf('anna')?.id ?? '';
    world.uninstall('anna');
    world.deleteChannel('19:shared@thread.tacv2');
    const chat = world.conversation(id);
    expect(chat && world.appIsIn(chat)).toBe(false);
    expect(world.conversation('19:shared@thread.tacv2')).toBeUndefined();
    expect(world.openPersonalChat('anna')).toMatchObject({ id, installed: true });
  });
});
