import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { readActivity } from '../../../../../src/adapters/http/activity-shape';
import { BotDesk, dispatch, nord } from './bot-desk';

const press = { do: 'read', what: 'content', ticket: 'SP-2026-0001' };
const invoke = (name: string, value: object) => ({ type: 'invoke', name, replyToId: '1', value });
/** What Teams sends, to be changed in one place. */
const bases: readonly object[] = [
  {
    type: 'message',
    id: '1',
    text: '<at>Bot</at> Unsere Tickets',
    entities: [{ type: 'mention', text: '<at>Bot</at>', mentioned: { id: '28:bot' } }],
  },
  { type: 'message', id: '1', value: press, replyToId: '1' },
  { type: 'messageUpdate', id: '1', text: 'Hilfe', channelData: { eventType: 'editMessage' } },
  { type: 'messageDelete', id: '1', channelData: { eventType: 'softDeleteMessage' } },
  { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] },
  { type: 'installationUpdate', action: 'add' },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
  invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: press } }),
  invoke('task/fetch', { data: press }),
  invoke('task/submit', {
    data: {
      do: 'submit',
      form: 'reportFault',
      page: 'fill',
      nonce: '00000000-0000-4000-8000-0000000000aa',
      title: 'x',
    },
  }),
  invoke('composeExtension/query', { commandId: 'x' }),
];
const odd = fc.oneof(
  fc.constantFrom(
    null,
    '',
    0,
    1,
    true,
    [],
    {},
    [null],
    [{}],
    [[]],
    { id: 1 },
    { id: null },
    'x',
    '19:x',
    'meeting',
    '\u0000',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every place in it that can be given another value. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const own = value as Readonly<Record<string, unknown>>;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...own };
  return Object.assign(copy, { [key]: changed(own[key], rest, to) });
}

const extras = [
  'replyToId',
  'action',
  'name',
  'id',
  'channelData',
  'entities',
  'attachments',
  'text',
  'recipient',
  'value',
  'locale',
  'membersRemoved',
  'deliveryMode',
  'channelId',
  'relatesTo',
];

describe('an activity of a shape that Teams does not send', () => {
  it('given any value in any place, when it is taken, then nothing fails and an invoke is answered once', async () => {
    const desk = new BotDesk();
    await desk.reported();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.constantFrom(nord, dispatch, 'a:nord-1', '19:group'),
        fc.nat(),
        odd,
        async (base, where, index, value) => {
          const whole = { ...desk.envelope('nord-1', where), ...base };
          const paths = [...pathsIn(whole), ...extras.map((field) => [field])];
          const reading = readActivity(changed(whole, paths[index % paths.length] ?? [], value));
          if ('wrong' in reading) return;
          const sent = await desk.takes(reading.activity as unknown as Partial<Activity>);
          if (reading.activity.type === 'invoke') {
            expect(sent).toMatchObject([{ type: 'invokeResponse', value: { status: 200 } }]);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['replyToId', { replyToId: 1 }],
    ['action', { action: {} }],
    ['conversation.tenantId', { conversation: { id: nord, tenantId: 7 } }],
    ['from.name', { from: { id: '29:a', name: [] } }],
    ['recipient.name', { recipient: { id: '28:bot', name: 1 } }],
    ['membersAdded.0.id', { membersAdded: [{ id: 1 }] }],
    ['channelData', { channelData: 'x' }],
    ['serviceUrl', { serviceUrl: 'http://127.0.0.1:80@evil.example' }],
    ['serviceUrl', { serviceUrl: 'https://user:password@smba.trafficmanager.net/emea/' }],
    ['serviceUrl', { serviceUrl: 'file:///etc/passwd' }],
  ])('given a wrong %s, when its shape is read, then the field is named and nothing runs', (field, wrong) => {
    const envelope = new BotDesk().envelope('nord-1', nord);
    expect(readActivity({ ...envelope, type: 'message', text: 'Hilfe', ...wrong })).toEqual({
      wrong: [field],
    });
  });

  it.each([
    'composeExtension/query',
    'signin/verifyState',
    'fileConsent/invoke',
    'message/submitAction',
    '',
    undefined,
  ])(
    'given an invoke called %s, when it is taken, then Teams is answered that there is nothing to show',
    async (name) => {
      const desk = new BotDesk();
      const activity = {
        ...desk.envelope('nord-1', nord),
        type: 'invoke',
        ...(name !== undefined && { name }),
      };
      expect(await desk.takes(activity)).toEqual([
        { type: 'invokeResponse', value: { status: 200, body: {} } },
      ]);
    },
  );
});
