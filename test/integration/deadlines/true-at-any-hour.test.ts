import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { assignTicket, classes, did, does, places, reportFault, ticketCard } from '../../support/desk-steps';

/** A plan with this day as its target. */
const planFor = (day: string) => ({
  Ursache: 'Der Suchindex wird nicht gelesen.',
  Maßnahme: 'Patch',
  'Betroffene Versionen': '2.1.0',
  'Zieltermin (ein Servicetag)': day,
  Testvorgehen: 'Suche nach einem Eintrag.',
});

async function answerTo(view: PlaceView, text: string): Promise<string> {
  await view.writes(`@Software-Pflege ${text}`);
  return view.shows().at(-1)?.text ?? '';
}

/** All that shows a ticket at the desk: its cards, a copy, the list and the overview. */
async function shown(desk: Desk, number: string) {
  const { dispatch, nord } = places(desk);
  const cards = [dispatch, nord].map((view) => ticketCard(view, number).text);
  return {
    cards,
    answers: [await answerTo(dispatch, `Ticket ${number}`), await answerTo(dispatch, 'Offene Tickets')],
    overview: await answerTo(dispatch, 'Übersicht'),
  };
}

/** What calls somebody because of the deadline. */
function told(view: PlaceView) {
  return view.shows().filter(({ text }) => /wurde versäumt|ist überschritten/.test(text));
}

/** Class, receipt, and instants outside service time at which the deadline has passed. */
const passed: readonly (readonly [string, keyof typeof classes, string, string, string])[] = [
  ['in the evening', 1, '2026-06-11T13:00', 'Do 11.06.2026, 17:00 Uhr', '2026-06-11T17:00:30'],
  ['at night', 1, '2026-06-11T13:00', 'Do 11.06.2026, 17:00 Uhr', '2026-06-12T03:00'],
  ['at the weekend', 4, '2026-06-12T15:00', 'Fr 19.06.2026, 14:00 Uhr', '2026-06-20T11:00'],
  ['on a holiday', 1, '2026-12-24T13:00', 'Do 24.12.2026, 17:00 Uhr', '2026-12-25T10:00'],
];

describe('a deadline that has passed is one everywhere, at any hour (process 2, Warnings)', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  describe.each(passed)('given it passes %s', (_when, faultClass, receipt, deadline, later) => {
    it.each([
      ['time passes', false],
      ['the clock jumps', true],
    ])('when %s, then card, copy, list and overview say so at once', async (_how, clockJumps) => {
      desk = await Desk.open({ clockJumps, opens: receipt });
      const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[faultClass] });
      desk.at(later);
      await desk.timePasses();
      const { cards, answers, overview } = await shown(desk, number);
      for (const text of cards) {
        expect(text).toContain(`Reaktionsfrist ${deadline} versäumt`);
        expect(text).not.toContain('noch ');
      }
      for (const text of answers) expect(text).toMatch(/versäumt|überfällig/);
      expect(overview).toContain('Überfällig: 1');
      const history = (await ticketCard(places(desk).dispatch, number).press('Verlauf')).dialog.text;
      expect(history).toContain('versäumt');
    });

    it('when the bot was down meanwhile, then the same, and it is told once, at the opening', async () => {
      desk = await Desk.open({ opens: receipt });
      const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[faultClass] });
      await desk.stop();
      desk.at(later);
      desk.time += 3_600_000;
      await desk.start();
      await desk.timePasses();
      const { dispatch } = places(desk);
      expect(ticketCard(dispatch, number).text).toContain(`Reaktionsfrist ${deadline} versäumt`);
      expect(told(dispatch)).toEqual([]);
      for (let hours = 0; hours < 96; hours += 3) {
        desk.time += 3 * 3_600_000;
        await desk.timePasses();
      }
      expect(told(dispatch)).toHaveLength(1);
      expect(told(dispatch)[0]?.text).toContain(`Die Reaktionsfrist ${deadline} wurde versäumt`);
    });

    it('when the bot has not looked yet, then copy, list and overview go by the clock', async () => {
      desk = await Desk.open({ opens: receipt });
      const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[faultClass] });
      desk.at(later);
      const { answers, overview } = await shown(desk, number);
      for (const text of answers) expect(text).toMatch(/versäumt|überfällig/);
      expect(overview).toContain('Überfällig: 1');
    });
  });

  it('given the bot was down over a deadline on Friday, when the digest comes on Monday, then it counts it as missed', async () => {
    desk = await Desk.open({ opens: '2026-06-12T09:00' });
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[1] });
    await desk.stop();
    desk.at('2026-06-15T08:29:50');
    await desk.start();
    await desk.timePasses();
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    const { dispatch } = places(desk);
    expect(ticketCard(dispatch, number).text).toContain('Fr 12.06.2026, 13:00 Uhr versäumt');
    const digest = dispatch.shows().find(({ text }) => text.startsWith('Tagesübersicht\n'))?.text;
    expect(digest).toContain('Überfällig: 1');
    expect(digest).toContain('0 innerhalb der Frist, 1 versäumt');
    desk.at('2026-06-16T08:30');
    await desk.timePasses();
    const next = dispatch.shows().filter(({ text }) => text.startsWith('Tagesübersicht\n'))[1]?.text;
    expect(next).toContain('(Mo 15.06.2026) bis heute 0 Uhr: keine.');
  });

  it('given a clock that jumped over a deadline, when the overview is asked for before the bot has looked, then it counts it as missed', async () => {
    desk = await Desk.open({ clockJumps: true, opens: '2026-06-12T09:00' });
    await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[1] });
    desk.at('2026-06-15T07:00');
    const overview = await answerTo(places(desk).dispatch, 'Übersicht');
    expect(overview).toContain('Überfällig: 1');
    expect(overview).toContain('0 innerhalb der Frist, 1 versäumt');
  });

  it('given a plan for Friday, when Saturday begins, then card, copy and overview say overdue, and nobody is called', async () => {
    desk = await Desk.open({ opens: '2026-06-10T09:00' });
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    await does(desk, places(desk).journal, number, 'Plan vorschlagen', planFor('2026-06-12'));
    for (const local of [
      '2026-06-11T08:30:10',
      '2026-06-11T08:31',
      '2026-06-12T08:30:10',
      '2026-06-12T08:31',
    ])
      await desk.at(local).timePasses();
    desk.at('2026-06-12T23:59:50');
    await desk.timePasses();
    expect(ticketCard(places(desk).journal, number).text).not.toMatch(/überfällig/);
    desk.at('2026-06-13T00:00:30');
    await desk.timePasses();
    const { cards, answers, overview } = await shown(desk, number);
    for (const text of [...cards, answers[0], ticketCard(places(desk).journal, number).text])
      expect(text).toMatch(/überfällig/);
    expect(overview).toContain('Überfällig: 1');
    await desk.at('2026-06-15T08:31').timePasses();
    expect(told(places(desk).dispatch)).toEqual([]);
  });

  it('given the bot was down on a plan’s target day, when it is back at night, then that it is overdue is told at the opening, once', async () => {
    desk = await Desk.open({ opens: '2026-06-10T09:00' });
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    await does(desk, places(desk).journal, number, 'Plan vorschlagen', planFor('2026-06-12'));
    await desk.at('2026-06-11T08:30:10').timePasses();
    await desk.stop();
    desk.at('2026-06-13T00:00:20');
    await desk.start();
    await desk.timePasses();
    const { journal, dispatch } = places(desk);
    expect(ticketCard(journal, number).text).toMatch(/überfällig/);
    await desk.at('2026-06-13T00:02').timePasses();
    for (const view of [journal, dispatch]) expect(told(view)).toEqual([]);
    for (const local of ['2026-06-15T08:30', '2026-06-15T08:32', '2026-06-16T08:31'])
      await desk.at(local).timePasses();
    for (const view of [journal, dispatch]) expect(told(view)).toHaveLength(1);
  });

  describe.each([
    ['Erstmeldung', '2026-06-12T13:00:30', 'Fr 12.06.2026, 13:00 Uhr', 'Erstmeldung: bis Fr 12.06.2026'],
    // The first of what is open is the one that is said at a glance.
    ['Zweitmeldung', '2026-06-14T13:00:30', 'So 14.06.2026, 13:00 Uhr', 'Erstmeldung: war bis Fr 12.06.2026'],
  ])('given nothing is entered when the %s to the authority is due', (report, later, due, glanceBefore) => {
    it('when the time has passed, then its operator and dispatch read that, and nobody is called again', async () => {
      desk = await Desk.open({ opens: '2026-06-11T13:00' });
      const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[4] });
      const { dispatch, nord } = places(desk);
      await did(desk, dispatch, number, 'Analyse starten');
      await did(desk, nord, number, 'Als sicherheitsrelevant kennzeichnen');
      for (let at = desk.time; at < desk.at(later).time - 60_000; at += 2 * 3_600_000) {
        desk.time = at;
        await desk.timePasses();
      }
      const ahead = `${report} bis ${due}`;
      const passed = `${report} war bis ${due} fällig und ist nicht als gemeldet eingetragen`;
      for (const view of [dispatch, nord]) {
        expect(ticketCard(view, number).unfolded).toContain(ahead);
        expect(ticketCard(view, number).text).toContain(glanceBefore);
      }
      const before = [dispatch, nord].map((view) => view.shows().length);
      desk.at(later);
      await desk.timePasses();
      for (const view of [dispatch, nord]) {
        expect(ticketCard(view, number).unfolded).toContain(passed);
        expect(ticketCard(view, number).unfolded).not.toContain(ahead);
        expect(ticketCard(view, number).text).toContain(
          'Erstmeldung: war bis Fr 12.06.2026, 13:00 Uhr fällig',
        );
        const { dialog } = await ticketCard(view, number).press('Verlauf');
        expect(dialog.text).toContain(`Frist der ${report} an die Behörde abgelaufen`);
      }
      expect([dispatch, nord].map((view) => view.shows().length)).toEqual(before);
    });
  });
});
