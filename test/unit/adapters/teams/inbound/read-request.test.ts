import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { conversationOf } from '../../../../../src/adapters/teams/inbound/conversation';
import { readRequest } from '../../../../../src/adapters/teams/inbound/read-request';

const base = {
  recipient: { id: '28:bot', name: 'Bot' },
  from: { id: '29:a', name: '' },
  conversation: {
    id: '19:x@thread.tacv2;messageid=17',
    conversationType: 'channel',
    isGroup: true,
    name: '',
  },
  serviceUrl: 'http://127.0.0.1:1',
} as Activity;

const read = (activity: object) => readRequest({ ...base, ...activity });

describe('what an activity wants', () => {
  it('reads a message without the mention of the bot', () => {
    const entities = [
      { type: 'mention', text: '<at>Bot</at>', mentioned: { id: '28:bot' } },
      { type: 'clientInfo' },
      { type: 'mention' },
    ];
    const said = { kind: 'said', surface: 'message', said: { command: 'help' } };
    expect(read({ type: 'message', text: '<at>Bot</at>&nbsp;Hilfe\n', entities })).toEqual(said);
    expect(read({ type: 'message', text: '<at>Bot</at> Hilfe' })).toEqual(said);
    expect(read({ type: 'message', text: 'Hilfe', recipient: undefined })).toEqual(said);
  });

  const botMention = { type: 'mention', text: '<at>Bot</at>', mentioned: { id: '28:bot' } };
  const mention = (name: string, mentioned: object = { id: `29:${name}` }) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned,
  });

  it.each([
    [
      'a person by name',
      '<at>Bot</at> Kommentar Bitte mit <at>Maintainer West</at> absprechen',
      [botMention, mention('Maintainer West')],
      'Bitte mit Maintainer West absprechen',
    ],
    [
      'several, in order',
      '<at>Bot</at> Kommentar <at>Ben</at>, <at>Eva</at> und <at>Ben</at>: bitte',
      [botMention, mention('Ben'), mention('Eva'), mention('Ben')],
      'Ben, Eva und Ben: bitte',
    ],
    [
      'a name shortened to the first one',
      '<at>Bot</at> Kommentar Frag <at>Eva</at>',
      [botMention, { ...mention('Eva'), mentioned: { id: '29:eva', name: 'Eva West' } }],
      'Frag Eva',
    ],
    [
      'a tag',
      '<at>Bot</at> Kommentar An <at>Schicht A</at>',
      [botMention, mention('Schicht A', { id: 'tag-1', type: 'tag' })],
      'An Schicht A',
    ],
    ['a name without an entity', '<at>Bot</at> Kommentar An <at id="1">Eva</at>', [botMention], 'An Eva'],
    [
      'a name that contains the name of the bot, and the reverse',
      '<at>Bot</at> Kommentar <at>Bot West</at> statt <at>Bo</at>',
      [botMention, mention('Bot West'), mention('Bo')],
      'Bot West statt Bo',
    ],
    [
      'the bot nowhere, though its id comes in capitals',
      '<at>Bot</at> Kommentar Der <at>Bot-Test</at> Server',
      [botMention, { ...mention('Bot-Test'), mentioned: { id: '28:BOT' } }],
      'Der Server',
    ],
    [
      'somebody who is called like the bot',
      '<at>Bot</at> Kommentar Frag <at>Bot</at> oben',
      [botMention, mention('Bot')],
      'Frag Bot oben',
    ],
    [
      'the bot nowhere, however often and wherever it is mentioned',
      'Kommentar <at>Bot</at> Der <at>Bot</at> Server <at>Bot</at>',
      [botMention, botMention, botMention],
      'Der Server',
    ],
    [
      'whoever else is addressed in front not at all',
      '<at>Eva</at>&nbsp;<at>Bot</at> Kommentar Läuft',
      [mention('Eva'), botMention],
      'Läuft',
    ],
    [
      'markup in a name',
      '<at>Bot</at> Kommentar <at>A &amp; B</at>',
      [botMention, mention('A & B')],
      'A & B',
    ],
  ])('keeps in what is said %s', (_what, text, entities, said) => {
    expect(read({ type: 'message', text, entities })).toMatchObject({ said: { text: said } });
  });

  it.each([
    ['in front', '<quoted messageId="1700000000001"/><at>Bot</at> Kommentar Läuft'],
    ['with blanks and lines', '\n<quoted  messageId="1" /> \r\n&nbsp;<at>Bot</at>\nKommentar Läuft'],
    ['behind the mention', '<at>Bot</at> <quoted messageId="1"/> Kommentar Läuft'],
    ['behind the command', '<at>Bot</at> Kommentar <quoted messageId="1"/> Läuft'],
    ['at the end', '<at>Bot</at> Kommentar Läuft <quoted messageId="1"/>'],
    ['more than once', '<quoted messageId="1"/><quoted messageId="2"/><at>Bot</at> Kommentar Läuft'],
    ['with other attributes', "<Quoted time='1' messageId='1' sender=\"x\"/><at>Bot</at> Kommentar Läuft"],
    ['around text', '<quoted messageId="1">Kommentar <at>Eva</at>\nalt</quoted><at>Bot</at> Kommentar Läuft'],
    ['around nothing', '<quoted messageId="1"></quoted> <at>Bot</at> Kommentar Läuft'],
    ['left open', '<quoted messageId="1"><at>Bot</at> Kommentar Läuft'],
  ])('takes the mark of a quoting reply for no text, %s', (_where, text) => {
    expect(read({ type: 'message', text, entities: [botMention] })).toMatchObject({
      said: { command: 'comment', text: 'Läuft' },
    });
  });

  it('keeps one blank where a mark stood, and a mark that was typed', () => {
    const text = 'Kommentar vor <quoted messageId="1"/> nach&lt;quoted messageId="1"/&gt;';
    expect(read({ type: 'message', text })).toMatchObject({
      said: { text: 'vor nach<quoted messageId="1"/>' },
    });
  });

  it('reads a text full of open marks in time that grows with its length', () => {
    const text = '<quoted a="'.repeat(20_000) + '<at>'.repeat(20_000) + '<quoted a>'.repeat(20_000);
    expect(read({ type: 'message', text }).kind).toBe('said');
  });

  it('understands a command whoever else is told of it', () => {
    const entities = [botMention, mention('Eva')];
    expect(read({ type: 'message', text: '<at>Bot</at> Ticket 12 <at>Eva</at>', entities })).toMatchObject({
      said: { command: 'ticket', sequence: 12 },
    });
  });

  it.each([
    ['a tag called like the audience', 'Kommentar <at>An alle</at> intern bleiben', 'An alle intern bleiben'],
    ['a person called like its end', 'Kommentar an <at>alle</at>: GEHEIM', 'an alle: GEHEIM'],
    ['a person called like its begin', 'Kommentar <at>an</at> alle: GEHEIM', 'an alle: GEHEIM'],
    ['a person within it', 'Kommentar an <at>Eva</at> alle: GEHEIM', 'an Eva alle: GEHEIM'],
    ['a person in front of it', 'Kommentar <at>Eva</at> an alle denken', 'Eva an alle denken'],
    ['the sign that stands for a name', 'Kommentar &#xFDD0;<at>an alle</at> x', 'an alle x'],
  ])('never makes a comment public because of a name: %s', (_what, text, said) => {
    expect(read({ type: 'message', text: `<at>Bot</at> ${text}` })).toMatchObject({
      said: { command: 'comment', text: said },
    });
  });

  it('keeps names behind a command that is for all, and makes no command of names', () => {
    expect(
      read({ type: 'message', text: '<at>Bot</at> Kommentar an alle <at>Eva</at>: bitte' }),
    ).toMatchObject({ said: { command: 'commentToAll', text: 'Eva: bitte' } });
    expect(read({ type: 'message', text: 'Hallo <at>Kommentar an alle</at> x' })).toMatchObject({
      said: { command: 'notUnderstood' },
    });
    expect(read({ type: 'message', text: 'Tagesübersicht <at>aus</at>' })).toMatchObject({
      said: { command: 'overview' },
    });
  });

  it.each([
    '<at>Bot</at>, Kommentar x',
    '<at>Bot</at>: Kommentar x',
    '<at>Bot</at> - Kommentar x',
    '<at>Bot</at> <at>Eva</at>, Kommentar x',
    '<p><at>Bot</at> Kommentar x</p>',
    '<div class="a"><p>&nbsp;<at>Bot</at></p><p>Kommentar x</p></div>',
    '<quoted messageId="1" preview="a > b"/> <at>Bot</at> Kommentar x',
    "<quoted messageId='1' preview='a > b'>Kommentar alt</quoted><at>Bot</at> Kommentar x",
    '<quoted messageId="1" sender=O\'Neil/><at>Bot</at> Kommentar x',
  ])('reads the command in %s', (text) => {
    expect(read({ type: 'message', text })).toMatchObject({ said: { command: 'comment', text: 'x' } });
  });

  it('keeps lines of paragraphs, and a tag that was typed', () => {
    expect(
      read({ type: 'message', text: '<p><at>Bot</at> Kommentar a</p><p>b &lt;p&gt;<br/>c</p>' }),
    ).toMatchObject({ said: { text: 'a\nb <p>\nc' } });
  });

  it.each([
    { name: 'adaptiveCard/action', surface: 'card', wrap: (data: unknown) => ({ action: { data } }) },
    { name: 'task/fetch', surface: 'dialog', wrap: (data: unknown) => ({ data }) },
    { name: 'task/submit', surface: 'dialog', wrap: (data: unknown) => ({ data }) },
  ])('reads a button by its verb in $name', ({ name, surface, wrap }) => {
    const data = { do: 'read', what: 'content', ticket: 'SP-2026-0001', msteams: { type: 'task/fetch' } };
    expect(read({ type: 'invoke', name, value: wrap(data) })).toMatchObject({
      kind: 'pressed',
      surface,
      payload: { do: 'read', what: 'content', ticket: 'SP-2026-0001' },
      data,
    });
    const say = wrap({ do: 'say', command: 'Hilfe' });
    expect(read({ type: 'invoke', name, value: say })).toEqual({
      kind: 'said',
      surface,
      said: { command: 'help' },
    });
  });

  it('takes no text about a ticket from a button', () => {
    const value = { do: 'say', command: 'Kommentar SP-2026-0001 untergeschoben' };
    expect(read({ type: 'message', value }).kind).toBe('notUnderstood');
  });

  it('reads a button that sent a message', () => {
    const value = { do: 'open', form: 'reportFault' };
    expect(read({ type: 'message', value })).toMatchObject({ kind: 'pressed', surface: 'message' });
  });

  it.each([
    [{ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, 'added'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: '28:BOT' }] }, 'added'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: '29:a' }] }, 'other'],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }, 'other'],
    [{ type: 'installationUpdate', action: 'remove' }, 'removed'],
    [{ type: 'installationUpdate', action: 'add' }, 'added'],
    [{ type: 'installationUpdate', action: 'add-upgrade' }, 'back'],
    [{ type: 'installationUpdate', action: 'remove-upgrade' }, 'other'],
    [{ type: 'conversationUpdate', channelData: { eventType: 'channelRestored' } }, 'back'],
    [{ type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }, 'other'],
    [{ type: 'installationUpdate', action: 'constrain' }, 'other'],
    [{ type: 'installationUpdate' }, 'other'],
    [{ type: 'messageReaction' }, 'other'],
    [{ type: 'invoke', name: 'composeExtension/query' }, 'other'],
  ])('takes %j as %s', (activity, kind) => {
    expect(read(activity).kind).toBe(kind);
  });

  it('never throws, whatever the values are', () => {
    const names = fc.constantFrom('adaptiveCard/action', 'task/fetch', 'task/submit');
    fc.assert(
      fc.property(names, fc.anything(), (name, value) => {
        read({ type: 'invoke', name, value });
        read({ type: 'message', value });
        read({ type: 'message', text: value, value: undefined });
      }),
    );
  });
});

describe('where an activity came from', () => {
  it('tells the channel from its thread and reads the hosting tenant and the team', () => {
    const channelData = { tenant: { id: 'host' }, team: { aadGroupId: 'group' } };
    expect(conversationOf({ ...base, channelData })).toEqual({
      kind: 'channel',
      id: '19:x@thread.tacv2',
      thread: '17',
      tenant: 'host',
      serviceUrl: 'http://127.0.0.1:1',
      team: 'group',
    });
  });

  it('takes channel data it does not know for none', () => {
    expect(conversationOf({ ...base, channelData: { tenant: 5 } }).tenant).toBeUndefined();
  });
});
