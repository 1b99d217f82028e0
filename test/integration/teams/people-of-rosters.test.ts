import { createLogger } from '../../../src/adapters/logging';
import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { TeamsRosters } from '../../../src/adapters/teams/sender/teams-rosters';
import { type Connector, startConnector } from '../../../src/simulator/connector/connector';
import type { Fault } from '../../../src/simulator/connector/faults';
import { createTeamsWorld } from '../../../src/simulator/connector/teams-world';
import { generalChannel, host, other, sampleWorld, sharedChannel } from '../connector/sample-world';

const noon = Date.parse('2026-06-12T10:00:00Z');
const wholeRoster = /pagedmembers$/;
const oneOfIt = /\/members\//;

describe('who is in a conversation', () => {
  let connector: Connector;
  let now = noon;
  let logged: string[];
  beforeEach(async () => {
    now = noon;
    logged = [];
    connector = await startConnector({ world: sampleWorld(), now: () => noon });
  });
  afterEach(() => connector.close());

  function rostersWith(patience = 60_000): TeamsRosters {
    return new TeamsRosters({
      connectors: new TeamsAuthentication({ limited: false }).createConnectorFactory(),
      clock: { now: () => now },
      logger: createLogger({ stream: { write: (line) => void logged.push(line) } }),
      patience,
    });
  }
  const at = (conversation: string) => ({ conversation, serviceUrl: connector.serviceUrl });
  const namesIn = async (rosters: TeamsRosters, conversation = generalChannel) =>
    (await rosters.membersOf(at(conversation)))?.map(({ name }) => name);
  const asked = () => connector.record.requests.filter(({ path }) => wholeRoster.test(path)).length;

  it('is told with the identity and mail of each, of a guest those of the tenant that they visit', async () => {
    const members = await rostersWith().membersOf(at(generalChannel));
    expect(members).toEqual([
      {
        teamsId: '29:dispatcher-1',
        name: 'Dispatcher Eins',
        mail: 'dispatcher-1@genossenschaft.example',
        identity: { tenant: host, objectId: '00000000-0000-4000-8000-0000000000d1' },
      },
      {
        teamsId: '29:dispatcher-2',
        name: 'Dispatcher Zwei',
        mail: 'dispatcher-2@genossenschaft.example',
        identity: { tenant: host, objectId: '00000000-0000-4000-8000-0000000000d2' },
      },
      {
        teamsId: '29:guest',
        name: 'Gast Süd',
        mail: 'gast@netz-nord.example',
        identity: { tenant: host, objectId: '00000000-0000-4000-8000-0000000000e2' },
      },
    ]);
  });

  it('is told of one alone, in a private chat too', async () => {
    const chat = connector.world.personalChatOf('operator')?.id ?? '';
    expect(await rostersWith().memberOf(at(chat), '29:operator')).toEqual({
      teamsId: '29:operator',
      name: 'Leitstelle Nord',
      mail: 'leitstelle@netz-nord.example',
      identity: { tenant: other, objectId: '00000000-0000-4000-8000-0000000000f1' },
    });
  });

  it('is read page by page', async () => {
    const people = Array.from({ length: 201 }, (_, index) => ({
      key: `p-${index}`,
      name: `Person ${index}`,
      mail: `p-${index}@genossenschaft.example`,
      teamsId: `29:p-${index}`,
      aadObjectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      tenantId: host,
    }));
    const members = people.map(({ key }) => key);
    await connector.close();
    connector = await startConnector({
      now: () => noon,
      world: createTeamsWorld({
        bot: { appId: '11111111-2222-4333-8444-555555555555', name: 'Software-Pflege', tenantId: host },
        tenants: [{ id: host, name: 'Genossenschaft' }],
        people,
        teams: [{ id: generalChannel, groupId: 'g', name: 'Pflege', tenantId: host, members, channels: [] }],
        chats: [],
      }),
    });
    expect(await namesIn(rostersWith())).toHaveLength(201);
    expect(asked()).toBe(2);
  });

  it('is kept for two minutes', async () => {
    const rosters = rostersWith();
    await namesIn(rosters);
    now += 119_000;
    await namesIn(rosters);
    expect(asked()).toBe(1);
    connector.world.removeMember(generalChannel, 'dispatcher-2');
    now += 1_000;
    expect(await namesIn(rosters)).toEqual(['Dispatcher Eins', 'Gast Süd']);
    expect(asked()).toBe(2);
  });

  it('is not told of a shared channel without consent, nor of a channel that is not there', async () => {
    const rosters = rostersWith();
    const shared = connector.world.conversation(sharedChannel);
    if (shared?.kind === 'channel') shared.channel.rosterConsent = false;
    for (const conversation of [sharedChannel, '19:gone@thread.tacv2']) {
      expect(await rosters.membersOf(at(conversation))).toBeUndefined();
      expect(await rosters.memberOf(at(conversation), '29:operator')).toBeUndefined();
    }
    expect(logged.join('')).toContain('roster unavailable');
  });

  it('is not told of somebody who is not in it', async () => {
    expect(await rostersWith().memberOf(at(generalChannel), '29:operator')).toBeUndefined();
  });

  it.each<Fault>([
    { kind: 'status', status: 403 },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429, retryAfterSeconds: 3_600 },
    { kind: 'reset' },
    { kind: 'other-answer', alter: () => 'nothing of the kind' },
  ])('is unknown while Teams answers with %j, and known afterwards', async (fault) => {
    const rosters = rostersWith();
    const failing = [wholeRoster, oneOfIt].map((path) => connector.misbehave({ fault, path }));
    expect(await rosters.membersOf(at(generalChannel))).toBeUndefined();
    expect(await rosters.memberOf(at(generalChannel), '29:guest')).toBeUndefined();
    for (const each of failing) each.stop();
    expect(await namesIn(rosters)).toHaveLength(3);
    expect(await rosters.memberOf(at(generalChannel), '29:guest')).toMatchObject({ name: 'Gast Süd' });
  });

  it('is unknown where Teams does not answer in time', async () => {
    const rosters = rostersWith(1);
    for (const path of [wholeRoster, oneOfIt]) connector.misbehave({ fault: { kind: 'hold' }, path });
    expect(await rosters.membersOf(at(generalChannel))).toBeUndefined();
    expect(await rosters.memberOf(at(generalChannel), '29:guest')).toBeUndefined();
  });

  it('leaves out the bot, and whoever cannot be known or called', async () => {
    connector.misbehave({
      path: wholeRoster,
      fault: {
        kind: 'other-answer',
        alter: () => ({
          members: [
            { id: '28:bot', name: 'Software-Pflege', objectId: 'B', tenantId: host },
            { id: '29:1', name: 'Ohne Tenant', objectId: 'B' },
            { id: '29:2', name: 'Ohne Objekt-ID', tenantId: host },
            { id: '29:3', objectId: 'B', tenantId: host, userPrincipalName: 'x_y#EXT#@host.example' },
            { id: '29:4', objectId: 'ABC', tenantId: host.toUpperCase(), email: 'nur@mail.example' },
            { id: '29:5', name: ' Gast ', objectId: 'D', tenantId: host, userPrincipalName: 'x#ext#@y' },
          ],
        }),
      },
    });
    expect(await rostersWith().membersOf(at(generalChannel))).toEqual([
      {
        teamsId: '29:4',
        name: 'nur@mail.example',
        mail: 'nur@mail.example',
        identity: { tenant: host, objectId: 'abc' },
      },
      { teamsId: '29:5', name: 'Gast', identity: { tenant: host, objectId: 'd' } },
    ]);
  });
});
