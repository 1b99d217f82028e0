import { channels, Desk } from '../../support/desk';
import { assignTicket, classes, does, places, reportFault, returnTicket } from '../../support/desk-steps';

describe('given somebody who writes to the bot', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  async function answerTo(said: string, view = places(desk).nord): Promise<string> {
    const mention = view.conversation.kind === 'personal' ? '' : '@Software-Pflege ';
    await view.writes(`${mention}${said}`);
    return view.shows().at(-1)?.text ?? '';
  }

  const help = 'Erwähnen Sie mich mit einem dieser Befehle oder wählen Sie eine Schaltfläche.';
  const hours = 'Montag: 08:30–17:00 Uhr';
  const start = 'Für Softwarefehler in gepflegten Modulen, nachdem Ihr 1st und 2nd Level geprüft haben.';

  it.each([
    ['Störung melden', start],
    ['stoerung melden', start],
    ['storung meldn', start],
    ['  STÖRUNG   MELDEN!  ', start],
    ['Unsere Tickets', 'Unsere Tickets'],
    ['unsre tickets', 'Unsere Tickets'],
    ['Meine Tickets', 'Unsere Tickets'],
    ['Servicezeiten', hours],
    ['servicezeitn', hours],
    ['Ansprechpartner', 'Hotline: +49 30 23125 100'],
    ['anspechpartner', 'Hotline: +49 30 23125 100'],
    ['Hilfe', help],
    ['hilfee', help],
    ['help', help],
    ['', help],
    ['Wie wird das Wetter?', 'Das habe ich nicht verstanden. Meinten Sie „Hilfe“ oder „Störung melden“'],
    ['Bitte eine Störung im Netz melden, danke', 'nicht verstanden. Meinten Sie „Störung melden“'],
    ['Ticket', 'Unsere Tickets'],
    ['Kennungen', '19:netz-nord@thread.tacv2'],
    ['kenungen', '19:netz-nord@thread.tacv2'],
  ])('when "%s" is written in a channel, then the answer has "%s"', async (said, answer) => {
    expect(await answerTo(said)).toContain(answer);
  });

  it.each([
    ['Störung melden', start],
    ['Meine Tickets', 'Meine Tickets'],
    ['Unsere Tickets', 'Meine Tickets'],
    ['Servicezeiten', hours],
    ['Ansprechpartner', 'Hotline: +49 30 23125 100'],
    ['Hilfe', 'Schreiben Sie mir einen dieser Befehle oder wählen Sie eine Schaltfläche.'],
    ['irgendwas', 'Das habe ich nicht verstanden. Meinten Sie „Offene Tickets“'],
    ['Kennungen', 'c0000000-0000-4000-8000-000000000d01'],
  ])('when "%s" is written in a private chat, then the answer has "%s"', async (said, answer) => {
    expect(await answerTo(said, desk.as('dispatcher-1').chat())).toContain(answer);
  });

  it('when a button of the help card is pressed, then it answers like the command', async () => {
    await answerTo('Hilfe');
    const { nord } = places(desk);
    const helpCard = nord.shows().at(-1)?.card;
    expect(helpCard?.buttons).toEqual(['Störung melden', 'Unsere Tickets', 'Bugfix-Pakete']);
    expect(helpCard?.foldButtons).toEqual(['Mehr']);
    const { length } = nord.shows();
    await helpCard?.press('Mehr');
    expect(nord.shows()).toHaveLength(length);
    for (const [button, answer] of [
      ['Servicezeiten', hours],
      ['Übersicht', 'Zustellung: alles zugestellt.'],
    ] as const) {
      const card = nord.card(help);
      await card.press('Mehr');
      const outcome = await card.press(button);
      expect(outcome.kind === 'sent' ? nord.shows().at(-1)?.text : outcome.text).toContain(answer);
    }
  });

  it('when service times are asked for outside them, then the next opening is named', async () => {
    desk.at('2026-06-13T12:00');
    const text = await answerTo('Servicezeiten');
    desk.at('2026-06-10T10:00');
    expect(text).toContain(
      'Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr (Stand Sa 13.06.2026, 12:00 Uhr)',
    );
  });

  it('when contacts are asked for, then each role and module has who, mail, phone and since when', async () => {
    const text = await answerTo('Ansprechpartner');
    expect(text).toContain(
      'Dispatcher Eins: Genossenschaft Netzsoftware eG, dispatcher-1@genossenschaft.example.org, +49 30 23125 111, seit Di 01.02.2022',
    );
    expect(text).toContain('Bereitschaftsplanung: N.N., bitte an die Wartungs-Dispatcher wenden');
    expect(text).toContain('Softwarehaus West GmbH');
    expect(text).not.toContain('netz-nord.example.com');
  });
});

describe('given more contacts than a card holds', () => {
  let desk: Desk;
  beforeAll(async () => {
    const more = Array.from({ length: 60 }, (_, index) => ({ id: `modul-${index}`, name: `Modul ${index}` }));
    desk = await Desk.open({
      organisation: (sample) => ({ ...sample, modules: [...sample.modules, ...more] }),
    });
  });
  afterAll(() => desk.close());

  it('when they are asked for and paged, then every module is reached, and the hotline stands on each page', async () => {
    const { nord } = places(desk);
    await nord.writes('@Software-Pflege Ansprechpartner');
    const card = nord.card('Stand Mi 10.06.2026, 10:00 Uhr');
    const pages = [card.text];
    while (card.buttons.includes('Nächste Seite')) {
      expect((await card.press('Nächste Seite')).kind).toBe('card');
      pages.push(card.text);
    }
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.at(-1)).toContain('Modul 59: N.N., bitte an die Wartungs-Dispatcher wenden');
    for (const page of pages) expect(page).toContain('Hotline: +49 30 23125 100');
    await card.press('Vorige Seite');
    expect(card.text).toBe(pages.at(-2));
  });

  it('when a mail address is chosen, then it is a link', async () => {
    const { dispatch } = places(desk);
    await dispatch.writes('@Software-Pflege Ansprechpartner');
    const outcome = await dispatch.card('Hotline').press('mailto:dispatcher-1@genossenschaft.example.org');
    expect(outcome).toMatchObject({ kind: 'link', text: 'mailto:dispatcher-1@genossenschaft.example.org' });
  });
});

describe('given several tickets', () => {
  let desk: Desk;
  const numbers: Record<string, string> = {};
  beforeAll(async () => {
    desk = await Desk.open();
    desk.at('2026-06-10T10:00');
    numbers['class3'] = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[3] });
    numbers['class1'] = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[1] });
    numbers['returned'] = await reportFault(desk);
    numbers['assigned'] = await reportFault(desk, { Modul: 'Störungsinformationstool' });
    numbers['withdrawn'] = await reportFault(desk);
    numbers['ofSued'] = await reportFault(desk, {}, desk.as('leitstelle-sued-a').chat());
    await returnTicket(desk, numbers['returned']);
    await does(desk, places(desk).dispatch, numbers['assigned'], 'Akzeptieren');
    await does(desk, places(desk).dispatch, numbers['assigned'], 'Zuweisen', {
      Maintainer: 'Maintainer Ost (Softwarehaus Ost GmbH)',
    });
    await does(desk, places(desk).nord, numbers['withdrawn'], 'Meldung zurückziehen');
  });
  afterAll(() => desk.close());

  async function listOf(view: ReturnType<typeof places>['nord']): Promise<string> {
    const personal = view.conversation.kind === 'personal';
    await view.writes(personal ? 'Meine Tickets' : '@Software-Pflege Unsere Tickets');
    return view.shows().at(-1)?.text ?? '';
  }
  const order = (text: string) => [...new Set(text.match(/SP-\d{4}-\d{4}/g) ?? [])];

  it('when the operator asks, then what is due today comes first, then the rest by class, and what waits for them says so', async () => {
    const text = await listOf(places(desk).nord);
    expect(text).toContain('4 offene Tickets, davon wartet eines auf Sie.');
    expect(order(text)).toEqual([
      numbers['class1'],
      numbers['returned'],
      numbers['assigned'],
      numbers['class3'],
    ]);
    expect(text).toContain('wartet auf Sie');
  });

  it('when the dispatchers ask, then what is due today comes first by class, of all operators', async () => {
    const text = await listOf(places(desk).dispatch);
    expect(text).toContain('5 offene Tickets, davon warten 3 auf Sie.');
    expect(order(text).slice(0, 3)).toEqual([numbers['class1'], numbers['ofSued'], numbers['returned']]);
    expect(order(text)).not.toContain(numbers['withdrawn']);
  });

  it('when a module’s maintainers ask, then only what is assigned to them is there', async () => {
    expect(order(await listOf(places(desk).outage))).toEqual([numbers['assigned']]);
    expect(await listOf(places(desk).journal)).toContain('Keine offenen Tickets.');
  });

  it('when each asks in the private chat, then the list is theirs', async () => {
    const dispatcher = await listOf(desk.as('dispatcher-2').chat());
    expect(dispatcher).toContain('5 offene Tickets, davon warten 3 auf Sie.');
    expect(order(await listOf(desk.as('leitstelle-sued-b').chat()))).toEqual([numbers['ofSued']]);
    expect(order(await listOf(desk.as('maintainer-west').chat()))).toEqual([]);
    expect(await listOf(desk.as('prozess').chat())).toContain('5 offene Tickets, keines wartet auf Sie.');
  });

  it.each(['Ticket SP-2026-0002', 'ticket 2', 'Ticket Nr. 2', 'SP-2026-2', 'tiket sp 2026 0002'])(
    'when "%s" is written, then a copy without buttons leads to the tracked card',
    async (said) => {
      const { nord } = places(desk);
      await nord.writes(`@Software-Pflege ${said}`);
      const copy = nord.shows().at(-1)?.card;
      expect(copy?.text).toContain(`${numbers['class1']} | Angefragt`);
      expect(copy?.text).toContain('Kopie, Stand Mi 10.06.2026, 10:00 Uhr');
      expect(copy?.text).toContain('Zur Karte des Tickets (https://teams.microsoft.com/l/message/');
      expect(copy?.buttons).toEqual([]);
    },
  );

  it('when a copy is looked at later, then it shows the ticket as it is then', async () => {
    const { nord } = places(desk);
    const number = await reportFault(desk);
    await nord.writes(`@Software-Pflege Ticket ${number}`);
    const copy = nord.shows().at(-1)?.card;
    await assignTicket(desk, number);
    desk.at('2026-06-10T12:00');
    expect(copy?.text).toContain(`${number} | Angefragt`);
    await copy?.look();
    expect(copy?.text).toContain(`${number} | Akzeptiert`);
    expect(copy?.text).toContain('Kopie, Stand Mi 10.06.2026, 12:00 Uhr');
    expect(copy?.buttons).toEqual([]);
    expect(desk.as('leitwarte-nord-b').in(channels.nord).shows().at(-1)?.text).toContain(
      `${number} | Angefragt`,
    );
  });
});
