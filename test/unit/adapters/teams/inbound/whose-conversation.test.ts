import type { Activity } from 'botbuilder';
import { BotDesk, dispatch, nord } from './bot-desk';

const chat = 'a:nord-1';
const group = 'a:group';

type Account = Partial<Omit<Activity['conversation'], 'isGroup'>> & { readonly isGroup?: unknown };

/** What Teams says of a conversation that is no private chat, or does not say. */
const notPrivate: readonly { readonly what: string; readonly account: Account; readonly data?: object }[] = [
  { what: 'a group mark and no type', account: { isGroup: true } },
  { what: 'neither type nor group mark', account: {} },
  { what: 'no group and no type', account: { isGroup: false } },
  { what: 'the type null', account: { conversationType: null as never, isGroup: null } },
  { what: 'an empty type', account: { conversationType: '' } },
  { what: 'a type of its own', account: { conversationType: 'meeting', isGroup: false } },
  { what: 'a private chat that is a group', account: { conversationType: 'personal', isGroup: true } },
  {
    what: 'a private chat whose group mark is text',
    account: { conversationType: 'personal', isGroup: 'true' },
  },
  { what: 'a group chat that is none', account: { conversationType: 'groupChat', isGroup: false } },
  {
    what: 'a private chat in a team',
    account: { conversationType: 'personal' },
    data: { team: { id: '19:t' } },
  },
  {
    what: 'a private chat with a thread',
    account: { conversationType: 'personal', id: `${group};messageid=1` },
  },
];

function from(desk: BotDesk, account: Account, data: object | undefined, id = group): Partial<Activity> {
  const envelope = desk.envelope('nord-1', id);
  const conversation = { id, name: '', tenantId: desk.installation.hostingTenant, ...account };
  return { ...envelope, conversation: conversation as Activity['conversation'], channelData: data };
}

describe.each(notPrivate)('a conversation of which Teams says: $what', ({ account, data }) => {
  it('is answered nothing but help and ids, and becomes nobody’s private chat', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    for (const text of ['meine tickets', `ticket ${ticket}`, 'offene tickets', 'bugfix-pakete', 'hallo']) {
      const [answer] = await desk.takes({ ...from(desk, account, data), type: 'message', text });
      const said = JSON.stringify(answer);
      expect(said).toContain('zu keinem Ort der Software-Pflege');
      expect(said).not.toContain(ticket);
    }
    const [ids] = await desk.takes({ ...from(desk, account, data), type: 'message', text: 'Kennungen' });
    expect(JSON.stringify(ids)).toContain(group);
    expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
  });

  it.each(['adaptiveCard/action', 'task/fetch', 'task/submit'])(
    'shows and changes nothing by %s',
    async (name) => {
      const desk = new BotDesk();
      const ticket = await desk.reported();
      for (const press of [
        { do: 'read', what: 'content', ticket },
        { do: 'open', form: 'comment', ticket, version: 1 },
        { do: 'list', list: 'mine' },
      ]) {
        const value = name === 'adaptiveCard/action' ? { action: { data: press } } : { data: press };
        const [answer] = await desk.takes({ ...from(desk, account, data), type: 'invoke', name, value });
        const said = JSON.stringify(answer);
        expect(said).toContain('zu keinem Ort der Software-Pflege');
        expect(said).not.toContain(ticket);
      }
      expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
    },
  );

  it.each<Partial<Activity>>([
    { type: 'message', text: 'hilfe' },
    { type: 'message', text: 'Kennungen' },
    { type: 'invoke', name: 'composeExtension/query', value: {} },
    { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] },
    { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody', name: '' }] },
    { type: 'installationUpdate', action: 'add' },
    { type: 'installationUpdate', action: 'remove' },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'typing' },
  ])('is unlearned by $type, $name if it was taken for a private chat', async (activity) => {
    const desk = new BotDesk();
    await desk.writes('nord-1', group, 'hilfe');
    expect(await desk.stores.conversations.find('person:nord-1')).toMatchObject({ conversation: group });
    await desk.takes({ ...from(desk, account, data), ...activity });
    expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
  });
});

describe('a conversation that is no private chat', () => {
  const isGroup = { isGroup: true };

  it('is not introduced to', async () => {
    const desk = new BotDesk();
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] };
    expect(await desk.takes({ ...from(desk, isGroup, undefined), ...added })).toEqual([]);
  });

  it('is unlearned whoever writes, and leaves the private chats of others', async () => {
    const desk = new BotDesk();
    await desk.writes('nord-1', group, 'hilfe');
    await desk.writes('sued-1', 'a:sued-1', 'hilfe');
    const stranger = { id: '29:stranger', name: '' };
    await desk.takes({ ...from(desk, isGroup, undefined), type: 'message', text: 'hallo', from: stranger });
    expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
    expect(await desk.stores.conversations.find('person:sued-1')).toMatchObject({ conversation: 'a:sued-1' });
  });

  it('is unlearned each time that Teams contradicts itself', async () => {
    const desk = new BotDesk();
    const hello = { type: 'message', text: 'hilfe' };
    for (let round = 0; round < 2; round += 1) {
      await desk.writes('nord-1', group, 'hilfe');
      expect(await desk.stores.conversations.find('person:nord-1')).toBeDefined();
      await desk.takes({ ...from(desk, isGroup, undefined), ...hello });
      expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
    }
    await desk.writes('nord-1', chat, 'hilfe');
    expect(await desk.stores.conversations.find('person:nord-1')).toMatchObject({ conversation: chat });
  });
});

describe('a channel of the organisation file', () => {
  it('is the place it is, whatever Teams calls it', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    for (const account of [{}, { conversationType: 'personal' }, { isGroup: true }]) {
      const ask = { ...from(desk, account, undefined, nord), type: 'message', text: 'unsere tickets' };
      expect(JSON.stringify(await desk.takes(ask))).toContain(ticket);
      const elsewhere = {
        ...from(desk, account, undefined, dispatch),
        type: 'message',
        text: 'meine tickets',
      };
      expect(JSON.stringify(await desk.takes(elsewhere))).toContain('Unsere Tickets');
    }
    expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
    expect(await desk.stores.conversations.find(`channel:${nord}`)).toBeDefined();
  });
});

describe('a private chat', () => {
  it.each<Account>([
    { conversationType: 'personal' },
    { conversationType: 'personal', isGroup: false },
    { conversationType: 'personal', isGroup: null },
  ])('is one when Teams calls it so: %j', async (account) => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const id = '19:nord-1_bot@unq.gbl.spaces';
    const ask = { ...from(desk, account, undefined, id), type: 'message', text: 'meine tickets' };
    expect(JSON.stringify(await desk.takes(ask))).toContain(ticket);
    expect(await desk.stores.conversations.find('person:nord-1')).toMatchObject({ conversation: id });
  });
});
