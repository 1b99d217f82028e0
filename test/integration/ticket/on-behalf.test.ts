import { Desk } from '../../support/desk';
import {
  assignTicket,
  classes,
  does,
  type Fields,
  opensReport,
  places,
  reportFault,
  returnTicket,
  ticketCard,
  wholeReport,
  wordOfNord,
  opensContent,
} from '../../support/desk-steps';

const word: Fields = { Meldeweg: 'E-Mail', 'Mitgeteilt von': 'Schichtleitung Nord' };

describe('given a dispatcher who acts on an operator’s word', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('when a report came by phone, then receipt and entry are kept and the operator’s channel gets its card', async () => {
    desk.at('2026-06-10T11:30');
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk, { ...wordOfNord, 'Eingegangen um': '09:15' }, dispatch);
    for (const view of [dispatch, nord]) {
      const { unfolded: text } = ticketCard(view, number);
      expect(text).toContain('Eingang: Mi 10.06.2026, 09:15 Uhr');
      expect(text).toContain('Reaktionsfrist Mi 10.06.2026, 15:15 Uhr');
      expect(text).toContain('Mitgeteilt: Telefon, Mi 10.06.2026, 09:15 Uhr, Schichtleitung Nord');
      expect(text).toContain(
        'Mi 10.06.2026, 11:30 Uhr: Gemeldet – Dispatcher Eins auf Wort des Netzbetreibers (Telefon)',
      );
    }
    expect(dispatch.shows()[1]?.text).toMatch(new RegExp(`^Gemeldet: ${number}\nZur Karte des Tickets`));
  });

  it('when a report is entered after its deadline, then the breach is recorded and announced at once', async () => {
    desk.at('2026-06-12T09:00');
    const { dispatch, nord } = places(desk);
    const fields = { ...wordOfNord, 'Eingegangen am': '2026-06-10', 'Eingegangen um': '10:00' };
    const number = await reportFault(desk, fields, dispatch);
    expect(ticketCard(nord, number).unfolded).toContain(
      'Reaktionsfrist Mi 10.06.2026, 16:00 Uhr versäumt (Nacherfassung)',
    );
    const told = dispatch.message(
      `Ticket ${number}: Die Reaktionsfrist Mi 10.06.2026, 16:00 Uhr wurde versäumt (Nacherfassung).`,
    );
    expect(told.mentions).toContain('prozess');
    expect(told.threadId).toBe(ticketCard(dispatch, number).message.rootId);
  });

  it('when the operator had no contract at receipt, then there is no ticket and a friendly answer', async () => {
    const { dispatch } = places(desk);
    const form = (await opensReport(dispatch)).fill({
      ...wholeReport,
      ...wordOfNord,
      Modul: 'Geplante Netzmaßnahmen',
    });
    const again = (await form.submit('Weiter')).dialog;
    expect(again.text).toContain(
      'Für Netz Nord GmbH und Geplante Netzmaßnahmen gilt an diesem Tag kein Pflegevertrag; der Quelltext ist bei der Eclipse Foundation frei verfügbar, einen Vertrag vermittelt der Prozessverantwortliche (siehe „Ansprechpartner“).',
    );
    expect(again.value('Titel')).toBe('Schichtbuch leer');
  });

  it('when they supply and withdraw by mail, then the history says on whose word', async () => {
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk);
    desk.at('2026-06-10T11:00');
    await returnTicket(desk, number);
    desk.at('2026-06-10T13:00');
    await does(desk, dispatch, number, 'Ergänzen', {
      ...word,
      'Eingegangen um': '12:30',
      Antwort: 'Version 2.1.0',
    });
    expect(ticketCard(nord, number).unfolded).toContain('Ergänzung: Version 2.1.0');
    expect(ticketCard(nord, number).unfolded).toContain('Reaktionsfrist Do 11.06.2026, 10:00 Uhr');
    expect(ticketCard(nord, number).unfolded).toContain(
      'Mitgeteilt: E-Mail, Mi 10.06.2026, 12:30 Uhr, Schichtleitung Nord',
    );
    desk.at('2026-06-10T14:00');
    await does(desk, dispatch, number, 'Meldung zurückziehen', { ...word, Grund: 'Es war das Netz.' });
    const { unfolded: text } = ticketCard(nord, number);
    expect(text).toContain(`${number} | Geschlossen`);
    expect(text).toContain('Beendet: zurückgezogen');
    expect(text).toContain(
      'Meldung zurückgezogen am Mi 10.06.2026, 14:00 Uhr, vor Ablauf der Reaktionsfrist',
    );
    expect(text).toContain('Grund des Rückzugs: Es war das Netz.');
    expect(text).toContain(
      'Mi 10.06.2026, 14:00 Uhr: Meldung zurückgezogen – Dispatcher Eins auf Wort des Netzbetreibers (E-Mail)',
    );
  });

  it('when the word is older than what it answers, then the form says so', async () => {
    const { dispatch } = places(desk);
    const number = await reportFault(desk);
    desk.at('2026-06-10T11:00');
    await returnTicket(desk, number);
    const form = (await ticketCard(dispatch, number).press('Ergänzen')).dialog;
    form.fill({ ...word, 'Eingegangen um': '10:59', Antwort: 'Version 2.1.0' });
    expect((await form.submit('Ergänzen')).dialog.text).toContain(
      'Das kann nicht vor Mi 10.06.2026, 11:00 Uhr mitgeteilt worden sein.',
    );
  });

  it('when the maintainers read such a ticket, then they read nothing of who said it', async () => {
    const { dispatch, journal } = places(desk);
    const number = await reportFault(desk, wordOfNord, dispatch);
    await assignTicket(desk, number);
    expect(ticketCard(journal, number).unfolded).not.toContain('Schichtleitung');
    expect((await opensContent(ticketCard(journal, number))).text).not.toContain('Schichtleitung');
    expect((await opensContent(ticketCard(dispatch, number))).text).toContain('Schichtleitung');
  });

  it('when the operator withdraws a report under analysis, then who analyses is told', async () => {
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[3] });
    await does(desk, dispatch, number, 'Analyse starten');
    await does(desk, nord, number, 'Meldung zurückziehen', { Grund: 'Es geht wieder.' });
    const told = dispatch.message(`Die Meldung ${number} wurde zurückgezogen.`);
    expect(told.mentions).toEqual(['dispatcher-1']);
  });
});
