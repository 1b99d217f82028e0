import { Desk } from '../../support/desk';
import { presses, ticketCard, classes, did, places, sends, opensContent } from '../../support/desk-steps';
import { filled, reports, ticketAt } from '../../support/ticket-way';

const numbersIn = (text: string): readonly string[] => text.match(/SP-2026-\d{4}/g) ?? [];

describe('given many open tickets', () => {
  let desk: Desk;
  let planned: string;
  beforeAll(async () => {
    desk = await Desk.open();
    planned = await ticketAt(desk, 'planned', 1);
    for (let count = 0; count < 16; count += 1) {
      await reports(desk, 3, count % 2 === 0 ? {} : { Modul: 'Störungsinformationstool' });
    }
  });
  afterAll(() => desk.close());

  it('when "Offene Tickets" is asked for, then they come in pages, narrowed by module, state and class', async () => {
    const { dispatch } = places(desk);
    await dispatch.writes('@Software-Pflege Offene Tickets');
    const list = dispatch.card('17 offene Tickets').frozen();
    expect(numbersIn(list.text)).toHaveLength(15);
    const second = await list.press('Nächste Seite');
    expect(second.text).toContain('Seite 2 von 2');
    expect(numbersIn(second.text)).toHaveLength(2);
    expect(numbersIn(second.text).some((number) => numbersIn(list.text).includes(number))).toBe(false);

    const narrowed = await list.fill({ Modul: 'Störungsinformationstool' }).press('Filtern');
    expect(narrowed.text).toContain('8 offene Tickets');
    const byState = await dispatch
      .card('Offene Tickets')
      .frozen()
      .fill({ Modul: 'Alle Module', Zustand: 'Akzeptiert' })
      .press('Filtern');
    expect(numbersIn(byState.text)).toEqual([planned]);
    const forged = { module: 'none-of-ours', state: 'sleeping', faultClass: '9', page: 9_999 };
    const wrong = await dispatch.card('Offene Tickets').frozen().press('Filtern', { forged });
    expect(wrong.text).toContain('17 offene Tickets');
    expect(wrong.text).toContain('Seite 2 von 2');
  });

  it('when what is overdue or waits is asked for, by a phrase or the filters, then the list has that alone', async () => {
    const { dispatch, nord } = places(desk);
    const before = desk.time;
    await dispatch.writes('@Software-Pflege überfällige Tickets');
    expect(dispatch.card('Offene Tickets').text).toContain('Keine offenen Tickets in dieser Auswahl.');
    // Class 3, Wed 10:00: 8 h to Thu 09:30.
    desk.at('2026-06-11T11:45');
    await dispatch.writes('@Software-Pflege was ist überfällig im Störungsinformationstool?');
    const overdue = dispatch.card('Offene Tickets').frozen();
    expect(overdue.text).toContain(
      '8 offene Tickets in dieser Auswahl, davon warten 8 auf Sie. Überfällig: 8.',
    );
    expect(overdue.text.match(/2 h 15 min Servicezeit überfällig/g)).toHaveLength(8);
    const waiting = await overdue
      .fill({ Modul: 'Alle Module', Überfällig: false, 'Wartet auf mich': true })
      .press('Filtern');
    expect(waiting.text).toMatch(/^1[67] offene Tickets/m);
    await nord.writes('@Software-Pflege was wartet auf mich?');
    const own = nord.card('Offene Tickets').text;
    expect(numbersIn(own)).not.toContain(numbersIn(overdue.text)[0]);
    await dispatch.writes('@Software-Pflege Offene Tickets überfällig');
    const all = dispatch.card('Offene Tickets').frozen();
    const second = await all.press('Nächste Seite');
    expect(new Set([...numbersIn(all.text), ...numbersIn(second.text)]).size).toBe(16);
    desk.time = before;
  });

  it('when it is asked for by others, then it has what their place or person may read', async () => {
    const { journal, platform, sued, nord } = places(desk);
    await journal.writes('@Software-Pflege offene tickets');
    expect(numbersIn(journal.card('Offene Tickets').text)).toEqual([planned]);
    await platform.writes('@Software-Pflege offene tickets');
    expect(platform.card('Offene Tickets').text).toContain('Keine offenen Tickets.');
    await sued.writes('offene tickets');
    expect(sued.card('Offene Tickets').text).toContain('Keine offenen Tickets.');
    await nord.writes('@Software-Pflege offene tickets');
    expect(nord.card('Offene Tickets').text).toContain('17 offene Tickets');
    await did(desk, places(desk).dispatch, planned, 'Unterstützung anfordern', filled.support);
    await platform.writes('@Software-Pflege unsere tickets');
    expect(numbersIn(platform.card('Unsere Tickets').text)).toEqual([planned]);
    expect(platform.card('Unsere Tickets').text).toContain('wartet auf Sie');
  });
});

describe('given a ticket with a history', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it('when "Verlauf" is pressed, then it tells who did what when, with before and after, to each what is theirs', async () => {
    const { dispatch, nord, journal } = places(desk);
    const number = await ticketAt(desk, 'planned');
    desk.at('2026-06-10T11:00');
    await did(desk, dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[3],
      Begründung: 'Es gibt eine Umgehung.',
    });
    await did(desk, journal, number, 'Plan ändern', { Ursache: 'Der Index fehlt.' });
    await did(desk, journal, number, 'Kommentieren', { Kommentar: 'Nur für uns.' });
    const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog.text;
    expect(history).toContain('Mi 10.06.2026, 11:00 Uhr');
    expect(history).toContain('Dispatcher Eins, Wartungs-Dispatcher');
    expect(history).toContain('Klasse: 2 – Betriebsbehindernder Fehler → 3 – Leichter Fehler');
    expect(history).toContain('Die Abfrage sperrt die Tabelle. → Der Index fehlt.');
    expect(history).toContain('Nur für uns.');
    const ofNord = (await ticketCard(nord, number).press('Verlauf')).dialog.text;
    expect(ofNord).toContain('Der Index fehlt.');
    expect(ofNord).not.toContain('Nur für uns.');
  });

  it('when it is long, then it has pages', async () => {
    const { dispatch } = places(desk);
    const number = await ticketAt(desk, 'inTest');
    const first = (await ticketCard(dispatch, number).press('Verlauf')).dialog;
    expect(first.text).toContain('Seite 1 von ');
    const second = await first.submit('Nächste Seite');
    expect(second.dialog.text).toContain('Seite 2 von ');
    expect(second.dialog.text).toContain(' – Gemeldet');
  });

  it('when the ticket is security-relevant, then the history holds nothing typed', async () => {
    const { dispatch, journal } = places(desk);
    const number = await ticketAt(desk, 'assigned');
    await did(desk, dispatch, number, 'Als sicherheitsrelevant kennzeichnen');
    const form = (await presses(ticketCard(journal, number), 'Plan vorschlagen')).dialog;
    await sends(form, { ...filled.plan, Ursache: 'Geheimnis der Ursache' });
    await desk.delivered();
    for (const view of [dispatch, journal]) {
      expect((await ticketCard(view, number).press('Verlauf')).text).not.toContain('Geheimnis');
      expect(ticketCard(view, number).unfolded).not.toContain('Geheimnis');
    }
    expect((await opensContent(ticketCard(journal, number))).text).toContain('Geheimnis');
  });

  it('when the module has no maintainer, then the card says so, and the process owner is told once', async () => {
    const { dispatch, owner } = places(desk);
    const number = await reports(desk, 2, { Modul: 'Kontaktstammdaten' });
    await did(desk, dispatch, number, 'Akzeptieren');
    expect(ticketCard(dispatch, number).unfolded).toContain('Kein Maintainer benannt');
    const alerts = () => owner.shows().filter(({ mentions }) => mentions.includes('prozess')).length;
    expect(alerts()).toBe(1);
    await did(desk, dispatch, number, 'Priorität ändern', { Priorität: 'hoch' });
    expect(alerts()).toBe(1);
  });
});

describe('given a plan that an operator bound by agreeing last', () => {
  it('when the operator reads the history, then nobody did what merely followed', async () => {
    const desk = await Desk.open();
    const { dispatch, nord } = places(desk);
    const number = await ticketAt(desk, 'planned');
    await did(desk, dispatch, number, 'Dem Plan zustimmen');
    await did(desk, nord, number, 'Dem Plan zustimmen');
    const { text } = (await ticketCard(nord, number).press('Verlauf')).dialog;
    expect(text).toMatch(/ist verbindlich\nPlan, verbindlich seit/);
    await desk.close();
  });
});
