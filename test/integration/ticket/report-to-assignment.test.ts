import { Desk, channels } from '../../support/desk';

describe('from "Störung melden" to "Akzeptiert und zugewiesen" in channels alone', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('reports, analyses, accepts and assigns by dialogs and buttons', async () => {
    const nord = desk.as('leitwarte-nord-a').in(channels.nord);
    const dispatch = desk.as('dispatcher-1').in(channels.dispatch);
    const journal = desk.as('maintainer-west').in(channels.journal);

    await nord.writes('@Software-Pflege stoerung melden');
    const form = (await nord.card().press('Störung melden')).dialog.fill({
      Modul: 'Betriebstagebuch',
      Titel: 'Schichtbuch leer',
      Beschreibung: 'Nach dem Anmelden bleibt die Liste leer.',
      Reproduzierbar: 'immer',
      'Fehlerklasse (Vorschlag)': '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit)',
      '1st und 2nd Level': true,
    });
    const check = (await form.submit('Weiter')).dialog;
    expect(check.text).toContain('So gerechnet: Mi 10:00-16:00 6 h');
    expect((await check.submit('Absenden')).kind).toBe('closed');
    await desk.delivered();
    expect(nord.shows()[1]?.text).toMatch(/^Gemeldet: SP-2026-0001\nZur Karte des Tickets/);
    expect(nord.card('Angefragt').text).toContain('Reaktionsfrist Mi 10.06.2026, 16:00 Uhr');

    desk.at('2026-06-10T11:00');
    const analysed = await dispatch.card('SP-2026-0001').press('Analyse starten');
    expect(analysed.text).toContain('Dispatcher Eins analysiert sie');
    await desk.delivered();
    await (await dispatch.card().press('Akzeptieren')).dialog.submit('Akzeptieren');
    await desk.delivered();
    const assigning = (await dispatch.card().press('Zuweisen')).dialog;
    await assigning.fill({ Maintainer: 'Maintainer West (Softwarehaus West GmbH)' }).submit('Zuweisen');
    await desk.delivered();

    for (const place of [nord, dispatch, journal]) {
      expect(place.card('SP-2026-0001').text).toContain(
        'Als Nächstes: Maintainer West (Softwarehaus West GmbH)',
      );
    }
    expect(journal.shows().at(-1)?.mentions).toEqual(['maintainer-west']);
  });
});
