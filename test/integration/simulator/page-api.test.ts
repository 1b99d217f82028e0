import { request as httpRequest } from 'node:http';
import { parseChatCommand } from '../../../src/adapters/teams/chat/parse-chat-command';
import { chatCommands } from '../../../src/adapters/teams/chat/chat-commands';
import { chatIdOf } from '../../../src/local-mode/teams-of-installation';
import type { ConversationSummary, ConversationView } from '../../../src/simulator/page-api';
import {
  dialogOf,
  fieldOf,
  placeOf,
  reportInputs,
  SimulatedDesk,
  valuesOf,
} from '../../support/simulated-desk';

const nordChannel = '19:netz-nord@thread.tacv2';
const dispatchChannel = '19:dispatch@thread.tacv2';
const general = '19:general@thread.tacv2';

describe('given Teams on this machine with the sample organisation', () => {
  let desk: SimulatedDesk;
  beforeAll(async () => {
    desk = await SimulatedDesk.open();
  });
  afterAll(() => desk.close());

  const nord = () => desk.at('leitwarte-nord-a', nordChannel);
  const nordB = () => desk.at('leitwarte-nord-b', nordChannel);
  const dispatch = () => desk.at('dispatcher-1', dispatchChannel);
  const sued = () => desk.at('leitstelle-sued-a', chatIdOf('leitstelle-sued-a'));

  /** A request with headers that fetch would not send. */
  function raw(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
    const { port } = new URL(desk.address);
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  it('one-address: when the connector is asked on the same address, then it answers as Teams', async () => {
    expect(new URL(desk.address).hostname).toBe('127.0.0.1');
    const response = await fetch(
      `${desk.address}/_connector/v3/conversations/${encodeURIComponent(dispatchChannel)}/members`,
    );
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).toContain('dispatcher-1@genossenschaft.example.org');
  });

  it('page-not-built: when the page is not there, then its address says so', async () => {
    for (const path of ['/', '/person/dispatcher-1']) {
      const response = await fetch(`${desk.address}${path}`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('Die Seite fehlt in dieser Installation');
    }
    expect((await fetch(`${desk.address}/assets/../../../../package.json`)).status).not.toBe(200);
    expect((await fetch(`${desk.address}/assets/%2e%2e/%2e%2e/package.json`)).status).not.toBe(200);
  });

  it('foreign-refused: when a page of somebody else sends, then nothing changes', async () => {
    const host = new URL(desk.address).host;
    const json = { 'Content-Type': 'application/json' };
    const path = `${nord().path}/messages`;
    const body = JSON.stringify({ text: 'von fremder Seite' });
    expect(await raw('POST', path, { ...json, Host: 'boese.example' }, body)).toBe(403);
    expect(await raw('GET', '/api/overview', { Host: `boese.example:${new URL(desk.address).port}` })).toBe(
      403,
    );
    expect(await raw('POST', path, { ...json, Host: host, Origin: 'http://boese.example' }, body)).toBe(403);
    expect(await raw('POST', path, { ...json, Host: host, Origin: 'null' }, body)).toBe(403);
    expect(await raw('POST', path, { ...json, Host: host, 'Sec-Fetch-Site': 'cross-site' }, body)).toBe(403);
    expect(await raw('POST', path, { Host: host, 'Content-Type': 'text/plain' }, body)).toBe(415);
    const connector = `/_connector/v3/conversations/${encodeURIComponent(nordChannel)}/activities`;
    const message = JSON.stringify({ type: 'message', text: 'von fremder Seite' });
    expect(
      await raw('POST', connector, { ...json, Host: host, Origin: 'http://boese.example' }, message),
    ).toBe(403);
    expect(JSON.stringify(await nord().messages())).not.toContain('von fremder Seite');
    expect((await desk.post(`${nord().path}/messages`, { text: ' \n' })).body.error).toBe(
      'Bitte schreiben Sie etwas.',
    );
    expect((await desk.post(`${nord().path}/messages`, { text: 'x'.repeat(28_001) })).status).toBe(400);
    expect((await desk.post('/api/clock', { move: 'gestern' })).status).toBe(400);
    expect((await desk.post('/api/nichts')).status).toBe(404);
  });

  it('who-is-who: when the page opens, then everybody has their line and the stranger is the last', async () => {
    const { people } = await desk.overview();
    expect(people.map(({ key }) => key)).toEqual([
      'leitwarte-nord-a',
      'leitwarte-nord-b',
      'leitstelle-sued-a',
      'leitstelle-sued-b',
      'dispatcher-1',
      'dispatcher-2',
      'maintainer-west',
      'maintainer-west-vertretung',
      'maintainer-ost',
      'plattform',
      'prozess',
      'fremde-person',
    ]);
    expect(people[2]).toMatchObject({
      organisation: 'Stadtwerke Süd AG',
      roles: ['Netzbetreiber'],
      tenant: 'Stadtwerke Süd AG',
      description: 'Meldet Störungen; liest im privaten Chat mit dem Bot, als Gast.',
    });
    expect(people[11]).toMatchObject({ roles: [], organisation: 'unbekannt' });
  });

  it('preview-of-the-last: when something was sent last, then the list says what a notification would', async () => {
    const preview = async () => {
      const list = await desk.get<ConversationSummary[]>('/api/people/leitwarte-nord-a/conversations');
      return list.body[0]?.preview;
    };
    const seat = desk.at('leitwarte-nord-a', nordChannel);
    await seat.writes('@Software-Pflege Ansprechpartner');
    await seat.waitsFor('Ansprechpartner.*Wartungs-Dispatcher');
    expect(await preview()).toBe('Ansprechpartner');
    await seat.writes('Guten *Morgen*');
    expect(await preview()).toBe('Guten *Morgen*');
  });

  it('own-conversations: when somebody asks for one they are not in, then there is none for them', async () => {
    const list = await desk.get<ConversationSummary[]>('/api/people/leitwarte-nord-a/conversations');
    expect(list.body.map(({ id }) => id)).toEqual([nordChannel]);
    expect(list.body[0]).toMatchObject({
      kind: 'channel',
      shared: true,
      team: 'Software-Pflege',
      canWrite: true,
    });
    const strangers = await desk.get<ConversationSummary[]>('/api/people/fremde-person/conversations');
    expect(strangers.body.map(({ kind, name }) => [kind, name])).toEqual([
      ['channel', 'Allgemein'],
      ['personal', 'Software-Pflege'],
    ]);
    for (const seat of [
      desk.at('fremde-person', dispatchChannel),
      desk.at('leitwarte-nord-a', dispatchChannel),
    ]) {
      expect((await seat.view()).status).toBe(404);
      expect((await desk.post(`${seat.path}/messages`, { text: 'Hallo' })).status).toBe(404);
      expect((await desk.post(`${seat.path}/seen`, { messageId: '1' })).status).toBe(404);
    }
    expect((await desk.get('/api/people/niemand/conversations')).status).toBe(404);
  });

  it('threads-and-replies, typed-mentions: when somebody replies with a mention, then it stands in the thread, the mention apart', async () => {
    const root = await nord().writes('Guten Morgen <b>zusammen</b> https://example.org/a?b=1.');
    await nordB().writes('@Leitwarte Nord, Schicht A Guten Morgen', root);
    const { threads } = (await nord().view()).body;
    const thread = threads.find(({ rootId }) => rootId === root);
    expect(thread?.messages.map(({ text }) => text)).toEqual([
      [
        { kind: 'text', text: 'Guten Morgen <b>zusammen</b> ' },
        { kind: 'link', text: 'https://example.org/a?b=1', url: 'https://example.org/a?b=1' },
        { kind: 'text', text: '.' },
      ],
      [
        { kind: 'mention', text: 'Leitwarte Nord, Schicht A', viewer: true },
        { kind: 'text', text: ' Guten Morgen' },
      ],
    ]);
    expect(thread?.messages[1]).toMatchObject({
      mentionsViewer: true,
      author: { key: 'leitwarte-nord-b', isBot: false },
    });
    const chat = (await sued().view()).body;
    expect(chat.threads.every(({ rootId, messages }) => rootId === undefined && messages.length === 1)).toBe(
      true,
    );
    expect((await desk.post(`${nord().path}/messages`, { text: 'wohin?', rootId: '1' })).status).toBe(404);
  });

  it('threads-and-replies: when somebody replies in an older thread, then it moves to the end', async () => {
    const roots = [
      await nord().writes('Erstens'),
      await nord().writes('Zweitens'),
      await nord().writes('Drittens'),
    ];
    const order = async () =>
      (await nord().view()).body.threads.map(({ rootId }) => rootId).filter((id) => roots.includes(id ?? ''));
    expect(await order()).toEqual(roots);
    await nordB().writes('Dazu noch etwas', roots[0]);
    expect(await order()).toEqual([roots[1], roots[2], roots[0]]);
  });

  it('all-threads: when a channel has more threads than are given at once, then those before are counted, and reached by number or by a message', async () => {
    const first = await nord().writes('Die erste von allen');
    const second = await nord().writes('Die zweite von allen');
    const url = `${desk.address}/_connector/v3/conversations/${encodeURIComponent(nordChannel)}/activities`;
    for (let count = 0; count < 500; count += 1) {
      const init = { method: 'POST', body: JSON.stringify({ type: 'message', text: `Nachricht ${count}` }) };
      await (await fetch(url, { ...init, headers: { 'Content-Type': 'application/json' } })).arrayBuffer();
    }
    const asked = async (query: string) => {
      const { body, status } = await desk.get<ConversationView>(`${nord().path}${query}`);
      if (status !== 200) return status;
      return {
        has: [first, second].map((id) => body.threads.some(({ rootId }) => rootId === id)),
        earlier: body.earlierThreads,
      };
    };
    const { earlierThreads, threads } = (await nord().view()).body;
    const all = earlierThreads + threads.length;
    expect(threads).toHaveLength(500);
    expect(await asked('')).toEqual({ has: [false, false], earlier: all - 500 });
    expect(await asked(`?message=${second}`)).toEqual({ has: [false, true], earlier: all - 501 });
    expect(await asked('?threads=100000')).toEqual({ has: [true, true], earlier: 0 });
    expect(await asked('?threads=3')).toEqual({ has: [false, false], earlier: all - 3 });
    for (const wrong of ['?threads=0', '?threads=x', '?threads=-1', '?message=x'])
      expect(await asked(wrong)).toBe(400);
  });

  it('unread-and-mentions: when somebody has read up to a message, then what comes later is new to them', async () => {
    const seat = desk.at('prozess', general);
    const other = desk.at('dispatcher-2', general);
    const first = await other.writes('Eins');
    await desk.post(`${seat.path}/seen`, { messageId: first });
    expect((await seat.view()).body.summary).toMatchObject({ unread: 0, mentions: 0 });
    const mentions = async () =>
      (await desk.overview()).people.find(({ key }) => key === 'prozess')?.mentions ?? 0;
    // In other channels, of the days before.
    const elsewhere = await mentions();
    await other.writes('Zwei');
    await other.writes('@Prozessverantwortliche Stelle Drei');
    await seat.writes('Das Eigene ist nicht neu');
    expect((await seat.view()).body.summary).toMatchObject({ unread: 2, mentions: 1 });
    expect(await mentions()).toBe(elsewhere + 1);
    const last = (await seat.messages()).at(-1);
    await desk.post(`${seat.path}/seen`, { messageId: last?.id });
    // What was read stays so when an older window says that it has read less.
    await desk.post(`${seat.path}/seen`, { messageId: first });
    expect((await seat.view()).body.summary).toMatchObject({ unread: 0, mentions: 0 });
  });

  it('commands-of-the-parser: when the compose box suggests, then the bot understands all of it and nothing is left out', async () => {
    const { commands } = await desk.overview();
    expect(commands.map(({ text }) => text)).toEqual(chatCommands.map(({ title }) => title));
    const understood = commands.map(({ text, argument }) =>
      parseChatCommand(argument === undefined ? text : `${text} SP-2026-0001`),
    );
    expect(understood.map((request) => request?.command)).toEqual(chatCommands.map(({ id }) => id));
  });

  it('dialog-until-closed: when a report is filled in with a fault, then the form comes back with all that was typed, until it is sent', async () => {
    const form = await nord().opensReport();
    const inputs = reportInputs(form, 'Fehler mit Umlauten äöü');
    const blank = { ...inputs, [fieldOf(form.card, 'Titel')]: '   ' };
    const again = dialogOf(await nord().submits(form, 'Weiter', blank));
    expect(again.dialogId).not.toBe(form.dialogId);
    expect(valuesOf(again.card)[fieldOf(again.card, 'Beschreibung')]).toBe(
      'Nach dem Anmelden bleibt die Liste leer.',
    );
    const check = dialogOf(await nord().submits(again, 'Weiter', inputs));
    const theirs = { action: placeOf(check.card, 'Absenden'), inputs: {} };
    expect(await desk.post(`/api/people/fremde-person/dialogs/${check.dialogId}`, theirs)).toMatchObject({
      status: 410,
      body: { error: 'Dieser Dialog ist nicht mehr offen. Bitte öffnen Sie ihn auf der Karte neu.' },
    });
    expect((await nord().submits(check, 'Absenden', {})).kind).toBe('closed');
    await nord().waitsFor(/Gemeldet: SP-2026-\d{4}/);
    expect((await desk.post(`/api/people/leitwarte-nord-a/dialogs/${check.dialogId}`, theirs)).status).toBe(
      410,
    );
    await dispatch().waitsFor('Fehler mit Umlauten äöü');
  });

  it('checks-of-the-client: when a field holds what no client lets in, then it is told and the bot hears nothing', async () => {
    const form = await nord().opensReport();
    const inputs = reportInputs(form, 'Titel');
    const title = fieldOf(form.card, 'Titel');
    const long = await nord().submits(form, 'Weiter', { ...inputs, [title]: 'x'.repeat(5_000) });
    expect(long).toMatchObject({ kind: 'error', fields: { Titel: expect.any(String) as string } });
    expect(await nord().submits(form, 'Weiter', { ...inputs, [title]: 'zwei\nZeilen' })).toEqual({
      kind: 'error',
      text: 'Das geht hier nicht.',
    });
    const unknown = { ...inputs, [fieldOf(form.card, 'Modul')]: 'kein-modul' };
    expect((await nord().submits(form, 'Weiter', unknown)).kind).toBe('error');
    // Nothing of it was sent: the same dialog is still open and takes the right values.
    expect((await nord().submits(form, 'Weiter', inputs)).kind).toBe('dialog');
  });

  it('card-of-the-host: when a browser names an action that is not on the card, then nothing is sent', async () => {
    const number = await nord().reports('Nur was auf der Karte steht');
    const card = await dispatch().waitsFor(`${number}[\\s\\S]*Als Nächstes`);
    const path = `${dispatch().path}/messages/${card.id}/actions`;
    for (const action of [
      'actions/99',
      'body/0',
      'actions',
      '',
      '__proto__/x',
      'actions/0/data',
      'x'.repeat(400),
    ]) {
      const { body } = await desk.post(path, { action, inputs: {}, cardVersion: card.cardVersion });
      expect(body).toEqual({
        kind: 'error',
        text: 'Die Karte hat sich geändert. Bitte sehen Sie sie noch einmal an.',
      });
    }
    const { cardVersion } = card;
    const made = { action: { type: 'Action.Execute' }, inputs: {}, cardVersion };
    expect((await desk.post(path, made)).status).toBe(400);
    expect((await desk.post(path, { action: 'actions/0', inputs: {} })).status).toBe(400);
    const nowhere = { action: 'actions/0', inputs: {}, cardVersion };
    expect((await desk.post(`${dispatch().path}/messages/1/actions`, nowhere)).status).toBe(404);
    expect(JSON.stringify((await dispatch().waitsFor(`${number}[\\s\\S]*Als Nächstes`)).card)).toContain(
      'Angefragt',
    );
  });

  it('card-as-seen: when a window still shows an older card, then the button that the person saw is pressed, with the data of that card', async () => {
    const number = await nord().reports('Veraltetes Fenster');
    const older = await dispatch().waitsFor(`${number}[\\s\\S]*Analyse starten`);
    const second = desk.at('dispatcher-2', dispatchChannel);
    await second.presses(await second.waitsFor(`${number}[\\s\\S]*Analyse starten`), 'Analyse starten');
    await dispatch().waitsFor(`${number}[\\s\\S]*Dispatcher Zwei analysiert sie`);
    const pressed = await dispatch().presses(older, 'Analyse starten');
    // What the newer card has in the same place opens a form; the bot says that the older button was overtaken.
    expect(pressed.kind).not.toBe('dialog');
    await desk.settled();
    expect(JSON.stringify((await dispatch().waitsFor(`${number}[\\s\\S]*Als Nächstes`)).card)).toMatch(
      /Dispatcher \w+ analysiert sie/,
    );
  });

  it('card-as-seen: when a version is named that the person never saw, then nothing is sent and it is said', async () => {
    const number = await nord().reports('Erfundene Fassung');
    const card = await dispatch().waitsFor(`${number}[\\s\\S]*Analyse starten`);
    const refused = {
      status: 409,
      body: {
        error:
          'Diese Fassung der Karte ist hier nicht bekannt. Es wurde nichts ausgeführt; bitte sehen Sie sich die Karte noch einmal an.',
      },
    };
    const pressAs = (seat: { path: string }, id: string, cardVersion: string | undefined) =>
      desk.post(`${seat.path}/messages/${id}/actions`, { action: 'actions/0', inputs: {}, cardVersion });
    expect(await pressAs(dispatch(), card.id, '0123456789abcdef')).toEqual(refused);
    expect(await pressAs(dispatch(), card.id, '')).toEqual(refused);
    // A copy that was refreshed for one person is nobody else's, and no message has the card of another one.
    await nord().writes(`@Software-Pflege Ticket ${number}`);
    const copy = await nord().waitsFor(`${number}[\\s\\S]*Kopie, Stand`);
    expect(await pressAs(dispatch(), card.id, copy.cardVersion)).toEqual(refused);
    desk.time += 5 * 60_000;
    await desk.post(`${nord().path}/messages/${copy.id}/look`);
    const own = await nord().waitsFor(`${number}[\\s\\S]*Kopie, Stand`);
    expect(own.cardVersion).not.toBe(copy.cardVersion);
    expect(await pressAs(nordB(), copy.id, own.cardVersion)).toEqual(refused);
  });

  it('for-one-person: when somebody asks for help in a channel, then they alone see it; a reaction is for all', async () => {
    const unread = async () => (await nordB().view()).body.summary.unread;
    const before = await unread();
    const question = await nord().writes('@Software-Pflege Hilfe');
    const help = await nord().waitsFor('Erwähnen Sie mich');
    expect(help).toMatchObject({ onlyForViewer: true, author: { isBot: true } });
    const theirs = async () => (await nordB().messages()).filter(({ id }) => id === help.id);
    expect(await theirs()).toEqual([]);
    expect(await desk.post(`${nordB().path}/messages/${help.id}/look`, {})).toMatchObject({ status: 404 });
    expect(await unread()).toBe(before + 1);
    const url = `${desk.address}/_connector/v3/conversations/${encodeURIComponent(nordChannel)}/activities`;
    await fetch(`${url}/${question}/reactions/2705_whiteheavycheckmark`, { method: 'PUT' });
    expect((await nordB().messages()).find(({ id }) => id === question)?.reactions).toEqual(['✅']);
  });

  it('own-view, live: when a dispatcher presses, then the card is replaced for them, and for all once it is edited', async () => {
    const number = await nord().reports('Ansicht');
    const card = await dispatch().waitsFor(`${number}[\\s\\S]*Als Nächstes`);
    expect((await dispatch().presses(card, 'Analyse starten')).kind).toBe('card');
    await dispatch().waitsFor(`${number}[\\s\\S]*Dispatcher Eins analysiert sie`);
    const seen = await desk
      .at('dispatcher-2', dispatchChannel)
      .waitsFor(`${number}[\\s\\S]*Dispatcher Eins analysiert sie`);
    expect(seen.editedAt).toBe(desk.time);
    expect(seen.cardVersion).not.toBe(card.cardVersion);
  });

  it('refresh-once: when a copy comes into sight again and again, then the bot is asked once', async () => {
    const number = await nord().reports('Kopie');
    await nord().writes(`@Software-Pflege Ticket ${number}`);
    const copy = await nord().waitsFor(`${number}[\\s\\S]*Kopie, Stand`);
    desk.time += 5 * 60_000;
    const look = () => desk.post(`${nord().path}/messages/${copy.id}/look`);
    expect((await look()).status).toBe(200);
    const refreshed = await nord().waitsFor(`${number}[\\s\\S]*Kopie, Stand`);
    expect(refreshed.cardVersion).not.toBe(copy.cardVersion);
    desk.time += 30_000;
    await look();
    expect((await nord().waitsFor(`${number}[\\s\\S]*Kopie, Stand`)).cardVersion).toBe(refreshed.cardVersion);
    // Nobody else's view has changed.
    expect((await nordB().waitsFor(`${number}[\\s\\S]*Kopie, Stand`)).cardVersion).toBe(copy.cardVersion);
  });
});
