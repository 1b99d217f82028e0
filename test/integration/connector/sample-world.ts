import { createTeamsWorld, type TeamsWorld } from '../../../src/simulator/connector/teams-world';

export const host = 'aaaaaaaa-0000-4000-8000-000000000001';
export const other = 'bbbbbbbb-0000-4000-8000-000000000002';
export const generalChannel = '19:general@thread.tacv2';
export const sharedChannel = '19:shared@thread.tacv2';
export const privateChat = '19:private@thread.tacv2';
export const groupChat = '19:group@thread.v2';
export const oddGroupChat = 'a:group';

/** One hosting tenant with a team of three kinds of channels, a guest, and somebody of another tenant in the shared one. */
export function sampleWorld(): TeamsWorld {
  return createTeamsWorld({
    bot: { appId: '11111111-2222-4333-8444-555555555555', name: 'Software-Pflege', tenantId: host },
    tenants: [
      { id: host, name: 'Genossenschaft' },
      { id: other, name: 'Netz Nord' },
    ],
    people: [
      {
        key: 'dispatcher-1',
        name: 'Dispatcher Eins',
        mail: 'dispatcher-1@genossenschaft.example',
        teamsId: '29:dispatcher-1',
        aadObjectId: '00000000-0000-4000-8000-0000000000d1',
        tenantId: host,
      },
      {
        key: 'dispatcher-2',
        name: 'Dispatcher Zwei',
        mail: 'dispatcher-2@genossenschaft.example',
        teamsId: '29:dispatcher-2',
        aadObjectId: '00000000-0000-4000-8000-0000000000d2',
        tenantId: host,
      },
      {
        key: 'guest',
        name: 'Gast Süd',
        mail: 'gast@netz-nord.example',
        teamsId: '29:guest-home',
        aadObjectId: '00000000-0000-4000-8000-0000000000e1',
        tenantId: other,
        guestIn: [
          { tenantId: host, aadObjectId: '00000000-0000-4000-8000-0000000000e2', teamsId: '29:guest' },
        ],
      },
      {
        key: 'operator',
        name: 'Leitstelle Nord',
        mail: 'leitstelle@netz-nord.example',
        teamsId: '29:operator',
        aadObjectId: '00000000-0000-4000-8000-0000000000f1',
        tenantId: other,
      },
    ],
    teams: [
      {
        id: generalChannel,
        groupId: 'cccccccc-0000-4000-8000-000000000003',
        name: 'Software-Pflege',
        tenantId: host,
        members: ['dispatcher-1', 'dispatcher-2', 'guest'],
        channels: [
          { id: privateChat, name: 'Intern', kind: 'private', members: ['dispatcher-1'] },
          {
            id: sharedChannel,
            name: 'Netz Nord',
            kind: 'shared',
            members: ['dispatcher-1', 'operator', 'guest'],
          },
        ],
      },
    ],
    chats: [
      { kind: 'personal', person: 'dispatcher-1' },
      { kind: 'personal', person: 'dispatcher-2', installed: false },
      { kind: 'personal', person: 'operator' },
      {
        kind: 'group',
        id: groupChat,
        name: 'Runde',
        tenantId: host,
        members: ['dispatcher-1', 'dispatcher-2'],
      },
      {
        kind: 'group',
        id: oddGroupChat,
        name: 'Zweite Runde',
        tenantId: host,
        members: ['dispatcher-1', 'dispatcher-2'],
        withoutType: true,
      },
    ],
  });
}
