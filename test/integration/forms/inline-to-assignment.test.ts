import type { ShownCard } from '../../../src/simulator/people/shown-card';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import {
  classes,
  maintainerWest,
  places,
  ticketCard,
  wholeReport,
  opensContent,
} from '../../support/desk-steps';

describe('given clients without dialogs (DIALOGS=inline)', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open({ mode: 'inline' });
  });
  afterEach(() => desk.close());

  async function reports(view: PlaceView): Promise<string> {
    await view.writes('@Software-Pflege Störung melden');
    const form = view.card('Titel');
    await form.fill(wholeReport).press('Weiter');
    expect(form.text).toContain('So gerechnet: Mi 10:00-16:00 6 h');
    const sent = await form.press('Absenden');
    await desk.delivered();
    const number = /Gemeldet: (SP-\d{4}-\d{4})/.exec(sent.text)?.[1] ?? '';
    expect(form.text).toContain(`Gemeldet: ${number}`);
    return number;
  }

  it('when a fault is reported and assigned, then each form takes the place of its card', async () => {
    const { nord, dispatch, journal } = places(desk);
    const number = await reports(nord);
    const card = (): ShownCard =>
      dispatch
        .shows()
        .filter((message) => message.hasCard && message.text.includes(number))
        .at(-1)?.card as ShownCard;
    await card().press('Akzeptieren');
    expect(card().labels).toEqual(['Fehlerklasse', 'Begründung der Klasse', 'Priorität']);
    await card().fill({ Priorität: 'hoch' }).press('Akzeptieren');
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain('Priorität: hoch');
    await card().press('Zuweisen');
    await card().fill({ Maintainer: maintainerWest }).press('Zuweisen');
    await desk.delivered();
    for (const view of [nord, dispatch, journal]) {
      expect(ticketCard(view, number).unfolded).toContain(`Als Nächstes: ${maintainerWest}`);
    }
    await opensContent(ticketCard(journal, number));
    const content = journal.card('Inhalt von');
    expect(content.text).toContain('Nach dem Anmelden bleibt die Liste leer.');
    await content.press('Zurück zum Ticket');
    expect(ticketCard(journal, number).buttons).toContain('An Dispatcher zurückgeben');
  });

  it('when something is wrong, then the form stays with the sentence and everything typed', async () => {
    const { nord } = places(desk);
    await nord.writes('@Software-Pflege Störung melden');
    const form = nord.card('Titel');
    await form.fill({ ...wholeReport, Titel: '  ' }).press('Weiter');
    expect(form.text).toContain('Achtung: Bitte geben Sie einen Titel an.');
    expect(form.value('Beschreibung')).toBe(wholeReport['Beschreibung']);
    await form.fill({ Titel: 'Leer' }).press('Weiter');
    await form.press('Zurück');
    expect(form.value('Titel')).toBe('Leer');
  });

  it('when further actions are chosen, then the chosen form follows, and leaving it leads back to the ticket', async () => {
    const { nord, dispatch } = places(desk);
    const number = await reports(nord);
    const message = ticketCard(dispatch, number);
    await message.press('Weitere Aktionen');
    await message.fill({ Aktion: 'Klasse ändern' }).press('Weiter');
    expect(message.text).toContain('Frist mit Klasse 1: Mi 10.06.2026, 14:00 Uhr');
    await message.press('Abbrechen');
    expect(message.text).toContain(`${number} | Angefragt`);
    expect(message.buttons).toContain('Analyse starten');
    await message.press('Weitere Aktionen');
    await message.fill({ Aktion: 'Klasse ändern' }).press('Weiter');
    await message.fill({ Fehlerklasse: classes[1], Begründung: 'Steht still.' }).press('Klasse ändern');
    await desk.delivered();
    expect(ticketCard(nord, number).unfolded).toContain(
      'Klasse: 1 – Betriebsverhindernder Fehler (vorgeschlagen war 2)',
    );
  });

  it('when two fill in the form of one card, then the second reads who was quicker, above the present card', async () => {
    const { nord, dispatch, dispatch2 } = places(desk);
    const number = await reports(nord);
    const [first, second] = [ticketCard(dispatch, number), ticketCard(dispatch2, number)];
    await first.press('Akzeptieren');
    await second.press('Akzeptieren');
    const late = second.frozen();
    await first.press('Akzeptieren');
    await desk.delivered();
    const outcome = await late.press('Akzeptieren');
    expect(outcome.text).toContain(
      'Hinweis: Bereits erledigt von Dispatcher Eins am Mi 10.06.2026, 10:00 Uhr: „Akzeptieren“',
    );
    expect(outcome.text).toContain(`${number} | Akzeptiert`);
  });

  it('when one posted form is filled in by two people, then each has a ticket of their own', async () => {
    const { nord, nordB } = places(desk);
    await nord.writes('@Software-Pflege Störung melden');
    const id = nord.card('Titel').message.id;
    const formOf = (view: PlaceView) => view.message((message) => message.id === id).card;
    const [a, b] = [formOf(nord), formOf(nordB)];
    await a.fill(wholeReport).press('Weiter');
    await b.fill({ ...wholeReport, Titel: 'Etwas anderes' }).press('Weiter');
    const [mine, theirs] = [a.frozen(), b.frozen()];
    const first = await mine.press('Absenden');
    const second = await theirs.press('Absenden');
    await desk.delivered();
    expect([first.text, second.text].map((text) => /SP-\d{4}-\d{4}/.exec(text)?.[0])).toEqual([
      'SP-2026-0001',
      'SP-2026-0002',
    ]);
  });
});
