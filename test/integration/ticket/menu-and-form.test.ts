import type { Outcome } from '../../../src/simulator/people/dialog';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { channels, Desk } from '../../support/desk';
import {
  assignTicket,
  classes,
  type Fields,
  places,
  reportFault,
  sends,
  ticketCard,
} from '../../support/desk-steps';

/** By the card's menu: the action itself is pressed. */
const byMenu = (card: ShownCard, action: string): Promise<Outcome> => card.press(action);
/** Where there is none: it is chosen in "Weitere Aktionen". */
const byForm = async (card: ShownCard, action: string): Promise<Outcome> =>
  (await card.press('Weitere Aktionen')).dialog.fill({ Aktion: action }).submit('Weiter');

describe('the further actions, in the menu of a card and behind "Weitere Aktionen"', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const older = (): PlaceView => desk.as('dispatcher-1').withOldClient().in(channels.dispatch);

  test('given clients with and without a menu, when they show a card, then both have the same steps and each a way to the rest', async () => {
    const number = await reportFault(desk);
    const [present, before] = [ticketCard(places(desk).dispatch, number), ticketCard(older(), number)];
    expect(before.menu).toEqual([]);
    expect(before.buttons).toEqual([
      'Analyse starten',
      'Akzeptieren und zuweisen',
      'Akzeptieren',
      'Weitere Aktionen',
      'Verlauf',
    ]);
    expect(before.foldButtons).toEqual(['Einzelheiten']);
    expect(present.buttons.slice(0, 3)).toEqual(before.buttons.slice(0, 3));
    expect(present.menu).toEqual([
      'Weitere Aktionen',
      'Verlauf',
      'Fristberechnung',
      'Ablehnen',
      'Zurückweisen (Angaben fehlen)',
      'Meldung zurückziehen',
      'Klasse ändern',
      'Priorität ändern',
      'Modul ändern',
      'Kommentieren',
      'Ticket verknüpfen',
      'Rückfrage',
      'Als sicherheitsrelevant kennzeichnen',
    ]);
  });

  test.each<readonly [string, Fields]>([
    ['Klasse ändern', { Fehlerklasse: classes[1], Begründung: 'Betrieb steht' }],
    ['Priorität ändern', { Priorität: 'hoch' }],
    ['Plan vorschlagen', {}],
  ])(
    'given "%s", when it is taken by either way, then the same form opens and the ticket stands the same',
    async (action, fields) => {
      const stands: string[] = [];
      for (const [takes, view] of [
        [byMenu, places(desk).dispatch],
        [byForm, older()],
      ] as const) {
        const number = await reportFault(desk);
        await assignTicket(desk, number);
        const card = ticketCard(view, number);
        const form = (await takes(card, action)).dialog;
        stands.push(`${form.title} ${form.labels.join()}`.replaceAll(number, 'Ticket'));
        if (Object.keys(fields).length > 0) await sends(form, fields);
        await desk.delivered();
        stands.push(ticketCard(view, number).unfolded.split('\n[')[0]?.replaceAll(number, 'Ticket') ?? '');
      }
      expect(stands.slice(0, 2)).toEqual(stands.slice(2));
    },
  );

  test('given a card of a colleague’s earlier version, when its menu is used, then it is judged by the present state like a button', async () => {
    const number = await reportFault(desk);
    const { dispatch, dispatch2 } = places(desk);
    const old = ticketCard(dispatch2, number).frozen();
    await sends((await ticketCard(dispatch, number).press('Ablehnen')).dialog, {
      Grund: 'Kein Softwarefehler',
      Begründung: 'Das Netz war weg.',
    });
    await desk.delivered();
    expect((await old.press('Ablehnen')).text).toContain('Bereits erledigt von Dispatcher Eins');
  });

  test('given an operator, when they use the menu of their card, then what is the dispatchers’ alone is not in it', async () => {
    const number = await reportFault(desk);
    const { menu } = ticketCard(places(desk).nord, number);
    expect(menu).toContain('Als sicherheitsrelevant kennzeichnen');
    for (const title of ['Klasse ändern', 'Ablehnen', 'Priorität ändern']) expect(menu).not.toContain(title);
  });
});
