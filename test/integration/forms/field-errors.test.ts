import { Desk } from '../../support/desk';
import {
  classes,
  type Fields,
  opensReport,
  places,
  presses,
  reportFault,
  ticketCard,
  wholeReport,
  wordOfNord,
  opensContent,
} from '../../support/desk-steps';

const correct = 'Bitte prüfen: Einige Angaben fehlen oder passen nicht; Ihre Eingaben sind erhalten.';

describe('given a form with something wrong in it', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-06-10T10:00'));

  it.each([
    ['Titel', '   ', 'Bitte geben Sie einen Titel an.'],
    ['Titel', '\u200b\u2800\u3164', 'Bitte geben Sie einen Titel an.'],
    ['Beschreibung', ' \n\t ', 'Bitte beschreiben Sie die Störung.'],
    [
      'Titel',
      'gl\u0007ocke',
      'Der Text enthält unsichtbare Steuerzeichen; bitte entfernen Sie diese oder tippen Sie den Text neu.',
    ],
    [
      'Beschreibung',
      'von rechts \u202e nach links',
      'Der Text enthält unsichtbare Steuerzeichen; bitte entfernen Sie diese oder tippen Sie den Text neu.',
    ],
  ])(
    'when %s is %j, then the form comes back with a sentence and everything typed',
    async (label, typed, sentence) => {
      const fields: Fields = { ...wholeReport, Umgehung: 'Neu anmelden.', [label]: typed };
      const form = (await opensReport(places(desk).nord)).fill(fields);
      const again = (await form.submit('Weiter')).dialog;
      expect(again.text).toContain(correct);
      expect(again.text).toContain(`Achtung: ${sentence}`);
      expect(again.value(label)).toBe(typed);
      expectKept(again, fields);
      const check = (await again.fill({ [label]: 'In Ordnung.' }).submit('Weiter')).dialog;
      expect(check.buttons).toContain('Absenden');
    },
  );

  it('when a text is too long for a client that does not count, then the sentence says by how much', async () => {
    const long = 'x'.repeat(121);
    const form = (await opensReport(places(desk).nord)).fill(wholeReport);
    const again = (await form.submit('Weiter', { forged: { title: long, since: 'y'.repeat(201) } })).dialog;
    expect(again.text).toContain(
      'Achtung: Höchstens 120 Zeichen sind möglich, es sind 121; bitte kürzen Sie den Text.',
    );
    expect(again.text).toContain(
      'Achtung: Höchstens 200 Zeichen sind möglich, es sind 201; bitte kürzen Sie den Text.',
    );
    expect(again.value('Titel')).toBe(long);
    expect(again.value('Beschreibung')).toBe(wholeReport['Beschreibung']);
  });

  it('when nothing is filled in by a client that does not check, then each field says what is expected', async () => {
    const form = await opensReport(places(desk).nord);
    const empty = {
      module: '',
      title: '',
      description: '',
      environment: '',
      reproducible: '',
      proposedClass: '',
      supportLevelsDone: 'false',
    };
    form.fill(wholeReport);
    const again = (await form.submit('Weiter', { forged: empty })).dialog;
    for (const sentence of [
      'Bitte wählen Sie das Modul.',
      'Bitte geben Sie einen Titel an.',
      'Bitte beschreiben Sie die Störung.',
      'Bitte wählen Sie die Umgebung.',
      'Bitte wählen Sie, ob die Störung reproduzierbar ist.',
      'Bitte wählen Sie eine Fehlerklasse.',
      'Bitte bestätigen Sie, dass 1st und 2nd Level die Störung geprüft haben; die Software-Pflege ist der 3rd Level.',
    ]) {
      expect(again.text).toContain(`Achtung: ${sentence}`);
    }
  });

  it('when the client checks, then it says the same before anything is sent', async () => {
    const form = await opensReport(places(desk).nord);
    const sent = desk.connector.record.deliveries.length;
    await expect(form.submit('Weiter')).rejects.toMatchObject({
      fields: {
        Modul: 'Bitte wählen Sie das Modul.',
        Titel: 'Bitte geben Sie einen Titel an.',
        Beschreibung: 'Bitte beschreiben Sie die Störung.',
        '1st und 2nd Level': expect.stringContaining('Bitte bestätigen Sie') as string,
      },
    });
    expect(desk.connector.record.deliveries).toHaveLength(sent);
  });

  it.each([
    [
      '2026-03-29T09:00',
      '2026-03-29',
      '02:30',
      'Diese Uhrzeit gibt es an diesem Tag wegen der Zeitumstellung nicht; bitte geben Sie eine andere an.',
    ],
    ['2026-06-10T10:00', '2026-06-10', '10:01', 'Der Eingang darf nicht in der Zukunft liegen.'],
    ['2026-06-10T10:00', '2026-06-11', '08:30', 'Der Eingang darf nicht in der Zukunft liegen.'],
    ['2026-06-10T10:00', '2026-05-11', '09:59', 'Der Eingang darf höchstens 30 Tage zurückliegen.'],
  ])(
    'when at %s the receipt is entered as %s %s, then the form says why not',
    async (now, day, time, sentence) => {
      desk.at(now);
      const fields: Fields = { ...wholeReport, ...wordOfNord, 'Eingegangen am': day, 'Eingegangen um': time };
      const form = (await opensReport(places(desk).dispatch)).fill(fields);
      const again = (await form.submit('Weiter')).dialog;
      expect(again.text).toContain(`Achtung: ${sentence}`);
      expectKept(again, fields);
    },
  );

  it.each([
    ['2026-06-10T10:00', '2026-06-10', '10:00', 'Mi 10.06.2026, 10:00 Uhr'],
    ['2026-06-10T10:00', '2026-05-11', '10:00', 'Mo 11.05.2026, 10:00 Uhr'],
    ['2026-10-25T09:00', '2026-10-25', '02:30', 'So 25.10.2026, 02:30 Uhr'],
  ])('when at %s the receipt is entered as %s %s, then it is taken', async (now, day, time, shown) => {
    desk.at(now);
    const fields: Fields = { ...wholeReport, ...wordOfNord, 'Eingegangen am': day, 'Eingegangen um': time };
    const form = (await opensReport(places(desk).dispatch)).fill(fields);
    expect((await form.submit('Weiter')).dialog.text).toContain(`Eingegangen: Telefon, ${shown}`);
  });

  it('when a class differs without a reason, then the field asks for one, in both forms', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    const sentence =
      'Achtung: Bitte begründen Sie die Klasse, denn sie weicht vom Vorschlag des Netzbetreibers ab.';
    for (const action of ['Akzeptieren', 'Klasse ändern']) {
      const form = (await presses(ticketCard(dispatch, number), action)).dialog.fill({
        Fehlerklasse: classes[1],
      });
      const again = (await form.submit(action)).dialog;
      expect(again.text).toContain(sentence);
      expect(again.value('Fehlerklasse')).toBe('1');
    }
    expect(ticketCard(dispatch, number).unfolded).toContain(`${number} | Angefragt`);
  });

  it('when class or priority stay the same, then the form says so', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    const same = await (
      await presses(ticketCard(dispatch, number), 'Klasse ändern')
    ).dialog.submit('Klasse ändern');
    expect(same.text).toContain(
      'Bitte prüfen: Das Ticket hat diese Fehlerklasse bereits; das Ticket ist im Zustand „Angefragt“, am Zug: die Wartungs-Dispatcher.',
    );
    const also = await (
      await presses(ticketCard(dispatch, number), 'Priorität ändern')
    ).dialog.submit('Priorität ändern');
    expect(also.text).toContain('Das Ticket hat diese Priorität bereits');
  });

  it('when the report is the longest that fits, then form, check page and cards carry it', async () => {
    const fields: Fields = {
      ...wholeReport,
      Titel: 'Ä'.repeat(120),
      Beschreibung: '"\\\n'.repeat(1000),
      'Seit wann': 'ö'.repeat(200),
      'Version des Moduls': 'v'.repeat(60),
      Umgehung: '€'.repeat(1000),
    };
    const number = await reportFault(desk, fields);
    expect(ticketCard(places(desk).nord, number).unfolded).toContain('Ä'.repeat(120));
    const content = (await opensContent(ticketCard(places(desk).nord, number))).text;
    expect(content).toContain('€'.repeat(1000));
  });
});

/** Typed texts come back as they were; choices as what they stand for. */
function expectKept(form: { value(label: string): string | undefined }, fields: Fields): void {
  for (const [label, value] of Object.entries(fields)) {
    const isText = [
      'Titel',
      'Beschreibung',
      'Umgehung',
      'Mitgeteilt von',
      'Eingegangen am',
      'Eingegangen um',
    ].includes(label);
    if (isText) expect(form.value(label)).toBe(value);
    else expect(form.value(label)).toBeDefined();
  }
}
