import type { Installation } from '../../../src/domain/organisation/installation';
import { channels, Desk } from '../../support/desk';
import {
  acceptTicket,
  assignTicket,
  does,
  maintainerWest,
  places,
  reportFault,
  returnTicket,
  ticketCard,
  wordOfNord,
} from '../../support/desk-steps';

const wordOfSued = {
  Netzbetreiber: 'Stadtwerke Süd AG',
  Meldeweg: 'Telefon',
  'Mitgeteilt von': 'Leitstelle',
};

describe('given an operator without a channel', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const contacts = () => [desk.as('leitstelle-sued-a').chat(), desk.as('leitstelle-sued-b').chat()] as const;

  it('when one contact person reports, then both have the card in their private chats, with the buttons', async () => {
    const [a, b] = contacts();
    const number = await reportFault(desk, {}, a);
    for (const chat of [a, b]) {
      const card = ticketCard(chat, number);
      expect(card.unfolded).toContain('Netzbetreiber: Stadtwerke Süd AG');
      expect(card.buttons).toEqual([
        'Kommentieren',
        'Meldung zurückziehen',
        'Weitere Aktionen',
        'Verlauf',
        'Fristberechnung',
        'Als sicherheitsrelevant kennzeichnen',
      ]);
    }
    expect(a.shows().some(({ text }) => text.startsWith(`Gemeldet: ${number}`))).toBe(true);
    expect(b.shows().some(({ text }) => text.startsWith('Gemeldet'))).toBe(false);
  });

  it('when the ticket moves on, then both cards follow, and the reporter is named', async () => {
    const [a, b] = contacts();
    const number = await reportFault(desk, {}, a);
    await returnTicket(desk, number, 'Welche Version?');
    for (const chat of [a, b]) {
      expect(ticketCard(chat, number).unfolded).toContain('Es fehlt: Welche Version?');
      expect(chat.text()).toContain(`Zu Ticket ${number} fehlen Angaben, bitte ergänzen Sie es.`);
    }
    await does(desk, b, number, 'Ergänzen', { Antwort: '2.0.4' });
    for (const chat of [a, b]) {
      expect(ticketCard(chat, number).unfolded).toContain(`${number} | Angefragt`);
      expect(ticketCard(chat, number).unfolded).toContain('Ergänzt – Leitstelle Süd, Schicht B');
      expect(chat.shows().filter(({ text }) => text.startsWith(`${number} | `))).toHaveLength(1);
    }
  });

  it('when a dispatcher reports for them, then they read it in chats they never opened', async () => {
    const number = await reportFault(desk, wordOfSued, places(desk).dispatch);
    const [a, b] = contacts();
    expect(ticketCard(a, number).unfolded).toContain('Mitgeteilt: Telefon');
    expect(ticketCard(b, number).unfolded).toContain('Mitgeteilt: Telefon');
  });

  it('when one of them asks in a group chat that does not say it is one, then nothing is sent there', async () => {
    const group = {
      id: 'a:leitstelle',
      name: 'Leitstelle',
      tenantId: desk.as('leitstelle-sued-a').chat().conversation.tenantId,
      members: ['leitstelle-sued-a', 'leitstelle-sued-b'],
      installed: true,
      withoutType: true,
    };
    desk.connector.world.groupChats.push(group);
    const place = desk.as('leitstelle-sued-a').in(group.id);
    await place.writes('@Software-Pflege Meine Tickets');
    expect(place.text()).toContain('zu keinem Ort der Software-Pflege');
    const number = await reportFault(desk, wordOfSued, places(desk).dispatch);
    const [a] = contacts();
    expect(ticketCard(a, number).unfolded).toContain('Angefragt');
    expect(place.text()).not.toContain(number);
  });

  it('when one of them removed the app, then the other is reached and the dispatch card says so', async () => {
    await desk.connector.installations.uninstall('leitstelle-sued-b');
    const [a] = contacts();
    const number = await reportFault(desk, wordOfSued, places(desk).dispatch);
    expect(ticketCard(a, number).unfolded).toContain('Angefragt');
    expect(ticketCard(places(desk).dispatch, number).unfolded).toContain(
      'Achtung: Stadtwerke Süd AG: Teams hat die Nachricht nicht zugestellt (Status 403), bitte anrufen.',
    );
  });
});

describe('given places that cannot be reached', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  it('when an organisation has neither channel nor contact people, then the dispatch card says to call', async () => {
    desk = await Desk.open({ organisation: withoutContacts });
    const { dispatch } = places(desk);
    const number = await reportFault(desk, wordOfSued, dispatch);
    const sentence = 'Achtung: Stadtwerke Süd AG: Nicht über Teams erreichbar, bitte anrufen.';
    expect(ticketCard(dispatch, number).unfolded).toContain(sentence);
    await acceptTicket(desk, number);
    expect(ticketCard(dispatch, number).unfolded).toContain(sentence);
    expect(ticketCard(dispatch, number).unfolded.match(/Nicht über Teams erreichbar/g)).toHaveLength(1);
  });

  it('when the app was taken out of the operator’s channel, then the dispatch card says so and the rest goes on', async () => {
    desk = await Desk.open();
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk);
    await desk.connector.installations.removeAppFromChannel(nord.conversation.id, 'leitwarte-nord-a');
    await assignTicket(desk, number);
    const sentence =
      'Achtung: Netz Nord GmbH: Teams hat die Nachricht nicht zugestellt (Status 403), bitte anrufen.';
    expect(ticketCard(dispatch, number).unfolded).toContain(sentence);
    expect(ticketCard(places(desk).journal, number).unfolded).toContain(maintainerWest);
    expect(ticketCard(nord, number).unfolded).toContain('Angefragt');

    await desk.connector.installations.addAppToChannel(nord.conversation.id, 'leitwarte-nord-a');
    await does(desk, dispatch, number, 'Zurückholen', { Grund: 'Urlaub.' });
    expect(ticketCard(nord, number).unfolded).toContain(
      'Als Nächstes: die Wartungs-Dispatcher – Ticket zuweisen',
    );
  });

  it('when an operator is reached again with one ticket, then the dispatch cards of the others do not say to call any more', async () => {
    desk = await Desk.open();
    const { dispatch, nord } = places(desk);
    const place = desk.connector.world.conversation(nord.conversation.id);
    if (place?.kind !== 'channel') throw new Error('the sample has it');
    // Nobody tells the bot, neither that the app goes nor that it comes.
    place.channel.appAdded = false;
    const missed = [
      await reportFault(desk, wordOfNord, dispatch),
      await reportFault(desk, wordOfNord, dispatch),
    ] as const;
    const sentence = 'Teams hat die Nachricht nicht zugestellt (Status 403), bitte anrufen.';
    for (const number of missed) expect(ticketCard(dispatch, number).unfolded).toContain(sentence);
    place.channel.appAdded = true;
    const next = await reportFault(desk, wordOfNord, dispatch);
    for (const number of [...missed, next]) {
      expect(ticketCard(nord, number).unfolded).toContain('Angefragt');
      expect(ticketCard(dispatch, number).unfolded).not.toContain('bitte anrufen');
    }
  });

  it('when a tracked card was deleted, then one replacement is posted and kept up to date', async () => {
    desk = await Desk.open();
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk);
    ticketCard(nord, number).message.deleted = true;
    await acceptTicket(desk, number);
    await does(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    const shown = nord.shows().filter(({ text }) => text.startsWith(`${number} | `));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.text).toContain(`Als Nächstes: ${maintainerWest}`);
  });

  it('when the maintainer is not in the channel’s roster, then they are named plainly and the dispatch card says so', async () => {
    desk = await Desk.open();
    const { journal, dispatch } = places(desk);
    desk.connector.world.removeMember(journal.conversation.id, 'maintainer-west');
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    const view = desk.as('maintainer-west-vertretung').in(channels.journal);
    const told = view.message(`Ticket ${number} ist Ihnen zugewiesen.`);
    expect(told.text).toBe(`Maintainer West: Ticket ${number} ist Ihnen zugewiesen.`);
    expect(told.mentions).toEqual([]);
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Achtung: Maintainer West ist nicht Mitglied des Kanals (Kanal von Betriebstagebuch).',
    );
    expect(ticketCard(places(desk).nord, number).unfolded).not.toContain('Achtung');
  });

  it.each([403, 404, 500])(
    'when Teams answers every roster by %d, then all is told in plain words, in order, and the dispatch card says so until it is better',
    async (status) => {
      desk = await Desk.open();
      const { dispatch } = places(desk);
      const failing = desk.connector.misbehave({ fault: { kind: 'status', status }, path: /pagedmembers$/ });
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      const view = desk.as('maintainer-west').in(channels.journal);
      const told = view.message(`Ticket ${number} ist Ihnen zugewiesen.`);
      expect(told.text).toBe(`Maintainer West: Ticket ${number} ist Ihnen zugewiesen.`);
      expect(told.mentions).toEqual([]);
      const sentence =
        'Maintainer West wurde nur genannt, nicht erwähnt: Teams nahm die Erwähnung nicht an oder gab keine vollständige Mitgliederliste (Kanal von Betriebstagebuch).';
      expect(ticketCard(dispatch, number).unfolded).toContain(sentence);

      const late = await reportFault(desk, { Titel: 'Zweite Störung' });
      for (const local of ['2026-06-10T16:00:10', '2026-06-10T16:01']) {
        desk.at(local);
        await desk.timePasses();
      }
      const warning = dispatch.message(
        (each) => each.text.includes(late) && each.text.includes('wurde versäumt'),
      );
      expect(warning.text).toContain('Für: Dispatcher Eins');
      expect(warning.mentions).toEqual([]);

      failing.stop();
      await does(desk, dispatch, number, 'Zurückholen', { Grund: 'Urlaub.' });
      await does(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
      expect(view.message(`Ticket ${number} ist Ihnen zugewiesen.`).mentions).toEqual(['maintainer-west']);
      await does(desk, dispatch, number, 'Zurückholen', { Grund: 'Urlaub.' });
      expect(ticketCard(dispatch, number).unfolded).not.toContain(sentence);
    },
  );

  it('when the whole channel of a module was deleted, then the dispatch card says so', async () => {
    desk = await Desk.open();
    const { journal, dispatch } = places(desk);
    await desk.connector.installations.deleteChannel(journal.conversation.id, 'dispatcher-1');
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Achtung: Kanal von Betriebstagebuch: Teams hat die Nachricht nicht zugestellt (Status 404), bitte anrufen.',
    );
  });
});

function withoutContacts(sample: Installation): Installation {
  return {
    ...sample,
    organisations: sample.organisations.map((each) =>
      each.id === 'netz-sued' ? { ...each, contactPeople: [] } : each,
    ),
  };
}
