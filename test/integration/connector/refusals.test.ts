import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { defined } from '../../../src/defined';
import { startConnector, type Connector } from '../../../src/simulator/connector/connector';
import { documentedRefusals, type RefusalName } from '../../../src/simulator/connector/refusals';
import { person } from '../../../src/simulator/people/person';
import { ask, botClient, refusalOf, send, sendTo } from './bot-client';
import { card, text, withCard, withText } from './card-samples';
import { generalChannel, groupChat, host, other, sampleWorld, sharedChannel } from './sample-world';

const noon = Date.parse('2026-06-12T10:00:00Z');
const execute = { type: 'Action.Execute', title: 'Los', verb: 'go' };

function toggle(...targetElements: string[]) {
  return { type: 'Action.ToggleVisibility', title: 'Mehr', targetElements };
}

const hour = 3_600_000;
const inGeneral = `${encodeURIComponent(generalChannel)}/activities`;

interface Stage {
  connector: Connector;
  readonly passes: (milliseconds: number) => void;
  client: ConnectorClient;
}

function creation(parameters: object): ConversationParameters {
  return parameters as ConversationParameters;
}

function mention(name: string, id: string) {
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } };
}

/** A request by plain HTTP, for what the client library would not send. */
async function raw(
  stage: Stage,
  method: string,
  path: string,
  body?: string,
  token?: string,
): Promise<never> {
  const response = await fetch(`${stage.connector.serviceUrl}/${path}`, {
    method,
    ...defined({ body }),
    headers: { connection: 'close', ...defined({ authorization: token && `Bearer ${token}` }) },
  });
  throw Object.assign(new Error('refused'), { statusCode: response.status, body: await response.json() });
}

/** One way to run into each refusal. The type keeps the list complete. */
const scenarios: Record<RefusalName, (stage: Stage) => Promise<unknown>> = {
  'no-token': async (stage) => {
    const strict = await startConnector({
      world: stage.connector.world,
      now: () => noon,
      requireToken: (token) => token === 'good',
    });
    try {
      const path = `v3/conversations/${encodeURIComponent(generalChannel)}/members`;
      const allowed = await fetch(`${strict.serviceUrl}/${path}`, {
        headers: { authorization: 'Bearer good', connection: 'close' },
      });
      expect(allowed.status).toBe(200);
      const wrong = raw({ ...stage, connector: strict }, 'GET', path, undefined, 'wrong');
      expect((await refusalOf(wrong)).status).toBe(401);
      return await raw({ ...stage, connector: strict }, 'GET', path);
    } finally {
      await strict.close();
    }
  },
  'unknown-route': (stage) => raw(stage, 'GET', 'v3/meetings/1'),
  'malformed-body': (stage) => raw(stage, 'POST', 'v3/conversations', 'kein JSON'),
  'unknown-conversation': async ({ client }) => {
    const thread = send(client, `${generalChannel};messageid=42`, withText('x'));
    expect((await refusalOf(thread)).status).toBe(404);
    return send(client, '19:nowhere@thread.tacv2', withText('x'));
  },
  'unknown-team': (stage) => raw(stage, 'GET', `v3/teams/${encodeURIComponent(sharedChannel)}`),
  'team-without-app': (stage) => {
    const [team] = stage.connector.world.teams;
    if (team) team.appInstalled = false;
    return raw(stage, 'GET', `v3/teams/${encodeURIComponent(generalChannel)}/conversations`);
  },
  'other-tenant': async ({ client, connector }) => {
    const chat = connector.world.personalChatOf('operator');
    expect((await refusalOf(send(client, chat?.id ?? '', withText('x')))).status).toBe(403);
    const wrongTenant = creation({ members: [{ id: '29:dispatcher-1' }], tenantId: other });
    expect((await refusalOf(client.conversations.createConversation(wrongTenant))).status).toBe(403);
    const members = [{ id: '29:operator' }];
    return client.conversations.createConversation(creation({ members, tenantId: other }));
  },
  'tenant-missing': ({ client }) =>
    client.conversations.createConversation(creation({ members: [{ id: '29:dispatcher-1' }] })),
  'one-member-only': ({ client }) => {
    const members = [{ id: '29:dispatcher-1' }, { id: '29:dispatcher-2' }];
    return client.conversations.createConversation(creation({ isGroup: true, members, tenantId: host }));
  },
  'unknown-person': ({ client }) =>
    client.conversations.createConversation(creation({ members: [{ id: '29:nobody' }], tenantId: host })),
  'thread-without-activity': ({ client }) =>
    client.conversations.createConversation(
      creation({ isGroup: true, channelData: { channel: { id: generalChannel } } }),
    ),
  'channel-without-app': async ({ client, connector }) => {
    const conversation = connector.world.conversation(sharedChannel);
    if (conversation?.kind === 'channel') conversation.channel.appAdded = false;
    const roster = client.conversations.getConversationMembers(sharedChannel);
    expect((await refusalOf(roster)).status).toBe(403);
    const channelData = { channel: { id: sharedChannel } };
    return client.conversations.createConversation(creation({ channelData, activity: withText('x') }));
  },
  'app-not-installed': async ({ client, connector }) => {
    const id = connector.world.personalChatOf('dispatcher-2')?.id ?? '';
    expect((await refusalOf(send(client, id, withText('x')))).status).toBe(403);
    const members = [{ id: '29:dispatcher-2' }];
    return client.conversations.createConversation(creation({ members, tenantId: host }));
  },
  'blocked-by-person': ({ client, connector }) => {
    connector.world.setBlocked('dispatcher-1', true);
    return send(client, connector.world.personalChatOf('dispatcher-1')?.id ?? '', withText('x'));
  },
  'activity-too-large': async ({ client }) => {
    await send(client, generalChannel, withText('ü'.repeat(50_000)));
    return send(client, generalChannel, withText('x'.repeat(51_200)));
  },
  'card-too-large': async ({ client }) => {
    await send(client, generalChannel, withCard(card([text('x'.repeat(28_000))])));
    return send(client, generalChannel, withCard(card([text('x'.repeat(28_672))])));
  },
  'empty-activity': ({ client }) => send(client, generalChannel, withText('  ')),
  'unsupported-type': ({ client }) => send(client, generalChannel, { type: 'trace' } as Activity),
  'unsupported-attachment': ({ client }) =>
    send(client, generalChannel, {
      type: 'message',
      attachments: [{ contentType: 'text/x-odd' }],
    } as Activity),
  'mention-without-text': async ({ client }) => {
    const entities = [mention('Dispatcher Eins', '29:dispatcher-1')];
    const inCard = withCard(card([text('Dispatcher Eins')], [], { msteams: { entities } }));
    expect((await refusalOf(send(client, generalChannel, inCard))).status).toBe(400);
    await send(client, generalChannel, withText('<at>Dispatcher Eins</at> bitte', { entities }));
    return send(client, generalChannel, withText('Dispatcher Eins bitte', { entities }));
  },
  'mention-of-stranger': async ({ client }) => {
    const entities = [mention('Leitstelle Nord', '29:operator')];
    await send(client, sharedChannel, withText('<at>Leitstelle Nord</at>', { entities }));
    return send(client, generalChannel, withText('<at>Leitstelle Nord</at>', { entities }));
  },
  'invalid-card': async ({ client }) => {
    const bad = [
      { type: 'AdaptiveCard', version: '1.5', body: {} },
      { type: 'Message', version: '1.5', body: [] },
      card([text('x', { size: 'gewaltig' })]),
      card([{ type: 'Input.Text', label: 'ohne id' }]),
      card([{ type: 'Chart.Donut', data: [] }]),
      card([{ type: 'Input.Text', id: 'a', label: 'A', isRequired: true }]),
      card([text('x')], [], { refresh: { action: { type: 'Action.Submit' } } }),
    ];
    for (const content of bad) {
      expect(await refusalOf(send(client, generalChannel, withCard(content)))).toEqual({
        status: 400,
        code: 'BadSyntax',
      });
    }
    const chart = { type: 'Chart.Donut', data: [], fallback: text('Anzahl 3') };
    await send(client, generalChannel, withCard(card([chart])));
    return send(client, generalChannel, withCard(card([{ type: 'Eigenbau' }])));
  },
  'card-version': async ({ client }) => {
    const without = { type: 'AdaptiveCard', body: [text('x')] };
    expect((await refusalOf(send(client, generalChannel, withCard(without)))).status).toBe(400);
    return send(client, generalChannel, withCard(card([text('x')], [], { version: '1.6' })));
  },
  'show-card': ({ client }) =>
    send(
      client,
      generalChannel,
      withCard(card([], [{ type: 'Action.ShowCard', title: 'Mehr', card: card([]) }])),
    ),
  'execute-without-verb': ({ client }) =>
    send(client, generalChannel, withCard(card([], [{ type: 'Action.Execute', title: 'Los' }]))),
  'too-many-actions': async ({ client }) => {
    const actions = Array.from({ length: 7 }, (_, index) => ({ ...execute, title: `Los ${index}` }));
    const inMenu = { ...execute, title: 'Im Menü', mode: 'secondary' };
    const manyInMenu = Array.from({ length: 7 }, () => inMenu);
    await send(client, generalChannel, withCard(card([text('x')], [...actions.slice(1), ...manyInMenu])));
    return send(client, generalChannel, withCard(card([{ type: 'ActionSet', actions }])));
  },
  'toggle-without-target': async ({ client }) => {
    const toggling = (body: object[], ...targetElements: unknown[]) =>
      withCard(card(body, [{ ...toggle(), targetElements }]));
    const both = [
      text('x', { id: 'x' }),
      { type: 'Badge', text: 'y', id: 'y', fallback: text('y', { id: 'y' }) },
    ];
    await send(client, generalChannel, toggling(both, 'x', { elementId: 'y', isVisible: false }));
    const vain = [
      toggling(both),
      toggling(both, 'x', 'z'),
      toggling(both, { elementId: 'z' }),
      toggling(both, { isVisible: true }),
      toggling([{ type: 'Badge', text: 'y', id: 'y', fallback: text('y') }], 'y'),
      toggling([{ type: 'Badge', text: 'y', fallback: text('y', { id: 'y' }) }], 'y'),
      withCard(card([text('x', { id: 'x' })], [{ ...execute, id: 'los' }, toggle('los')])),
    ];
    for (const activity of vain) {
      expect((await refusalOf(send(client, generalChannel, activity))).status).toBe(400);
    }
    return send(
      client,
      generalChannel,
      withCard(card([{ type: 'Container', items: [text('x')], selectAction: toggle('z') }])),
    );
  },
  'too-many-refresh-ids': async ({ client }) => {
    const refreshing = (userIds: string[]) =>
      withCard(card([text('x')], [], { refresh: { action: execute, userIds } }));
    const sixty = Array.from({ length: 60 }, (_, index) => `29:${index}`);
    await send(client, generalChannel, refreshing(sixty));
    expect((await refusalOf(send(client, generalChannel, refreshing(['someone@firm.example'])))).status).toBe(
      400,
    );
    return send(client, generalChannel, refreshing([...sixty, '29:more']));
  },
  'unknown-activity': async ({ client, connector }) => {
    const id = (await send(client, generalChannel, withText('x'))) ?? '';
    await client.conversations.deleteActivity(generalChannel, id);
    const gone = client.conversations.updateActivity(generalChannel, id, withText('y'));
    expect((await refusalOf(gone)).status).toBe(404);
    const other = (await send(client, generalChannel, withText('x'))) ?? '';
    const thread = encodeURIComponent(`${generalChannel};messageid=${other}`);
    for (const path of [
      `${inGeneral}/1`,
      `${thread}/activities/${(await send(client, generalChannel, withText('y'))) ?? ''}`,
    ]) {
      const reaction = ask(connector.serviceUrl, 'PUT', `${path}/reactions/like`);
      expect((await refusalOf(reaction)).status).toBe(404);
    }
    return client.conversations.deleteActivity(generalChannel, '1');
  },
  'foreign-activity': async ({ client, connector }) => {
    const { message } = await person(connector, 'dispatcher-1').in('General').writes('Guten Morgen');
    return client.conversations.updateActivity(generalChannel, message.id, withText('Guten Abend'));
  },
  'targeted-without-recipient': ({ connector }) =>
    ask(connector.serviceUrl, 'POST', `${inGeneral}?isTargetedActivity=true`, withText('x')),
  'targeted-to-stranger': ({ connector }) =>
    sendTo(connector.serviceUrl, generalChannel, '29:operator', withText('x')),
  'targeted-not-supported': async ({ connector }) => {
    const { serviceUrl, world } = connector;
    const chat = world.personalChatOf('dispatcher-1')?.id ?? '';
    const inChat = sendTo(serviceUrl, chat, '29:dispatcher-1', withText('x'));
    expect((await refusalOf(inChat)).status).toBe(400);
    world.withoutTargeted.add(sharedChannel);
    await sendTo(serviceUrl, generalChannel, '29:dispatcher-1', withText('x'));
    return sendTo(serviceUrl, sharedChannel, '29:dispatcher-1', withText('x'));
  },
  'targeted-edit-with-recipient': async ({ connector }) => {
    const { serviceUrl } = connector;
    const id = await sendTo(serviceUrl, generalChannel, '29:dispatcher-1', withText('x'));
    const edit = `${inGeneral}/${id}?isTargetedActivity=true`;
    await ask(serviceUrl, 'PUT', edit, withText('y'));
    return ask(serviceUrl, 'PUT', edit, { ...withText('y'), recipient: { id: '29:dispatcher-1' } });
  },
  'targeted-expired': async ({ connector, passes }) => {
    const { serviceUrl } = connector;
    const id = await sendTo(serviceUrl, generalChannel, '29:dispatcher-1', withText('x'));
    const edit = `${inGeneral}/${id}?isTargetedActivity=true`;
    passes(24 * hour - 1);
    await ask(serviceUrl, 'PUT', edit, withText('y'));
    passes(1);
    expect((await refusalOf(ask(serviceUrl, 'PUT', edit, withText('z')))).status).toBe(404);
    return ask(serviceUrl, 'DELETE', edit);
  },
  'other-visibility': async ({ connector, client }) => {
    const { serviceUrl } = connector;
    const toOne = await sendTo(serviceUrl, generalChannel, '29:dispatcher-1', withText('x'));
    const plain = client.conversations.updateActivity(generalChannel, toOne, withText('y'));
    expect((await refusalOf(plain)).status).toBe(404);
    const toAll = await send(client, generalChannel, withText('x'));
    return ask(serviceUrl, 'PUT', `${inGeneral}/${toAll}?isTargetedActivity=true`, withText('y'));
  },
  'unknown-reaction': async ({ connector, client }) => {
    const id = await send(client, generalChannel, withText('x'));
    return ask(connector.serviceUrl, 'PUT', `${inGeneral}/${id}/reactions/gut`);
  },
  'reaction-to-targeted': async ({ connector }) => {
    const { serviceUrl } = connector;
    const id = await sendTo(serviceUrl, generalChannel, '29:dispatcher-1', withText('x'));
    return ask(serviceUrl, 'PUT', `${inGeneral}/${id}/reactions/like`);
  },
  'unknown-member': async ({ client }) => {
    const found = await client.conversations.getConversationMember(sharedChannel, '29:operator');
    expect(found.name).toBe('Leitstelle Nord');
    return client.conversations.getConversationMember(generalChannel, '29:operator');
  },
  'roster-not-consented': async ({ client, connector }) => {
    const conversation = connector.world.conversation(sharedChannel);
    if (conversation?.kind === 'channel') conversation.channel.rosterConsent = false;
    await send(client, sharedChannel, withText('schreiben geht'));
    return client.conversations.getConversationMember(sharedChannel, '29:operator');
  },
  throttled: async ({ client, connector }) => {
    connector.setThrottling('documented');
    const root = (await send(client, generalChannel, withText('1'))) ?? '';
    for (let count = 2; count <= 7; count++) {
      await send(client, `${generalChannel};messageid=${root}`, withText(String(count)));
    }
    await send(client, groupChat, withText('anderswo'));
    const response = await fetch(
      `${connector.serviceUrl}/v3/conversations/${encodeURIComponent(generalChannel)}/activities`,
      { method: 'POST', body: JSON.stringify(withText('8')), headers: { connection: 'close' } },
    );
    expect(response.headers.get('retry-after')).toBe('1');
    const react = (kind: string) =>
      ask(connector.serviceUrl, 'PUT', `${inGeneral}/${root}/reactions/${kind}`);
    await react('like');
    await react('2705_whiteheavycheckmark');
    expect((await refusalOf(react('heart'))).status).toBe(429);
    return send(client, generalChannel, withText('8'));
  },
};

describe('the strict connector refuses', () => {
  let stage: Stage;

  beforeEach(async () => {
    let now = noon;
    const connector = await startConnector({ world: sampleWorld(), now: () => now });
    const passes = (milliseconds: number) => (now += milliseconds);
    stage = { connector, client: botClient(connector.serviceUrl), passes };
  });

  afterEach(() => stage.connector.close());

  it.each(Object.keys(scenarios) as RefusalName[])('%s', async (name) => {
    const answer = await refusalOf(scenarios[name](stage));
    expect(answer).toEqual({ status: documentedRefusals[name].status, code: documentedRefusals[name].code });
    if (name === 'no-token') return;
    expect(stage.connector.record.requests.at(-1)).toMatchObject({ refusal: name, carriedOut: false });
  });
});
