import { defined } from '../../../../../src/defined';
import { teamsId } from '../../../../support/teams-id';
import { BotDesk, dispatch, nord } from './bot-desk';

const chatOf = (person: string) => `a:${person}`;

describe('who is answered', () => {
  it('tells a stranger whom to ask, and nothing else', async () => {
    const desk = new BotDesk();
    for (const text of ['hilfe', 'unsere tickets', 'ticket 1', 'störung melden', 'hallo']) {
      const answer = await desk.writes('stranger', nord, text);
      expect(answer).toContain('nicht eingetragen');
      expect(answer).not.toContain('SP-');
    }
    const ticket = await desk.reported();
    const pressed = await desk.presses('stranger', dispatch, { do: 'read', what: 'content', ticket });
    expect(pressed).toContain('nicht eingetragen');
    expect(pressed).not.toContain('Suche findet');
  });

  it('answers "Kennungen" to everybody everywhere, with the tenant that the roster says', async () => {
    const desk = new BotDesk();
    for (const conversation of [nord, '19:nowhere@thread.tacv2', chatOf('stranger')]) {
      const answer = await desk.writes('stranger', conversation, 'Kennungen');
      expect(answer).toContain('elsewhere');
      expect(answer).toContain(conversation);
    }
  });

  it('answers nothing but help and ids in a conversation that is no place', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    for (const text of ['unsere tickets', `ticket ${ticket}`, 'ansprechpartner', 'hilfe']) {
      const answer = await desk.writes('dispatcher-1', '19:nowhere@thread.tacv2', text);
      expect(answer).toContain('zu keinem Ort der Software-Pflege');
      expect(answer).not.toContain(ticket);
    }
    const pressed = await desk.presses('dispatcher-1', '19:nowhere@thread.tacv2', {
      do: 'read',
      what: 'content',
      ticket,
    });
    expect(pressed).toContain('zu keinem Ort');
  });

  it('gives nobody rights whom Teams does not confirm', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    desk.rosterDown = true;
    const answer = await desk.presses('dispatcher-1', dispatch, {
      do: 'act',
      action: 'startAnalysis',
      ticket,
      version: 1,
    });
    expect(answer).toContain('nicht bestätigt, wer Sie sind');
    expect((await desk.stores.tickets.find(ticket))?.ticket.version).toBe(1);
    expect(await desk.writes('dispatcher-1', dispatch, 'hilfe')).toContain('nicht bestätigt');
  });

  it('answers for the place in a channel, and for the person in a private chat', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    expect(await desk.writes('nord-1', nord, 'unsere tickets')).toContain(ticket);
    expect(await desk.writes('sued-1', nord, 'unsere tickets')).toContain(ticket);
    expect(await desk.writes('nord-1', chatOf('nord-1'), 'meine tickets')).toContain(ticket);
    expect(await desk.writes('sued-1', chatOf('sued-1'), 'meine tickets')).not.toContain(ticket);
    expect(await desk.writes('sued-1', chatOf('sued-1'), `ticket ${ticket}`)).toContain('kein Ticket');
    expect(await desk.writes('maintainer-a1', '19:journal@thread.tacv2', `ticket ${ticket}`)).toContain(
      'kein Ticket',
    );
  });

  it('reads the same for a ticket that is hidden and one that does not exist', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const hidden = await desk.writes('sued-1', chatOf('sued-1'), `ticket ${ticket}`);
    expect(await desk.writes('sued-1', chatOf('sued-1'), 'ticket 9999')).toBe(hidden);
  });
});

describe('somebody whom Teams does not name', () => {
  it.each([undefined, null, '', ' '])('is answered like everybody else: name %j', async (name) => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const from = { id: '29:nord-1', name: name as never };
    const envelope = { ...desk.envelope('nord-1', nord), from };
    const [list] = await desk.takes({ ...envelope, type: 'message', text: 'unsere tickets' });
    expect(JSON.stringify(list)).toContain(ticket);
    const [ids] = await desk.takes({ ...envelope, type: 'message', text: 'Kennungen' });
    expect(JSON.stringify(ids)).toContain('29:nord-1');
  });
});

describe('acting', () => {
  const start = (ticket: string, version = 1) =>
    ({ do: 'act', action: 'startAnalysis', ticket, version }) as const;

  it("acts in the role of the tracked card's place, and answers with the present card", async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const answer = await desk.presses('dispatcher-1', dispatch, start(ticket), {
      replyToId: `card-${ticket}-dispatch`,
    });
    expect(answer).toContain('Person dispatcher-1 analysiert sie');
    const record = await desk.stores.tickets.find(ticket);
    expect(record?.events.at(-1)).toMatchObject({ type: 'analysisStarted', role: 'dispatcher' });
  });

  it('answers the same press delivered again in the same way, with one effect', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const first = await desk.presses('dispatcher-1', dispatch, start(ticket));
    expect(await desk.presses('dispatcher-1', dispatch, start(ticket))).toBe(first);
    expect((await desk.stores.tickets.find(ticket))?.events).toHaveLength(2);
  });

  it('says who was quicker, on the present card', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    await desk.presses('dispatcher-1', dispatch, start(ticket));
    const answer = await desk.presses('dispatcher-2', dispatch, start(ticket));
    expect(answer).toContain('Bereits erledigt von Person dispatcher-1');
    expect(answer).toContain('application/vnd.microsoft.card.adaptive');
  });

  it('says who can to somebody without the role, and records the attempt', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const answer = await desk.presses('owner', dispatch, start(ticket));
    expect(answer).toContain('dürfen hier nur: die Wartungs-Dispatcher');
    const opened = await desk.presses('owner', dispatch, { do: 'open', form: 'accept', ticket, version: 1 });
    expect(opened).toContain('dürfen hier nur: die Wartungs-Dispatcher');
    expect((await desk.stores.tickets.find(ticket))?.ticket.version).toBe(1);
    expect(desk.stores.audit.attempts).toHaveLength(2);
  });

  it("does not let an operator's place act as the dispatcher, whatever the card says", async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const answer = await desk.presses('dispatcher-1', nord, start(ticket), {
      replyToId: `card-${ticket}-organisation`,
    });
    expect(answer).toContain('dürfen hier nur');
    expect((await desk.stores.tickets.find(ticket))?.ticket.version).toBe(1);
  });

  it('takes no action that has a form from a button', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const answer = await desk.presses('dispatcher-1', dispatch, {
      do: 'act',
      action: 'decline',
      ticket,
      version: 1,
    });
    expect(answer).toContain('nicht mehr unterstützt');
    expect((await desk.stores.tickets.find(ticket))?.ticket.version).toBe(1);
  });

  it('follows the roles of now in a private chat, whatever card still stands there', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const place = { kind: 'organisation', organisation: 'nord' } as const;
    await desk.tracks(ticket, place, chatOf('nord-1'), 'person:nord-1');
    const press = () =>
      desk.presses(
        'nord-1',
        chatOf('nord-1'),
        { do: 'read', what: 'content', ticket },
        { name: 'task/fetch', replyToId: `card-${ticket}-organisation` },
      );
    expect(await press()).toContain('Suche findet');
    desk.installation = {
      ...desk.installation,
      people: desk.installation.people.map((each) => (each.id === 'nord-1' ? { ...each, roles: [] } : each)),
    };
    expect(await press()).not.toContain('Suche findet');
  });

  it.each([
    { what: 'nothing', data: undefined },
    { what: 'a foreign button', data: { action: 'buy' } },
    { what: 'an unknown action', data: { do: 'act', action: 'explode', ticket: 'SP-2026-0001', version: 1 } },
    { what: 'a number that is none', data: { do: 'read', what: 'content', ticket: '../etc' } },
  ])('does not act on $what', async ({ data }) => {
    const desk = new BotDesk();
    expect(await desk.presses('dispatcher-1', dispatch, data as object)).toContain('nicht mehr unterstützt');
  });
});

describe('conversations', () => {
  it('remembers how private chats and places were last reached', async () => {
    const desk = new BotDesk();
    await desk.writes('nord-1', chatOf('nord-1'), 'hilfe');
    await desk.writes('nord-1', nord, 'hilfe');
    await desk.writes('nord-1', '19:nowhere@thread.tacv2', 'hilfe');
    const { conversations } = desk.stores;
    expect(await conversations.find('person:nord-1')).toMatchObject({ conversation: chatOf('nord-1') });
    expect(await conversations.find(`channel:${nord}`)).toMatchObject({
      serviceUrl: 'http://127.0.0.1:1/connector',
    });
    expect(await conversations.find('channel:19:nowhere@thread.tacv2')).toBeUndefined();
  });

  it('follows a service URL that changes', async () => {
    const desk = new BotDesk();
    await desk.writes('nord-1', nord, 'hilfe');
    await desk.takes({
      ...desk.envelope('nord-1', nord),
      type: 'message',
      text: 'hilfe',
      serviceUrl: 'http://127.0.0.1:2/other',
    });
    expect(await desk.stores.conversations.find(`channel:${nord}`)).toMatchObject({
      serviceUrl: 'http://127.0.0.1:2/other',
    });
  });

  it('introduces itself in a private chat, and not in a channel that is no place', async () => {
    const desk = new BotDesk();
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] };
    expect(await desk.takes({ ...desk.envelope('nord-1', chatOf('nord-1')), ...added })).toHaveLength(1);
    const nowhere = desk.envelope('nord-1', '19:nowhere@thread.tacv2');
    expect(await desk.takes({ ...nowhere, ...added })).toHaveLength(0);
    expect(await desk.stores.conversations.find('person:nord-1')).toBeDefined();
  });

  it('introduces itself once, whether Teams tells of the app by one event, the other or both', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] };
    const installed = { type: 'installationUpdate', action: 'add' };
    const removed = { type: 'installationUpdate', action: 'remove' };
    for (const events of [[added, installed, installed], [installed, added], [installed]]) {
      const desk = new BotDesk();
      const envelope = desk.envelope('nord-1', chatOf('nord-1'));
      const all = () => Promise.all(events.map((event) => desk.takes({ ...envelope, ...event })));
      expect((await all()).flat()).toHaveLength(1);
      expect(await desk.stores.conversations.find('person:nord-1')).toBeDefined();
      await desk.takes({ ...envelope, ...removed });
      expect((await all()).flat()).toHaveLength(1);
    }
  });

  it('introduces itself by the event that says that the chat is private', async () => {
    const desk = new BotDesk();
    const envelope = desk.envelope('nord-1', chatOf('nord-1'));
    const conversation = { id: chatOf('nord-1') } as never;
    const installed = { ...envelope, conversation, type: 'installationUpdate', action: 'add' };
    expect(await desk.takes(installed)).toHaveLength(0);
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] };
    expect(await desk.takes({ ...envelope, ...added })).toHaveLength(1);
    expect(await desk.takes({ ...envelope, ...added })).toHaveLength(0);
  });

  it('introduces itself also while Teams does not say who somebody is', async () => {
    const desk = new BotDesk();
    desk.rosterDown = true;
    const installed = { type: 'installationUpdate', action: 'add' };
    const [answer] = await desk.takes({ ...desk.envelope('nord-1', chatOf('nord-1')), ...installed });
    expect(JSON.stringify(answer?.attachments)).toContain('Störung melden');
  });

  it('answers a message once, however often it is delivered, and each message of the same words', async () => {
    const desk = new BotDesk();
    const ask = (id: string, conversation = nord) =>
      desk.takes({ ...desk.envelope('nord-1', conversation), type: 'message', id, text: 'hilfe' });
    expect((await Promise.all([ask('1'), ask('1'), ask('1')])).flat()).toHaveLength(1);
    expect(await ask('1')).toHaveLength(0);
    expect(await ask('2')).toHaveLength(1);
    expect(await ask('1', chatOf('nord-1'))).toHaveLength(1);
  });

  it('answers a message that is delivered again because the answer failed', async () => {
    const desk = new BotDesk();
    const message = { ...desk.envelope('nord-1', nord), type: 'message', id: '1', text: 'unsere tickets' };
    jest.spyOn(desk.stores.tickets, 'count').mockRejectedValueOnce(new Error('no store'));
    await expect(desk.takes(message)).rejects.toThrow('no store');
    expect(await desk.takes(message)).toHaveLength(1);
  });

  it('forgets the chat of somebody who removed the app', async () => {
    const desk = new BotDesk();
    await desk.writes('nord-1', chatOf('nord-1'), 'hilfe');
    const objectId = desk.installation.people.find((each) => each.id === 'nord-1')?.identities[0]?.objectId;
    const envelope = desk.envelope('nord-1', chatOf('nord-1'));
    await desk.takes({
      ...envelope,
      type: 'installationUpdate',
      action: 'remove',
      from: { id: '29:nord-1', name: '', ...defined({ aadObjectId: objectId?.toUpperCase() }) },
    });
    expect(await desk.stores.conversations.find('person:nord-1')).toBeUndefined();
  });

  it('logs what was done without names, texts or ids of people', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    await desk.writes('nord-1', nord, 'geheimer canary text');
    await desk.presses('dispatcher-1', dispatch, { do: 'open', form: 'accept', ticket, version: 1 });
    const log = desk.logged.join('');
    expect(log).toContain(ticket);
    expect(log.toLowerCase()).not.toContain('canary');
    expect(log).not.toMatch(teamsId);
    expect(log).not.toContain('nord-1');
  });
});

describe('a channel that was given to another organisation', () => {
  it('shows nothing of the tickets whose cards still stand there', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const { organisations } = desk.installation;
    const channel = organisations.find(({ id }) => id === 'nord')?.channel;
    desk.installation = {
      ...desk.installation,
      organisations: organisations.flatMap((each) =>
        each.id === 'sued' && channel !== undefined ? [{ ...each, channel }] : [],
      ),
    };
    const answer = await desk.presses(
      'sued-1',
      nord,
      { do: 'read', what: 'content', ticket },
      { name: 'task/fetch', replyToId: `card-${ticket}-organisation` },
    );
    expect(answer).not.toContain('Suche findet');
  });
});
