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
    [{ type: 'conversationUpdate', membersAdded: [{ id: '29:a' }] }, 'other'],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }, 'other'],
    [{ type: 'installationUpdate', action: 'remove' }, 'removed'],
    [{ type: 'installationUpdate', action: 'add' }, 'other'],
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
