import { asObject, objectsOf } from '../../../src/simulator/connector/json';
import { channels, Desk } from '../../support/desk';
import {
  does,
  numberReportedOn,
  opensReport,
  places,
  presses,
  reportFault,
  sends,
  ticketCard,
  wholeReport,
} from '../../support/desk-steps';

describe('given several people who act at once', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        people: [...sample.people, ...moreDispatchers(sample.people)],
      }),
    });
  });
  afterAll(() => desk.close());

  it('when two dispatchers start the analysis of one card, then one wins and the other is told by whom', async () => {
    const number = await reportFault(desk);
    const { dispatch, dispatch2 } = places(desk);
    const cards = [ticketCard(dispatch, number).frozen(), ticketCard(dispatch2, number).frozen()];
    const outcomes = await Promise.all(cards.map((card) => card.press('Analyse starten')));
    await desk.delivered();
    const lost = outcomes.filter(({ text }) => text.startsWith('Hinweis: Bereits erledigt von Dispatcher '));
    expect(lost).toHaveLength(1);
    expect(lost[0]?.text).toContain(
      '„Analyse starten“; das Ticket ist im Zustand „Angefragt“, am Zug: die Wartungs-Dispatcher.',
    );
    expect(lost[0]?.text).toContain(`${number} | Angefragt`);
    expect(ticketCard(dispatch, number).unfolded.match(/Analyse gestartet/g)).toHaveLength(1);
  });

  it('when fifty dispatchers accept one ticket, then there is one write and 49 are told by whom', async () => {
    const number = await reportFault(desk);
    const keys = ['dispatcher-1', ...Array.from({ length: 49 }, (_, index) => `dispatcher-mehr-${index}`)];
    const forms = await Promise.all(
      keys.map(async (key) => {
        const card = ticketCard(desk.as(key).in(channels.dispatch), number);
        return (await card.press('Akzeptieren')).dialog;
      }),
    );
    const outcomes = await Promise.all(forms.map((form) => form.submit('Akzeptieren')));
    await desk.delivered();
    const won = outcomes.filter(({ kind }) => kind === 'closed');
    expect(won).toHaveLength(1);
    const text = ticketCard(places(desk).dispatch, number).unfolded;
    const winner = /Akzeptiert – (.+)$/m.exec(text)?.[1] ?? 'nobody';
    const lost = `Bereits erledigt von ${winner} am Mi 10.06.2026, 10:00 Uhr: „Akzeptieren“; das Ticket ist im Zustand „Akzeptiert“, am Zug: die Wartungs-Dispatcher.`;
    expect(outcomes.filter((outcome) => outcome.text === lost)).toHaveLength(49);
    expect(text.match(/: Akzeptiert – /g)).toHaveLength(1);
  });

  it('when one button is pressed twice, then the second press has no effect and the same answer', async () => {
    const number = await reportFault(desk);
    const card = ticketCard(places(desk).dispatch, number).frozen();
    const [first, second] = await Promise.all([card.press('Analyse starten'), card.press('Analyse starten')]);
    await desk.delivered();
    expect(second.text).toBe(first.text);
    expect(first.text).not.toContain('Hinweis');
    expect(ticketCard(places(desk).dispatch, number).unfolded.match(/Analyse gestartet/g)).toHaveLength(1);
  });

  it('when one form is sent twice, then the second time has no effect and the same answer', async () => {
    const number = await reportFault(desk);
    const form = (await ticketCard(places(desk).dispatch, number).press('Akzeptieren')).dialog;
    const first = await form.submit('Akzeptieren');
    const again = await desk.as('dispatcher-1').sendsAgain(first.sent, { withNewId: true });
    await desk.delivered();
    expect(again.body).toEqual(first.delivery?.body);
    expect(ticketCard(places(desk).dispatch, number).unfolded.match(/: Akzeptiert – /g)).toHaveLength(1);
  });

  it('when a report is delivered four times, the last after a restart, then there is one ticket and one answer', async () => {
    const { nord } = places(desk);
    const form = await opensReport(nord);
    const start = nord.card().message.id;
    const check = (await form.fill(wholeReport).submit('Weiter')).dialog;
    const first = await check.submit('Absenden');
    const person = desk.as('leitwarte-nord-a');
    const sameId = await person.sendsAgain(first.sent);
    const newId = await person.sendsAgain(first.sent, { withNewId: true });
    await desk.restart();
    const afterRestart = await person.sendsAgain(first.sent, { withNewId: true });
    await desk.delivered();
    expect(first.kind).toBe('closed');
    const number = numberReportedOn(nord, start);
    for (const again of [sameId, newId, afterRestart]) {
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.delivery?.body);
    }
    const { dispatch } = places(desk);
    expect(dispatch.shows().filter(({ text }) => text.startsWith(`${number} | `))).toHaveLength(1);
    const next = await reportFault(desk);
    expect(Number(next.slice(-4))).toBe(Number(number.slice(-4)) + 1);
  });

  it('when the same report is delivered four times at once, then there is one ticket', async () => {
    const { nord, dispatch } = places(desk);
    const before = new Set(numbersIn(dispatch.text()));
    const checked = await (await opensReport(nord)).fill(wholeReport).submit('Weiter');
    const [send] = objectsOf(checked.dialog.card['actions']);
    const value = { ...asObject(checked.sent['value']), data: send?.['data'] };
    const activity = { ...checked.sent, value };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => desk.connector.deliverAgain(activity, { withNewId: true })),
    );
    await desk.delivered();
    const added = [...new Set(numbersIn(dispatch.text()))].filter((number) => !before.has(number));
    expect(added).toHaveLength(1);
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(4).fill([200, {}]));
    expect(nord.text()).toContain(`Gemeldet: ${added[0]}`);
  });

  it('when a dispatcher declines while the operator withdraws, then one of both happens', async () => {
    const number = await reportFault(desk);
    const { nord, dispatch } = places(desk);
    const decline = (await presses(ticketCard(dispatch, number), 'Ablehnen')).dialog;
    const withdraw = (await presses(ticketCard(nord, number), 'Meldung zurückziehen')).dialog;
    const outcomes = await Promise.all([
      sends(decline, { Grund: 'Funktionswunsch', Begründung: 'Das gibt es noch nicht.' }),
      sends(withdraw),
    ]);
    await desk.delivered();
    const done = outcomes.filter(({ kind }) => kind === 'closed');
    expect(done).toHaveLength(1);
    const refused = outcomes.filter(({ text }) =>
      /^„.+“ ist jetzt nicht möglich: das Ticket ist im Zustand „(Abgelehnt|Geschlossen)“ und damit beendet\.$/.test(
        text,
      ),
    );
    expect(refused).toHaveLength(1);
    expect(ticketCard(nord, number).text.slice(0, 30)).toBe(
      ticketCard(dispatch, number).unfolded.slice(0, 30),
    );
  });

  it('when a colleague acted meanwhile and the action is still possible, then a filled form is not lost', async () => {
    const number = await reportFault(desk);
    const { dispatch, dispatch2 } = places(desk);
    const accepting = (await ticketCard(dispatch2, number).press('Akzeptieren')).dialog;
    await does(desk, dispatch, number, 'Analyse starten');
    const outcome = await accepting.fill({ Priorität: 'hoch' }).submit('Akzeptieren');
    await desk.delivered();
    expect(outcome.kind).toBe('closed');
    expect(ticketCard(dispatch, number).text).toContain('Akzeptiert');
    expect(ticketCard(dispatch, number).unfolded).toContain('Priorität: hoch');
  });
});

function moreDispatchers<Person extends { readonly id: string }>(
  people: readonly Person[],
): readonly Person[] {
  const pattern = people.find(({ id }) => id === 'dispatcher-1');
  if (pattern === undefined) throw new Error('the sample has no dispatcher-1');
  return Array.from({ length: 49 }, (_, index) => ({
    ...pattern,
    id: `dispatcher-mehr-${index}`,
    name: `Dispatcher Mehr ${index}`,
    identities: [
      {
        tenant: 'c0000000-0000-4000-8000-000000000001',
        objectId: `c0000000-0000-4000-8000-0000000e${String(index).padStart(4, '0')}`,
      },
    ],
  }));
}

function numbersIn(text: string): readonly string[] {
  return text.match(/SP-\d{4}-\d{4}/g) ?? [];
}
