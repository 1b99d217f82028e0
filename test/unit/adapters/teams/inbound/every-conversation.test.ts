import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { readActivity } from '../../../../../src/adapters/http/activity-shape';
import { BotDesk, dispatch, nord } from './bot-desk';

const number = 'SP-2026-0001';
const title = 'Schichtbuch lässt sich nicht öffnen';
const group = '19:0123456789abcdef@thread.v2';
const alone = 'a:nord-1';

const press = { do: 'read', what: 'content', ticket: 'SP-2026-0001' };
const comment = { do: 'open', form: 'comment', ticket: 'SP-2026-0001', version: 1 };
const invoke = (name: string, value: object) => ({ type: 'invoke', name, replyToId: '1', value });
/** Every way into the bot. */
const ways: readonly object[] = [
  { type: 'message', id: '1', text: 'meine tickets' },
  { type: 'message', id: '1', text: 'unsere tickets' },
  { type: 'message', id: '1', text: 'offene tickets' },
  { type: 'message', id: '1', text: 'Übersicht' },
  { type: 'message', id: '1', text: 'ticket SP-2026-0001' },
  { type: 'message', id: '1', text: 'kommentar SP-2026-0001 Nur ein Versuch.' },
  { type: 'message', id: '1', value: press },
  { type: 'message', id: '1', value: { do: 'list', list: 'mine', page: 1 } },
  { type: 'message', id: '1', value: { do: 'say', command: 'meine tickets' } },
  { type: 'messageUpdate', id: '1', text: 'meine tickets' },
  { type: 'messageDelete', id: '1' },
  { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] },
  { type: 'conversationUpdate', membersAdded: [{ id: '29:nord-2', name: '' }] },
  { type: 'installationUpdate', action: 'add' },
  { type: 'installationUpdate', action: 'add-upgrade' },
  { type: 'installationUpdate', action: 'remove' },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' },
  { type: 'typing' },
  invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: press } }),
  invoke('adaptiveCard/action', { action: { data: { do: 'list', list: 'mine', page: 1 } } }),
  invoke('adaptiveCard/action', { action: { data: { do: 'refresh', ticket: 'SP-2026-0001' } } }),
  invoke('task/fetch', { data: press }),
  invoke('task/fetch', { data: comment }),
  invoke('task/submit', { data: { ...comment, do: 'submit', page: 'fill', comment: 'x' } }),
  invoke('composeExtension/query', { commandId: 'x' }),
];

const isPersonal = { conversationType: 'personal' };
interface Told {
  readonly id: string;
  readonly account: object;
  readonly data?: unknown;
}

/** Teams never says all this of a private chat, whatever else it says. */
const unknown: readonly (Told & { readonly what: string })[] = [
  { what: 'no type', id: group, account: {} },
  { what: 'the type null', id: group, account: { conversationType: null } },
  { what: 'a channel in capitals', id: group, account: { conversationType: 'Channel' } },
  { what: 'a private chat in capitals', id: alone, account: { conversationType: 'Personal' } },
  { what: 'a private chat with a blank', id: alone, account: { conversationType: 'personal ' } },
  { what: 'a meeting', id: '19:meeting_x@thread.v2', account: { conversationType: 'meeting' } },
  { what: 'a type that is a list', id: alone, account: { conversationType: ['personal'] } },
  { what: 'a private chat in a thread of messages', id: group, account: isPersonal },
  { what: 'a private chat in a meeting', id: '19:meeting_x@thread.v2', account: isPersonal },
  { what: 'a private chat with a thread', id: `${alone};messageid=1`, account: isPersonal },
  { what: 'a private chat with a thread in capitals', id: `${alone};MessageID=1`, account: isPersonal },
  { what: 'a private chat with something after it', id: `${alone};x`, account: isPersonal },
  { what: 'a place in capitals', id: nord.toUpperCase(), account: isPersonal },
  { what: 'a place with blanks', id: ` ${nord} `, account: isPersonal },
  {
    what: 'a place in capitals as a channel',
    id: nord.toUpperCase(),
    account: { conversationType: 'channel' },
  },
  { what: 'an id with a blank', id: `${alone} `, account: isPersonal },
  { what: 'a team in words', id: alone, account: isPersonal, data: { team: 'Netze' } },
  { what: 'a team of a wrong type', id: alone, account: isPersonal, data: { team: { aadGroupId: 7 } } },
  { what: 'a channel in words', id: alone, account: isPersonal, data: { channel: '19:x@thread.tacv2' } },
  { what: 'an old name of a team', id: alone, account: isPersonal, data: { teamsTeamId: '19:t' } },
  { what: 'an old name of a channel', id: alone, account: isPersonal, data: { teamsChannelId: '19:c' } },
  { what: 'a meeting in its data', id: alone, account: isPersonal, data: { meeting: { id: 'x' } } },
];

function activityOf(desk: BotDesk, way: object, { id, account, data }: Told): Activity {
  const envelope = desk.envelope('nord-1', id);
  const conversation = { id, name: '', tenantId: desk.installation.hostingTenant, ...account };
  const full = { ...envelope, ...way, conversation, ...(data !== undefined && { channelData: data }) };
  const reading = readActivity(full);
  if (!('activity' in reading)) throw new Error(`turned away: ${reading.wrong.join()}`);
  return reading.activity as unknown as Activity;
}

async function savedAsPrivateChat(desk: BotDesk): Promise<boolean> {
  return (await desk.stores.conversations.find('person:nord-1')) !== undefined;
}

async function expectNothingRead(told: Told): Promise<void> {
  const desk = new BotDesk();
  await desk.reported();
  for (const way of ways) {
    const said = JSON.stringify(await desk.takes(activityOf(desk, way, told)));
    expect(said).not.toContain(title);
    expect(said).not.toContain('SP-2026');
    expect(await savedAsPrivateChat(desk)).toBe(false);
  }
  const record = await desk.stores.tickets.find('SP-2026-0001');
  expect(record?.ticket.version).toBe(1);
}

it.each(unknown)('a conversation of which Teams says $what reads nothing, by no way in', (told) =>
  expectNothingRead(told),
);

it('whatever Teams says of a place, it is that place, and nobody’s private chat', async () => {
  const types = [
    undefined,
    null,
    '',
    'personal',
    'Personal',
    'channel',
    'Channel',
    'meeting',
    'groupChat',
    7,
    {},
  ];
  for (const conversationType of types) {
    for (const isGroup of [undefined, false]) {
      for (const suffix of ['', ';messageid=1']) {
        const desk = new BotDesk();
        await desk.reported();
        const account = { conversationType, isGroup };
        const ask = { type: 'message', id: '1', text: 'unsere tickets' };
        const here = activityOf(desk, ask, { id: `${nord}${suffix}`, account });
        expect(JSON.stringify(await desk.takes(here))).toContain(number);
        for (const way of ways)
          await desk.takes(activityOf(desk, { ...way, id: '2' }, { id: `${dispatch}${suffix}`, account }));
        expect(await savedAsPrivateChat(desk)).toBe(false);
      }
    }
  }
});

it('whatever else stands there, only what is called a private chat and shows no trace of a group reads', async () => {
  const id = fc.oneof(
    fc.constantFrom(group, alone, `${alone} `, `${nord};x`, nord.toUpperCase(), '19:x'),
    fc.string({ minLength: 1 }),
  );
  const type = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      '',
      'Personal',
      'PERSONAL',
      ' personal',
      'meeting',
      'Channel',
      'groupChat',
    ),
    fc.string().filter((text) => text !== 'personal'),
    fc.jsonValue({ maxDepth: 1 }).filter((value) => value !== 'personal'),
  );
  const told = fc.record({
    id: id.filter((text) => text.split(';')[0] !== nord),
    conversationType: type,
    isGroup: fc.jsonValue({ maxDepth: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(told, fc.constantFrom(...ways), async ({ id: named, ...account }, way) => {
      const desk = new BotDesk();
      await desk.reported();
      const said = JSON.stringify(await desk.takes(activityOf(desk, way, { id: named, account })));
      expect(said).not.toContain(title);
      expect(said).not.toContain(number);
      expect(await savedAsPrivateChat(desk)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

it('an answer that was put off is not given where the place is gone meanwhile', async () => {
  const desk = new BotDesk();
  await desk.reported();
  const answer = {
    kind: 'answer',
    place: { kind: 'organisation', organisation: 'nord' },
    person: 'nord-1',
    asked: JSON.stringify({ command: 'myTickets' }),
  } as const;
  expect(JSON.stringify(await desk.answersLater({ ...answer, conversation: nord }))).toContain(number);
  const organisations = desk.installation.organisations.map(({ channel, ...organisation }) => ({
    ...organisation,
    contactPeople: [],
  }));
  desk.installation = { ...desk.installation, organisations };
  expect(await desk.answersLater({ ...answer, conversation: nord })).toBeUndefined();
  const said = { kind: 'answer', place: answer.place, person: 'nord-1', sentence: 'Nichts.' } as const;
  expect(await desk.answersLater({ ...said, conversation: nord })).toBeUndefined();
  expect(JSON.stringify(await desk.answersLater({ ...answer, conversation: alone }))).toContain(number);
});
