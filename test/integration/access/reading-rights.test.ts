import { channels, Desk } from '../../support/desk';
import { stranger } from '../../support/sample-teams';
import {
  assignTicket,
  does,
  maintainerWest,
  places,
  reportFault,
  ticketCard,
  reads,
} from '../../support/desk-steps';

const unknown = 'Hinweis: Zu dieser Nummer gibt es hier kein Ticket.';
const notRegistered =
  'Hinweis: Sie sind für die Software-Pflege nicht eingetragen. Bitte wenden Sie sich an prozess@genossenschaft.example.org oder Hotline +49 30 23125 100.';

describe('given people and conversations that may not read a ticket', () => {
  let desk: Desk;
  let ofNord: string;
  beforeAll(async () => {
    desk = await Desk.open();
    ofNord = await reportFault(desk);
    desk.connector.world.groupChats.push({
      id: '19:runde@thread.v2',
      name: 'Runde',
      tenantId: desk.connector.world.bot.tenantId,
      members: ['dispatcher-1', 'dispatcher-2'],
      installed: true,
    });
  });
  afterAll(() => desk.close());

  it.each(['Störung melden', 'Hilfe', 'Unsere Tickets', 'irgendwas', 'Ticket SP-2026-0001'])(
    'when a stranger writes "%s", then they are told whom to ask and nothing else',
    async (said) => {
      const view = desk.as(stranger).in(channels.dispatch);
      await view.writes(`@Software-Pflege ${said}`);
      expect(view.shows().at(-1)?.text).toBe(notRegistered);
    },
  );

  it('when a stranger presses a button, then nothing happens and they are told whom to ask', async () => {
    const view = desk.as(stranger).in(channels.dispatch);
    const before = ticketCard(view, ofNord).unfolded;
    for (const button of ['Analyse starten', 'Akzeptieren', 'Weitere Aktionen', 'Inhalt anzeigen']) {
      expect((await reads(ticketCard(view, ofNord), button)).text).toBe(
        notRegistered.replace('Hinweis: ', ''),
      );
    }
    expect(ticketCard(places(desk).dispatch, ofNord).unfolded).toBe(before);
  });

  it('when a stranger asks for "Kennungen", then they get theirs, so that they can be entered', async () => {
    const view = desk.as(stranger).in(channels.dispatch);
    await view.writes('@Software-Pflege Kennungen');
    expect(view.shows().at(-1)?.text).toContain('c0000000-0000-4000-8000-00000000ffff');
    expect(view.shows().at(-1)?.text).toContain('19:dispatch@thread.tacv2');
  });

  it('when an operator asks for the ticket of another organisation, then it is as if there were none', async () => {
    const sued = desk.as('leitstelle-sued-a').chat();
    const answers: string[] = [];
    for (const number of [ofNord, 'SP-2026-4711']) {
      await sued.writes(`Ticket ${number}`);
      answers.push(sued.shows().at(-1)?.text ?? '');
    }
    expect(answers).toEqual([unknown, unknown]);
    expect(sued.text()).not.toContain('Schichtbuch');
  });

  it('when an operator asks in their own chat for their ticket, then they get a copy', async () => {
    // Netz Nord has no guests in the hosting tenant; Stadtwerke Süd has.
    const sued = desk.as('leitstelle-sued-b').chat();
    const number = await reportFault(desk, {}, sued);
    await sued.writes(`Ticket ${number}`);
    expect(sued.shows().at(-1)?.text).toContain('Kopie, Stand Mi 10.06.2026, 10:00 Uhr');
  });

  it('when a maintainer asks for a ticket that is not assigned to their module, then it is as if there were none', async () => {
    const { journal } = places(desk);
    await journal.writes(`@Software-Pflege Ticket ${ofNord}`);
    expect(journal.shows().at(-1)?.text).toBe(unknown);
    const west = desk.as('maintainer-west').chat();
    await west.writes(`Ticket ${ofNord}`);
    expect(west.shows().at(-1)?.text).toBe(unknown);
  });

  it('when a dispatcher asks in a channel, then the answer is the channel’s and not theirs', async () => {
    const inJournal = desk.as('dispatcher-1').in(channels.journal);
    await inJournal.writes(`@Software-Pflege Ticket ${ofNord}`);
    expect(inJournal.shows().at(-1)?.text).toBe(unknown);
    await inJournal.writes('@Software-Pflege Unsere Tickets');
    expect(inJournal.shows().at(-1)?.text).not.toContain(ofNord);
  });

  it.each([
    ['dispatcher-1', true],
    ['prozess', true],
    ['plattform', false],
  ])('when %s asks in the private chat, then reading is %s', async (key, reads) => {
    const chat = desk.as(key).chat();
    await chat.writes(`Ticket ${ofNord}`);
    const text = chat.shows().at(-1)?.text ?? '';
    expect(text.startsWith(`${ofNord} | Angefragt`)).toBe(reads);
    if (!reads) expect(text).toBe(unknown);
  });

  it.each([
    'Störung melden',
    'Meine Tickets',
    'Ticket SP-2026-0001',
    'Ansprechpartner',
    'irgendwas',
    'Hilfe',
  ])(
    'when a dispatcher writes "%s" in a group chat that is no place, then only the help for it answers',
    async (said) => {
      const group = desk.as('dispatcher-1').in('Runde');
      await group.writes(`@Software-Pflege ${said}`);
      const text = group.shows().at(-1)?.text ?? '';
      expect(text).toContain('Diese Unterhaltung gehört zu keinem Ort der Software-Pflege');
      expect(text).not.toContain(ofNord);
      expect(text).not.toContain('Störung melden');
    },
  );

  it('when a dispatcher asks for "Kennungen" there, then they get the ids of the group chat', async () => {
    const group = desk.as('dispatcher-1').in('Runde');
    await group.writes('@Software-Pflege Kennungen');
    expect(group.shows().at(-1)?.text).toContain('19:runde@thread.v2');
  });

  it('when the platform channel asks for a ticket without a support request, then it is as if there were none', async () => {
    const platform = desk.as('plattform').in('Plattform');
    await platform.writes(`@Software-Pflege Ticket ${ofNord}`);
    expect(platform.shows().at(-1)?.text).toBe(unknown);
  });

  it('when a ticket leaves its module, then the card there says so and its old buttons do nothing', async () => {
    const number = await reportFault(desk);
    const { journal, dispatch } = places(desk);
    await assignTicket(desk, number);
    const old = ticketCard(journal, number).frozen();
    expect(old.text).toContain(maintainerWest);
    await does(desk, dispatch, number, 'Modul ändern', { Modul: 'Störungsinformationstool' });
    const withdrawn = journal.message((message) => message.text.startsWith(number));
    expect(withdrawn.text).toContain('abgegeben');
    expect(withdrawn.text).not.toContain('Schichtbuch');
    for (const button of ['An Dispatcher zurückgeben', 'Inhalt anzeigen', 'Verlauf']) {
      expect((await reads(old, button)).text).toBe('Zu dieser Nummer gibt es hier kein Ticket.');
    }
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Als Nächstes: die Wartungs-Dispatcher – Ticket zuweisen',
    );
  });
});
