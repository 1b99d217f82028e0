import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { Desk } from '../../support/desk';
import { classes, type Fields, maintainerWest, places } from '../../support/desk-steps';
import { filled, searchReport } from '../../support/ticket-way';

describe('given a client that knows no dialogs', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open({ mode: 'inline' });
  });
  afterEach(() => desk.close());

  /** The ticket's card, whatever stands in its place now. */
  function cardAt(view: PlaceView): ShownCard {
    return view.message(({ hasCard, text }) => hasCard && text.includes('SP-2026-0001')).card;
  }

  async function fills(view: PlaceView, action: string, fields: Fields = {}): Promise<void> {
    await cardAt(view).press(action);
    await cardAt(view)
      .fill({ ...fields })
      .press(cardAt(view).buttons[0] ?? '');
    await desk.delivered();
  }

  it('when a fault of class 1 is repaired at once, then each form takes the place of its card', async () => {
    const { nord, dispatch, journal } = places(desk);
    await nord.writes('@Software-Pflege Störung melden');
    const report = nord.card('Titel');
    await report.fill({ ...searchReport, 'Fehlerklasse (Vorschlag)': classes[1] }).press('Weiter');
    await report.press('Absenden');
    await desk.delivered();
    await fills(dispatch, 'Akzeptieren');
    await fills(dispatch, 'Zuweisen', { Maintainer: maintainerWest });

    await cardAt(journal).press('Bearbeitung beginnen');
    expect(cardAt(journal).labels).toEqual(['Sofortbeginn, Begründung']);
    const begun = cardAt(journal).fill({ 'Sofortbeginn, Begründung': 'Die Leitwarte steht.' });
    await begun.press('Bearbeitung beginnen');
    await desk.delivered();
    expect(cardAt(dispatch).text).toContain('SP-2026-0001 | In Bearbeitung');

    await cardAt(journal).press('Bearbeitung abschließen');
    const form = cardAt(journal);
    form.fill({ ...filled.completion, 'Link zum Build': 'ftp://build.example.org/1' });
    await form.press('Abschließen');
    expect(cardAt(journal).text).toContain('http');
    expect(cardAt(journal).value('Behoben in Version')).toBe('2.2.0');
    const mended = cardAt(journal).fill({ 'Link zum Build': 'https://build.example.org/1' });
    await mended.press('Abschließen');
    await desk.delivered();
    expect(cardAt(dispatch).text).toContain('SP-2026-0001 | Bearbeitet');

    await cardAt(journal).press('Verlauf');
    expect(cardAt(journal).text).toContain('Verlauf SP-2026-0001');
    await cardAt(journal).press('Zurück zum Ticket');
    expect(cardAt(journal).text).toContain('SP-2026-0001 | Bearbeitet');
  });
});
