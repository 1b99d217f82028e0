import type { ConversationParameters, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { defined } from '../../../src/defined';
import type { BehaviourName } from '../../../src/simulator/connector/behaviours';
import { startConnector, type Connector } from '../../../src/simulator/connector/connector';
import type { Fault } from '../../../src/simulator/connector/faults';
import { ClientRefusal } from '../../../src/simulator/people/client-refusal';
import { person } from '../../../src/simulator/people/person';
import { ask, botClient, pageOfMembers, refusalOf, send, sendTo } from './bot-client';
import { adaptive, card, cardAnswer, text, withCard, withText } from './card-samples';
import { startMiniBot, type MiniBot } from './mini-bot';
import {
  generalChannel,
  groupChat,
  oddGroupChat,
  host,
  other,
  privateChat,
  sampleWorld,
  sharedChannel,
} from './sample-world';

const noon = Date.parse('2026-06-12T10:00:00Z');

interface Stage {
  readonly passes: (milliseconds: number) => void;
  bot: MiniBot;
  connector: Connector;
  client: ConnectorClient;
}

function idsOf(members: Array<{ id?: string }>): Array<string | undefined> {
  return members.map((member) => member.id);
}

/** Lets one post run into a fault; answers how the bot saw it and what the people see afterwards. */
async function postInto(
  stage: Stage,
  fault: Fault,
): Promise<{ seen: string[]; failed: boolean; carriedOut?: boolean }> {
  const handle = stage.connector.misbehave({ fault, method: 'POST', times: 1 });
  let failed = false;
  await send(stage.client, generalChannel, withText('Nachricht')).catch(() => {
    failed = true;
  });
  expect(handle.hits).toBe(1);
  const carriedOut = stage.connector.record.requests.at(-1)?.carriedOut;
  const seen = person(stage.connector, 'dispatcher-1').in('General').shows();
  return {
    seen: seen.map((message) => message.text),
    failed,
    ...defined({ carriedOut }),
  };
}

function eventIn(channelData: unknown): unknown {
  return (channelData as { readonly eventType?: unknown }).eventType;
}

/** One scenario for each behaviour. The type keeps the list complete. */
const scenarios: Record<BehaviourName, (stage: Stage) => Promise<void>> = {
  'text-and-card-split': async ({ client, connector }) => {
    const id = await send(client, generalChannel, withCard(card([text('Karte')]), { text: 'Text' }));
    expect(id).toBeUndefined();
    expect(connector.record.requests.at(-1)?.status).toBe(202);
    const seen = person(connector, 'dispatcher-1').in('General').shows();
    expect(seen.map((message) => message.text)).toEqual(['Text', 'Karte']);
  },
  'at-text-without-entity': async ({ client, connector }) => {
    await send(client, generalChannel, withText('<at>Dispatcher Eins</at> bitte'));
    const shown = person(connector, 'dispatcher-1').in('General').message('bitte');
    expect([shown.text, shown.mentions]).toEqual(['<at>Dispatcher Eins</at> bitte', []]);
  },
  'thread-of-conversation-id': async ({ client, connector }) => {
    const root = (await send(client, generalChannel, withText('Wurzel'))) ?? '';
    await client.conversations.replyToActivity(generalChannel, root, withText('neuer Faden'));
    await client.conversations.replyToActivity(
      `${generalChannel};messageid=${root}`,
      'f:irgendeine',
      withText('Antwort'),
    );
    const view = person(connector, 'dispatcher-1').in('General');
    expect(view.thread(view.message('Wurzel')).map((message) => message.text)).toEqual(['Wurzel', 'Antwort']);
    const created = await client.conversations.createConversation({
      isGroup: true,
      channelData: { channel: { id: generalChannel } },
      activity: withText('dritter'),
    } as ConversationParameters);
    expect(created.id).toBe(`${generalChannel};messageid=${created.activityId}`);
    expect(view.message('dritter').threadId).toBe(created.activityId);
  },
  'personal-chat-once': async ({ client, connector }) => {
    const wanted = { members: [{ id: '29:dispatcher-1' }], tenantId: host } as ConversationParameters;
    const first = await client.conversations.createConversation(wanted);
    const second = await client.conversations.createConversation(wanted);
    expect([second.id, first.id]).toEqual([first.id, connector.world.personalChatOf('dispatcher-1')?.id]);
  },
  'typing-not-shown': async ({ client, connector }) => {
    await send(client, generalChannel, withText('', { type: 'typing' }));
    expect(person(connector, 'dispatcher-1').in('General').shows()).toEqual([]);
  },
  'edit-ends-views': async ({ bot, client, connector }) => {
    bot.does(() => Promise.resolve(cardAnswer(card([text('nur für Sie')]))));
    const button = { type: 'Action.Execute', title: 'Los', verb: 'go' };
    const id = (await send(client, generalChannel, withCard(card([text('für alle')], [button])))) ?? '';
    const mine = person(connector, 'dispatcher-1').in('General').card();
    const theirs = person(connector, 'dispatcher-2').in('General').card();
    await mine.press('Los');
    expect([mine.text, theirs.text]).toEqual(['nur für Sie', 'für alle\n[Los]']);
    await client.conversations.updateActivity(generalChannel, id, withCard(card([text('erledigt')])));
    expect([mine.text, theirs.text]).toEqual(['erledigt', 'erledigt']);
  },
  'targeted-for-one': async ({ connector, passes }) => {
    const { serviceUrl } = connector;
    const id = await sendTo(serviceUrl, generalChannel, '29:dispatcher-1', withText('nur für Sie'));
    const mine = person(connector, 'dispatcher-1').in('General');
    const theirs = person(connector, 'dispatcher-2').in('General');
    expect(mine.shows().map((each) => [each.text, each.isPrivate])).toEqual([['nur für Sie', true]]);
    expect(theirs.shows()).toEqual([]);
    expect(connector.record.shown.at(-1)).toMatchObject({ activityId: id, to: ['dispatcher-1'] });
    passes(24 * 3_600_000);
    expect(mine.shows()).toEqual([]);
  },
  'targeted-both-ways': async ({ bot, connector }) => {
    const mine = person(connector, 'dispatcher-1').in('General');
    await mine.writesPrivately('Hilfe');
    expect(bot.received.at(-1)).toMatchObject({ text: 'Hilfe', recipient: { isTargeted: true } });
    expect(mine.shows().map(({ isPrivate }) => isPrivate)).toEqual([true]);
    expect(person(connector, 'dispatcher-2').in('General').shows()).toEqual([]);
    await expect(person(connector, 'dispatcher-1').chat().writesPrivately('x')).rejects.toThrow(
      ClientRefusal,
    );
  },
  'bot-reacts': async ({ connector }) => {
    const view = person(connector, 'dispatcher-1').in('General');
    const { message } = await view.writes('Guten Morgen');
    const path = `${encodeURIComponent(generalChannel)}/activities/${message.id}/reactions/like`;
    await ask(connector.serviceUrl, 'PUT', path);
    await ask(connector.serviceUrl, 'PUT', path);
    expect(view.message('Guten Morgen').reactions).toEqual(['like']);
    await ask(connector.serviceUrl, 'DELETE', path);
    expect(view.message('Guten Morgen').reactions).toEqual([]);
  },
  'roster-of-channel': async ({ client }) => {
    const team = await client.conversations.getConversationMembers(generalChannel);
    const shared = await client.conversations.getConversationMembers(`${sharedChannel};messageid=1`);
    const closed = await client.conversations.getConversationMembers(privateChat);
    expect(idsOf(team)).toEqual(['29:dispatcher-1', '29:dispatcher-2', '29:guest']);
    expect(idsOf(shared)).toEqual(['29:dispatcher-1', '29:operator', '29:guest-home']);
    expect(idsOf(closed)).toEqual(['29:dispatcher-1']);
  },
  'guest-identity': async ({ client }) => {
    const asGuest = await client.conversations.getConversationMember(generalChannel, '29:guest');
    const atHome = await client.conversations.getConversationMember(sharedChannel, '29:guest-home');
    expect(asGuest).toMatchObject({ tenantId: host, userRole: 'guest', email: 'gast@netz-nord.example' });
    expect(atHome).toMatchObject({ tenantId: other, userRole: 'user', email: 'gast@netz-nord.example' });
    expect(asGuest.aadObjectId).not.toBe(atHome.aadObjectId);
  },
  'page-size': async ({ client, connector }) => {
    for (let index = 0; index < 60; index++) {
      const key = `member-${index}`;
      connector.world.people.push({
        key,
        name: key,
        mail: `${key}@genossenschaft.example`,
        teamsId: `29:${key}`,
        aadObjectId: key,
        tenantId: host,
      });
      connector.world.addMember(generalChannel, key);
    }
    const first = await pageOfMembers(client, generalChannel, { pageSize: 2 });
    expect(first.members).toHaveLength(50);
    const continuationToken = first.continuationToken ?? '';
    const second = await pageOfMembers(client, generalChannel, { pageSize: 2, continuationToken });
    expect([second.members.length, second.continuationToken]).toEqual([13, undefined]);
  },
  'bot-hears-mentions': async ({ bot, connector }) => {
    const writer = person(connector, 'dispatcher-1');
    for (const place of [writer.in('General'), writer.in(groupChat), writer.chat()]) {
      await place.writes('ohne Erwähnung');
      await place.writes('@Software-Pflege mit Erwähnung');
    }
    expect(bot.received.map((activity) => activity.text)).toEqual([
      '<at>Software-Pflege</at> mit Erwähnung',
      '<at>Software-Pflege</at> mit Erwähnung',
      'ohne Erwähnung',
      '<at>Software-Pflege</at> mit Erwähnung',
    ]);
  },
  'group-without-type': async ({ bot, connector }) => {
    const writer = person(connector, 'dispatcher-1');
    await writer.in(groupChat).writes('@Software-Pflege Hilfe');
    await writer.in(oddGroupChat).writes('@Software-Pflege Hilfe');
    const [usual, odd] = bot.received.map((activity) => activity.conversation);
    expect(usual).toMatchObject({ conversationType: 'groupChat', isGroup: true });
    expect(odd).toMatchObject({ isGroup: true, id: oddGroupChat });
    expect(odd).not.toHaveProperty('conversationType');
  },
  'typed-markup-escaped': async ({ bot, connector }) => {
    const chat = person(connector, 'dispatcher-1').chat();
    await chat.writes('a < b && <at>Eva</at> &amp;');
    expect(bot.received[0]?.text).toBe('a &lt; b &amp;&amp; &lt;at&gt;Eva&lt;/at&gt; &amp;amp;');
    expect(chat.shows()[0]?.text).toBe('a < b && <at>Eva</at> &amp;');
  },
  'quoting-reply': async ({ bot, connector }) => {
    const chat = person(connector, 'dispatcher-1').chat();
    await chat.writes('Frage');
    const asked = chat.message('Frage');
    await chat.writes('Antwort', { quotes: asked });
    expect(bot.received.at(-1)).toMatchObject({
      text: `<quoted messageId="${asked.id}"/>Antwort`,
      entities: [{ type: 'clientInfo' }, { type: 'quotedReply', quotedReply: { messageId: asked.id } }],
    });
    expect(chat.shows().at(-1)?.text).toBe('Antwort');
  },
  'edited-and-deleted': async ({ bot, connector }) => {
    const writer = person(connector, 'dispatcher-1');
    for (const place of [writer.in('General'), writer.chat()]) {
      await place.writes('eins');
      const written = place.message('eins');
      await place.edits(written, '@Software-Pflege zwei');
      expect(place.shows().at(-1)?.text).toBe('@Software-Pflege zwei');
      await place.edits(written, 'drei');
      await place.deletes(written);
      expect(place.shows()).toHaveLength(0);
      await expect(place.deletes(written)).rejects.toThrow(ClientRefusal);
    }
    expect(
      bot.received.map(({ type, text: said, channelData }) => [type, said, eventIn(channelData)]),
    ).toEqual([
      ['messageUpdate', '<at>Software-Pflege</at> zwei', 'editMessage'],
      ['message', 'eins', undefined],
      ['messageUpdate', '<at>Software-Pflege</at> zwei', 'editMessage'],
      ['messageUpdate', 'drei', 'editMessage'],
      ['messageDelete', undefined, 'softDeleteMessage'],
    ]);
    expect(new Set(bot.received.map(({ id }) => id)).size).toBe(2);
  },
  'hosting-tenant': async ({ bot, connector }) => {
    await person(connector, 'operator').in(sharedChannel).writes('@Software-Pflege Hilfe');
    expect(bot.received[0]?.conversation?.tenantId).toBe(host);
    expect(bot.received[0]?.channelData).toMatchObject({ tenant: { id: host } });
    expect(connector.world.person('operator').tenantId).toBe(other);
  },
  'installation-events': async ({ bot, client, connector }) => {
    const { installations, world } = connector;
    await installations.install('dispatcher-2');
    await send(client, world.personalChatOf('dispatcher-2')?.id ?? '', withText('Guten Tag'));
    await installations.uninstall('dispatcher-2');
    await installations.removeAppFromChannel(sharedChannel, 'dispatcher-1');
    expect((await refusalOf(send(client, sharedChannel, withText('x')))).status).toBe(403);
    await installations.addAppToChannel(sharedChannel, 'dispatcher-1');
    await send(client, sharedChannel, withText('x'));
    await installations.membersRemoved(sharedChannel, ['operator'], 'dispatcher-1');
    await installations.membersAdded(generalChannel, ['dispatcher-2'], 'dispatcher-1');
    await installations.deleteChannel(privateChat, 'dispatcher-1');
    expect((await refusalOf(send(client, privateChat, withText('x')))).status).toBe(404);
    const botAccount = { id: world.bot.id };
    expect(bot.received).toMatchObject([
      {
        type: 'conversationUpdate',
        membersAdded: [botAccount],
        conversation: { conversationType: 'personal' },
      },
      { type: 'installationUpdate', action: 'add' },
      { type: 'installationUpdate', action: 'remove' },
      {
        membersRemoved: [botAccount],
        channelData: { eventType: 'channelMemberRemoved', channel: { id: sharedChannel } },
      },
      {
        membersAdded: [botAccount],
        channelData: { eventType: 'channelMemberAdded', team: { id: generalChannel } },
      },
      { membersRemoved: [{ id: '29:operator' }], channelData: { eventType: 'channelMemberRemoved' } },
      { membersAdded: [{ id: '29:dispatcher-2' }], channelData: { eventType: 'teamMemberAdded' } },
      { channelData: { eventType: 'channelDeleted', channel: { id: privateChat } } },
    ]);
  },
  'empty-fields-left-out': async ({ bot, client, connector }) => {
    bot.does(() => Promise.resolve(cardAnswer(card([text('ok')]))));
    const body = [
      { type: 'Input.Text', id: 'empty', label: 'Leer' },
      { type: 'Input.Text', id: 'cleared', label: 'Geleert', value: 'vorher' },
      { type: 'Input.Number', id: 'count', label: 'Anzahl', value: 3 },
      { type: 'Input.Toggle', id: 'off', title: 'Aus', valueOn: 'ja', valueOff: 'nein' },
      { type: 'Input.Time', id: 'time', label: 'Uhrzeit' },
    ];
    const button = { type: 'Action.Execute', title: 'Los', verb: 'go', data: { nonce: 1 } };
    await send(client, generalChannel, withCard(card(body, [button])));
    const shown = person(connector, 'dispatcher-1').in('General').card();
    const { sent } = await shown.fill({ Geleert: null, Uhrzeit: '08:30' }).press('Los');
    expect(sent['value']).toMatchObject({
      action: { data: { nonce: 1, count: '3', off: 'nein', time: '08:30' } },
    });
    expect(JSON.stringify(sent['value'])).not.toMatch(/"empty"|"cleared"/);
  },
  'refresh-on-sight': async ({ bot, client, connector }) => {
    bot.does((context: TurnContext) => {
      const { trigger } = context.activity.value as { trigger: string };
      return Promise.resolve(cardAnswer(card([text(`frisch: ${trigger}`)])));
    });
    const refresh = { action: { type: 'Action.Execute', verb: 'refresh' } };
    await send(client, generalChannel, withCard(card([text('Stand von vorhin')], [], { refresh })));
    const view = person(connector, 'dispatcher-1').in('General');
    expect((await view.looksAt(view.card())).text).toBe('frisch: automatic');
    expect(person(connector, 'dispatcher-2').in('General').card().text).toBe('Stand von vorhin');
    const only = { ...refresh, userIds: ['29:dispatcher-2'] };
    await send(client, generalChannel, withCard(card([text('nicht für Sie')], [], { refresh: only })));
    expect((await view.looksAt(view.card())).text).toBe('nicht für Sie');
  },
  'extension-at-home': async ({ bot, connector }) => {
    await expect(person(connector, 'operator').in(sharedChannel).opensExtension('report')).rejects.toThrow(
      ClientRefusal,
    );
    bot.does((context) => {
      const form = card([text('Formular')], [{ type: 'Action.Submit', title: 'Senden' }]);
      const value = { title: 'Melden', card: { contentType: adaptive, content: form } };
      const open = context.activity.name === 'composeExtension/fetchTask';
      return Promise.resolve({ status: 200, body: open ? { task: { type: 'continue', value } } : {} });
    });
    const { dialog } = await person(connector, 'dispatcher-1').in('General').opensExtension('report');
    expect((await dialog.submit('Senden')).kind).toBe('closed');
    expect(bot.received.at(-1)).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'report' },
    });
  },
  'deliver-again': async ({ bot, connector }) => {
    const { delivery } = await person(connector, 'dispatcher-1').chat().writes('Hilfe');
    const activity = delivery?.activity ?? {};
    await connector.deliverAgain(activity);
    await connector.deliverAgain(activity, { withNewId: true });
    const [first, second, third] = bot.received;
    expect([second?.id, second?.text, third?.text]).toEqual([first?.id, 'Hilfe', 'Hilfe']);
    expect(third?.id).not.toBe(first?.id);
  },
  'fault-status': async (stage) => {
    const after = await postInto(stage, { kind: 'status', status: 412 });
    expect(after).toEqual({ seen: [], failed: true, carriedOut: false });
    stage.connector.misbehave({ fault: { kind: 'status', status: 429, retryAfterSeconds: 3 }, times: 1 });
    const answer = await fetch(`${stage.connector.serviceUrl}/v3/teams/x`, {
      headers: { connection: 'close' },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
  },
  'service-url-moves': async ({ bot, client, connector }) => {
    const former = connector.serviceUrl;
    await connector.moveServiceUrl(403);
    expect(connector.serviceUrl).not.toBe(former);
    await expect(send(client, generalChannel, withText('Nachricht'))).rejects.toMatchObject({
      statusCode: 403,
    });
    await person(connector, 'dispatcher-1').in('General').writes('@Software-Pflege Hilfe');
    expect(bot.received.at(-1)?.serviceUrl).toBe(connector.serviceUrl);
  },
  'fault-reset': async (stage) => {
    expect(await postInto(stage, { kind: 'reset' })).toEqual({ seen: [], failed: true, carriedOut: false });
  },
  'fault-lost-answer': async (stage) => {
    const after = await postInto(stage, { kind: 'lost-answer' });
    expect(after).toEqual({ seen: ['Nachricht'], failed: true, carriedOut: true });
  },
  'fault-delay': async (stage) => {
    const after = await postInto(stage, { kind: 'delay', milliseconds: 5 });
    expect(after).toEqual({ seen: ['Nachricht'], failed: false, carriedOut: true });
  },
  'fault-other-answer': async ({ client, connector }) => {
    const alter = (body: unknown) => ({ ...(body as object), continuationToken: null });
    connector.misbehave({ fault: { kind: 'other-answer', alter }, path: /pagedmembers$/ });
    const asked = await fetch(`${connector.serviceUrl}/v3/conversations/${generalChannel}/pagedmembers`);
    const { members, continuationToken } = (await asked.json()) as Record<string, unknown>;
    expect([members, continuationToken]).toEqual([expect.any(Array), null]);
    await send(client, generalChannel, withText('Nachricht'));
    expect(connector.record.requests.map(({ fault }) => fault)).toEqual(['other-answer', undefined]);
  },
  'fault-hold': async ({ client, connector }) => {
    const held = connector.misbehave({ fault: { kind: 'hold' }, conversation: generalChannel });
    let answered = false;
    const sending = send(client, generalChannel, withText('Nachricht')).then(() => {
      answered = true;
    });
    await connector.waitFor(() => connector.record.shown.length > 0);
    await connector.waitFor(() => connector.record.requests.length > 0);
    expect(answered).toBe(false);
    held.stop();
    await sending;
    expect(answered).toBe(true);
  },
  'fault-silence': async ({ client, connector }) => {
    connector.misbehave({ fault: { kind: 'silence' } });
    const sending = refusalOf(send(client, generalChannel, withText('Nachricht')));
    await connector.waitFor(() => connector.record.requests.at(-1)?.fault === 'silence');
    await connector.close();
    expect((await sending).status).toBeUndefined();
    expect(connector.record.shown).toEqual([]);
  },
  'record-search': async ({ bot, client, connector }) => {
    bot.does((context) => {
      const body = { task: { type: 'message', value: 'KANARIE-3' } };
      return Promise.resolve(context.activity.type === 'invoke' ? { status: 200, body } : undefined);
    });
    const button = { type: 'Action.Submit', title: 'Los', data: { msteams: { type: 'task/fetch' } } };
    await send(client, generalChannel, withCard(card([text('KANARIE-1')], [button])));
    const view = person(connector, 'dispatcher-1').in('General');
    await view.writes('@Software-Pflege KANARIE-2');
    await view.card('KANARIE-1').press('Los');
    await refusalOf(send(client, generalChannel, withText('KANARIE-4', { type: 'trace' })));
    const kinds = ['KANARIE-1', 'KANARIE-2', 'KANARIE-3', 'KANARIE-4'].map((canary) =>
      connector.record.search(canary).map((entry) => entry.kind),
    );
    expect(kinds).toEqual([['request'], [], ['delivery'], ['request']]);
  },
};

describe('the strict Teams behaves', () => {
  let stage: Stage;

  beforeEach(async () => {
    const bot = await startMiniBot();
    let now = noon;
    const connector = await startConnector({ world: sampleWorld(), botEndpoint: bot.url, now: () => now });
    const passes = (milliseconds: number) => (now += milliseconds);
    stage = { passes, bot, connector, client: botClient(connector.serviceUrl) };
  });

  afterEach(async () => {
    await stage.bot.close();
    await stage.connector.close().catch(() => undefined);
  });

  it.each(Object.keys(scenarios) as BehaviourName[])('%s', async (name) => {
    expect.hasAssertions();
    await scenarios[name](stage);
  });
});
