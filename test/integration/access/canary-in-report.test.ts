import type { RecordEntry } from '../../../src/simulator/connector/record';
import { Desk } from '../../support/desk';
import {
  classes,
  does,
  type Fields,
  maintainerWest,
  opensReport,
  places,
  presses,
  reportFault,
  sends,
  ticketCard,
  wordOfNord,
  opensContent,
} from '../../support/desk-steps';

/** One canary for each field that somebody can type into. */
const typed: Fields = {
  Titel: 'kanarie-titel',
  Beschreibung: 'kanarie-beschreibung',
  'Seit wann': 'kanarie-seit',
  'Version des Moduls': 'kanarie-version',
  Umgehung: 'kanarie-umgehung',
};
const later = ['fehlt', 'antwort', 'begruendung', 'klasse', 'rueckgabe', 'wort', 'ablehnung', 'zurueck'].map(
  (name) => `kanarie-${name}`,
);
const canaries = [...Object.values(typed).map(String), ...later];

describe('given a security-relevant ticket with a canary in every field', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** Everything that can be typed into an open ticket, by all parties, until it is declined. */
  async function goesItsWay(number: string): Promise<void> {
    const { dispatch, nord, journal } = places(desk);
    await does(desk, dispatch, number, 'Zurückweisen (Angaben fehlen)', {
      'Welche Angaben fehlen': 'kanarie-fehlt',
    });
    await does(desk, nord, number, 'Ergänzen', { Antwort: 'kanarie-antwort' });
    await does(desk, dispatch, number, 'Zurückweisen (Angaben fehlen)', {
      'Welche Angaben fehlen': 'kanarie-fehlt',
    });
    await does(desk, dispatch, number, 'Ergänzen', {
      'Mitgeteilt von': 'kanarie-wort',
      Antwort: 'kanarie-antwort',
    });
    await does(desk, dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[1],
      Begründung: 'kanarie-klasse',
    });
    await does(desk, dispatch, number, 'Akzeptieren', {
      Fehlerklasse: classes[3],
      'Begründung der Klasse': 'kanarie-begruendung',
    });
    await does(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    await does(desk, journal, number, 'An Dispatcher zurückgeben', { Grund: 'kanarie-rueckgabe' });
    await readsEverything(number);
    await does(desk, dispatch, number, 'Ablehnen', {
      Grund: 'Kein Softwarefehler',
      Begründung: 'kanarie-ablehnung',
    });
    await readsEverything(number);
  }

  /** Whatever shows tickets: lists, copies, deadlines, and forms that are opened and left. */
  async function readsEverything(number: string): Promise<void> {
    const { dispatch, nord } = places(desk);
    for (const view of [dispatch, nord]) {
      await view.writes('@Software-Pflege Unsere Tickets');
      await view.writes(`@Software-Pflege Ticket ${number}`);
      await ticketCard(view, number).press('Verlauf');
    }
    const chat = desk.as('dispatcher-1').chat();
    await chat.writes('Meine Tickets');
    await chat.writes(`Ticket ${number}`);
  }

  function saidWhere(canary: string): readonly RecordEntry[] {
    return desk.connector.record.search(canary);
  }

  it('when it went its whole way, then they were said behind "Inhalt anzeigen" and to who supplies what is missing only', async () => {
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk, { ...typed, Sicherheit: true });
    await goesItsWay(number);
    expect(Object.fromEntries(canaries.map((canary) => [canary, saidWhere(canary).length]))).toEqual(
      // What is missing stands in the dialog in which it is supplied, each time that is opened.
      Object.fromEntries(canaries.map((canary) => [canary, canary === 'kanarie-fehlt' ? 2 : 0])),
    );
    const dispatcherReads = (await opensContent(ticketCard(dispatch, number))).text;
    const operatorReads = (await opensContent(ticketCard(nord, number))).text;
    for (const canary of canaries.filter((each) => each !== 'kanarie-zurueck')) {
      expect(dispatcherReads).toContain(canary);
      expect(operatorReads.includes(canary)).toBe(canary !== 'kanarie-rueckgabe');
    }
    expect(dispatcherReads).toContain('Gesetzliche Meldepflichten des Netzbetreibers laufen');
  });

  it('when a form comes back to whoever typed it, then what they typed is there, and nobody else got it', async () => {
    const { dispatch } = places(desk);
    const form = (await opensReport(dispatch)).fill({
      ...typed,
      ...wordOfNord,
      'Mitgeteilt von': 'kanarie-wort',
      Sicherheit: true,
    });
    form.fill({
      Modul: 'Geplante Netzmaßnahmen',
      Reproduzierbar: 'immer',
      'Fehlerklasse (Vorschlag)': classes[2],
      '1st und 2nd Level': true,
    });
    const again = (await form.submit('Weiter')).dialog;
    expect(again.value('Titel')).toBe('kanarie-titel');
    const check = (await again.fill({ Modul: 'Betriebstagebuch' }).submit('Weiter')).dialog;
    expect(check.text).toContain('Titel: wird bei sicherheitsrelevanten Tickets hier nicht wiederholt');
    expect(check.text).not.toContain('kanarie-');
    const back = (await check.submit('Zurück')).dialog;
    expect(back.value('Beschreibung')).toBe('kanarie-beschreibung');
    expect(back.value('Mitgeteilt von')).toBe('kanarie-wort');
    const said = saidWhere('kanarie-');
    expect(said).toHaveLength(2);
    expect(said.every((entry) => entry.kind === 'delivery')).toBe(true);
  });

  it('when it is marked later, then nothing typed stays on any card, whoever sees it', async () => {
    const { dispatch, nord, journal } = places(desk);
    const number = await reportFault(desk, typed);
    await does(desk, dispatch, number, 'Akzeptieren', {
      Fehlerklasse: classes[3],
      'Begründung der Klasse': 'kanarie-begruendung',
    });
    await does(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    expect(ticketCard(journal, number).unfolded).toContain('kanarie-titel');
    await does(desk, nord, number, 'Als sicherheitsrelevant kennzeichnen');
    for (const view of [dispatch, nord, journal]) {
      const { card, text } = ticketCard(view, number);
      expect(text).toContain('Sicherheitsrelevant: Inhalte stehen nur unter „Inhalt anzeigen“.');
      expect(text).toContain('Meldepflichten laufen nach der Uhr (§ 32 BSIG).');
      expect(JSON.stringify(card)).not.toContain('kanarie-');
    }
    const from = desk.connector.record.entries.length;
    await does(desk, journal, number, 'An Dispatcher zurückgeben', { Grund: 'kanarie-rueckgabe' });
    await readsEverything(number);
    const since = new Set(desk.connector.record.entries.slice(from));
    expect(saidWhere('kanarie-').filter((entry) => since.has(entry))).toEqual([]);
    expect(ticketCard(dispatch, number).buttons).not.toContain('Als sicherheitsrelevant kennzeichnen');
  });

  it('when a summary is shown before something final, then it repeats nothing typed', async () => {
    const { dispatch, nord } = places(desk);
    const number = await reportFault(desk, { ...typed, Sicherheit: true });
    const decline = (await presses(ticketCard(dispatch, number), 'Ablehnen')).dialog;
    const check = await decline
      .fill({ Grund: 'Kein Softwarefehler', Begründung: 'kanarie-ablehnung' })
      .submit('Weiter');
    expect(check.text).toContain('Begründung: wird bei sicherheitsrelevanten Tickets hier nicht wiederholt');
    const withdraw = (await presses(ticketCard(nord, number), 'Meldung zurückziehen')).dialog;
    await sends(withdraw, { Grund: 'kanarie-zurueck' });
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain('Beendet: zurückgezogen');
    expect(saidWhere('kanarie-')).toEqual([]);
    expect((await opensContent(ticketCard(dispatch, number))).text).toContain('kanarie-zurueck');
  });

  it('when somebody reports a similar fault, then its title is not shown to them', async () => {
    await reportFault(desk, { ...typed, Sicherheit: true });
    const check = await (await opensReport(places(desk).nordB)).fill(similarReport).submit('Weiter');
    expect(check.text).toContain('Zu diesem Modul sind schon Tickets offen.');
    expect(check.text).toContain('SP-2026-0001, Angefragt: sicherheitsrelevant');
    expect(saidWhere('kanarie-')).toEqual([]);
  });
});

const similarReport: Fields = {
  Modul: 'Betriebstagebuch',
  Titel: 'Dasselbe',
  Beschreibung: 'Dasselbe.',
  Reproduzierbar: 'immer',
  'Fehlerklasse (Vorschlag)': classes[2],
  '1st und 2nd Level': true,
};
