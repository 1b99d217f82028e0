import type { Outcome } from '../../../src/simulator/people/dialog';
import { channels, Desk } from '../../support/desk';
import {
  acceptTicket,
  classes,
  does,
  opensReport,
  places,
  presses,
  reportFault,
  returnTicket,
  ticketCard,
} from '../../support/desk-steps';

/** The table of process 2 (counting rules), as it is read on cards. */
const examples: readonly (readonly [keyof typeof classes, string, string, string])[] = [
  [1, '2026-06-11T13:00', 'Do 11.06.2026, 17:00 Uhr', 'Do 13:00-17:00 4 h'],
  [1, '2026-06-12T10:00', 'Fr 12.06.2026, 14:00 Uhr', 'Fr 10:00-14:00 4 h'],
  [1, '2026-06-12T11:00', 'Mo 15.06.2026, 09:30 Uhr', 'Fr 11:00-14:00 3 h, Mo 08:30-09:30 1 h'],
  [1, '2026-06-12T14:00', 'Mo 15.06.2026, 12:30 Uhr', 'Mo 08:30-12:30 4 h'],
  [1, '2026-06-13T03:17', 'Mo 15.06.2026, 12:30 Uhr', 'Mo 08:30-12:30 4 h'],
  [2, '2026-06-11T16:00', 'Fr 12.06.2026, 13:30 Uhr', 'Do 16:00-17:00 1 h, Fr 08:30-13:30 5 h'],
  [3, '2026-06-12T08:30', 'Mo 15.06.2026, 11:00 Uhr', 'Fr 08:30-14:00 5 h 30 min, Mo 08:30-11:00 2 h 30 min'],
  [1, '2026-10-23T13:00', 'Mo 26.10.2026, 11:30 Uhr', 'Fr 13:00-14:00 1 h, Mo 08:30-11:30 3 h'],
  [1, '2026-12-24T16:00', 'Mo 28.12.2026, 11:30 Uhr', 'Do 16:00-17:00 1 h, Mo 08:30-11:30 3 h'],
  [1, '2027-03-25T15:00', 'Di 30.03.2027, 10:30 Uhr', 'Do 15:00-17:00 2 h, Di 08:30-10:30 2 h'],
  [
    4,
    '2026-06-10T10:00',
    'Mi 17.06.2026, 17:00 Uhr',
    'Servicetage: Do 11.06., Fr 12.06., Mo 15.06., Di 16.06., Mi 17.06.',
  ],
  [
    4,
    '2026-06-12T15:00',
    'Fr 19.06.2026, 14:00 Uhr',
    'Servicetage: Mo 15.06., Di 16.06., Mi 17.06., Do 18.06., Fr 19.06.',
  ],
];

describe('given the examples of process 2', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it.each(examples)(
    'when class %i is received at %s, then every card says %s',
    async (faultClass, receipt, deadline, explanation) => {
      desk.at(receipt);
      const { nord, dispatch } = places(desk);
      const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[faultClass] });
      for (const view of [nord, dispatch]) {
        expect(ticketCard(view, number).unfolded).toContain(`Reaktionsfrist ${deadline} (noch `);
        expect(ticketCard(view, number).unfolded).toContain(`So gerechnet: ${explanation}`);
      }
      const why = (await ticketCard(nord, number).press('Fristberechnung')).dialog.text;
      const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog;
      expect((await history.submit('Fristberechnung')).dialog.text).toBe(why);
      expect(why).toContain(`Gerechnet: ${explanation}`);
      expect(why).toContain(`Reaktionsfrist: ${deadline}`);
      await dispatch.writes(`@Software-Pflege Ticket ${number}`);
      expect(dispatch.shows().at(-1)?.text).toContain(`Reaktionsfrist ${deadline}`);
    },
  );

  it.each(examples)(
    'when a dispatcher enters class %i received at %s by phone the next month, then it counts from the receipt: %s',
    async (faultClass, receipt, deadline, explanation) => {
      const dayLater = new Map([
        ['2026-06', '2026-07-01T09:00'],
        ['2026-10', '2026-11-02T09:00'],
        ['2026-12', '2027-01-04T09:00'],
        ['2027-03', '2027-04-01T09:00'],
      ]);
      desk.at(dayLater.get(receipt.slice(0, 7)) ?? '');
      const { dispatch } = places(desk);
      const [day = '', time = ''] = receipt.split('T');
      const form = (await opensReport(dispatch)).fill({
        Netzbetreiber: 'Netz Nord GmbH',
        Meldeweg: 'Telefon',
        'Mitgeteilt von': 'Schichtleitung Nord',
        'Eingegangen am': day,
        'Eingegangen um': time,
        Modul: 'Betriebstagebuch',
        Titel: 'Schichtbuch leer',
        Beschreibung: 'Nach dem Anmelden bleibt die Liste leer.',
        Reproduzierbar: 'immer',
        'Fehlerklasse (Vorschlag)': classes[faultClass],
        '1st und 2nd Level': true,
      });
      const check = (await form.submit('Weiter')).dialog;
      expect(check.text).toContain(`Reaktionsfrist: ${deadline}`);
      expect(check.text).toContain(`So gerechnet: ${explanation}`);
      expect(check.text).toContain('die Fristverletzung wird sofort vermerkt („Nacherfassung“)');
    },
  );
});

describe('given reports at night and at the weekend', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it('when one comes on Friday evening, then the operator reads from when it counts, and the hotline', async () => {
    desk.at('2026-06-12T19:30');
    const number = await reportFault(desk);
    const text = ticketCard(places(desk).nord, number).unfolded;
    expect(text).toContain(
      'Eingegangen. Die Reaktionszeit zählt ab Mo 15.06.2026, 08:30 Uhr. Hotline: +49 30 23125 100',
    );
    expect(text).toContain('So gerechnet: Mo 08:30-14:30 6 h');
    // Said once on a card: the dispatchers read it in the deadline.
    expect(text).not.toContain('weiter ab');
    const { unfolded } = ticketCard(places(desk).dispatch, number);
    expect(unfolded).toContain('Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr');
    expect(unfolded).not.toContain('Eingegangen.');
  });

  it('when one of class 4 comes then, then the service days count from Monday', async () => {
    desk.at('2026-06-12T19:30');
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[4] });
    const text = ticketCard(places(desk).nord, number).unfolded;
    expect(text).toContain('Eingegangen. Die Servicetage zählen ab Mo 15.06.2026.');
    expect(text).toContain('Reaktionsfrist Fr 19.06.2026, 14:00 Uhr');
    expect(text).toContain('Ende der Servicezeit Fr 14:00 Uhr');
  });

  it('when one comes within service time, then nothing is said of when it counts', async () => {
    desk.at('2026-06-12T13:59');
    const number = await reportFault(desk);
    expect(ticketCard(places(desk).nord, number).unfolded).not.toContain('Eingegangen.');
  });

  it('when the check page is read at night, then it says when service time begins', async () => {
    desk.at('2026-06-13T02:00');
    const form = (await opensReport(places(desk).nord)).fill({
      Modul: 'Betriebstagebuch',
      Titel: 'Nachts',
      Beschreibung: 'Nachts.',
      Reproduzierbar: 'immer',
      'Fehlerklasse (Vorschlag)': classes[1],
      '1st und 2nd Level': true,
    });
    const check = (await form.submit('Weiter')).dialog;
    expect(check.text).toContain(
      'Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr. Hotline: +49 30 23125 100',
    );
    expect(check.text).toContain('Die Frist gilt, wenn Sie jetzt absenden.');
  });

  it('when the dispatcher acts at exactly the deadline, then it is in time, and a minute later it is not', async () => {
    desk.at('2026-06-10T10:00');
    const [inTime, late] = [await reportFault(desk), await reportFault(desk)];
    desk.at('2026-06-10T16:00');
    await does(desk, places(desk).dispatch, inTime, 'Analyse starten');
    expect(ticketCard(places(desk).nord, inTime).unfolded).toContain(
      'Reaktion erfolgt am Mi 10.06.2026, 16:00 Uhr, innerhalb der Frist (Mi 10.06.2026, 16:00 Uhr)',
    );
    desk.at('2026-06-10T16:01');
    await does(desk, places(desk).dispatch, late, 'Analyse starten');
    const text = ticketCard(places(desk).nord, late).unfolded;
    expect(text).toContain(
      'Reaktion erfolgt am Mi 10.06.2026, 16:01 Uhr; Reaktionsfrist Mi 10.06.2026, 16:00 Uhr versäumt',
    );
    expectBreachTold(late);
  });

  it('when the operator supplies what was missing, then a new cycle with its own deadline runs', async () => {
    desk.at('2026-06-10T10:00');
    const number = await reportFault(desk);
    desk.at('2026-06-10T11:00');
    await returnTicket(desk, number);
    expect(ticketCard(places(desk).nord, number).unfolded).toContain(
      'Reaktion erfolgt am Mi 10.06.2026, 11:00 Uhr',
    );
    desk.at('2026-06-12T13:00');
    await does(desk, places(desk).nord, number, 'Ergänzen', { Antwort: 'Version 2.1.0' });
    expect(ticketCard(places(desk).nord, number).unfolded).toContain(
      'Reaktionsfrist Mo 15.06.2026, 13:30 Uhr',
    );
    const why = (await ticketCard(places(desk).nord, number).press('Fristberechnung')).dialog.text;
    expect(why).toContain('Früherer Reaktionszyklus ab Mi 10.06.2026, 10:00 Uhr');
  });

  it('when the class is to change, then the form says what the deadline becomes with each class', async () => {
    desk.at('2026-06-10T10:00');
    const number = await reportFault(desk);
    desk.at('2026-06-10T15:00');
    const { dispatch } = places(desk);
    const form = (await presses(ticketCard(dispatch, number), 'Klasse ändern')).dialog;
    expect(form.text).toContain(
      [
        'Frist mit Klasse 1: Mi 10.06.2026, 14:00 Uhr – bereits verstrichen, die Fristverletzung wird sofort vermerkt („Umklassifizierung“)',
        'Frist mit Klasse 2 (jetzt): Mi 10.06.2026, 16:00 Uhr',
        'Frist mit Klasse 3: Do 11.06.2026, 09:30 Uhr',
        'Frist mit Klasse 4: Mi 17.06.2026, 17:00 Uhr',
      ].join('\n'),
    );
    await form.fill({ Fehlerklasse: classes[1], Begründung: 'Steht still.' }).submit('Klasse ändern');
    await desk.delivered();
    for (const view of [dispatch, places(desk).nord]) {
      expect(ticketCard(view, number).unfolded).toContain(
        'Reaktionsfrist Mi 10.06.2026, 14:00 Uhr versäumt (Umklassifizierung)',
      );
    }
    expectBreachTold(number);
    await does(desk, dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[4],
      Begründung: 'Doch nicht.',
    });
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Reaktionsfrist Mi 10.06.2026, 14:00 Uhr versäumt (Umklassifizierung); neu berechnet Mi 17.06.2026, 17:00 Uhr',
    );
    expectBreachTold(number);
  });

  it('when the reaction has happened, then the form says that a class changes no deadline any more', async () => {
    desk.at('2026-06-10T10:00');
    const number = await reportFault(desk);
    await acceptTicket(desk, number);
    const form: Outcome = await presses(ticketCard(places(desk).dispatch, number), 'Klasse ändern');
    expect(form.text).toContain(
      'Reaktionsfrist: Der Reaktionszyklus ist beendet; eine andere Klasse ändert an der Frist nichts mehr.',
    );
    await does(desk, places(desk).dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[1],
      Begründung: 'Ernst.',
    });
    expect(ticketCard(places(desk).dispatch, number).unfolded).toContain(
      'innerhalb der Frist (Mi 10.06.2026, 16:00 Uhr)',
    );
  });

  it('when accepting sets another class, then the cycle is judged by the class before it', async () => {
    desk.at('2026-06-10T10:00');
    const number = await reportFault(desk);
    desk.at('2026-06-10T15:00');
    await acceptTicket(desk, number, { Fehlerklasse: classes[1], 'Begründung der Klasse': 'Steht still.' });
    const text = ticketCard(places(desk).nord, number).unfolded;
    expect(text).toContain('innerhalb der Frist (Mi 10.06.2026, 16:00 Uhr)');
    expect(text).toContain('Klasse: 1 – Betriebsverhindernder Fehler (vorgeschlagen war 2)');
    expect(text).not.toContain('versäumt');
  });

  /** Once, in the dispatch channel, to the dispatchers and the process owner. */
  function expectBreachTold(number: string): void {
    const told = desk
      .as('dispatcher-1')
      .in(channels.dispatch)
      .shows()
      .filter(({ text }) => text.includes(`Ticket ${number}: Die Reaktionsfrist `));
    expect(told).toHaveLength(1);
    expect([...(told[0]?.mentions ?? [])].sort()).toEqual(['dispatcher-1', 'dispatcher-2', 'prozess']);
  }
});
