import type { Installation } from '../../../src/domain/organisation/installation';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { calls } from '../../support/calls';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import {
  classes,
  type ClassNumber,
  did,
  type Fields,
  places,
  reportFault,
  returnTicket,
  ticketCard,
} from '../../support/desk-steps';
import { filled } from '../../support/ticket-way';

const openDesk = deskOfEachTest();
let desk: Desk;

const open = async (change = (sample: Installation) => sample) => {
  desk = await openDesk({ organisation: change });
  const { dispatch, nord } = places(desk);
  return { dispatch, nord };
};
const notAtNight = (sample: Installation): Installation => ({
  ...sample,
  urgentReports: { ...sample.urgentReports, atAnyHour: false },
});

/** A report that Dispatcher Eins has returned; `seen` is what called people in the dispatch channel until then. */
async function returned(faultClass: ClassNumber, fields: Fields = {}) {
  const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[faultClass], ...fields });
  await returnTicket(desk, number);
  return { number, seen: calls(places(desk).dispatch).length };
}
const supplements = (view: PlaceView, number: string, fields: Fields = {}) =>
  did(desk, view, number, 'Ergänzen', { Antwort: 'Version 2.1.0', ...fields });
const changes = (number: string, faultClass: ClassNumber) =>
  did(desk, places(desk).dispatch, number, 'Klasse ändern', {
    Fehlerklasse: classes[faultClass],
    Begründung: 'Neu bewertet.',
  });

const both = ['dispatcher-1', 'dispatcher-2'];
const names = '@Dispatcher Eins, @Dispatcher Zwei';

describe('a supplemented report calls as a new one does: its reaction time runs anew (process 2.3, 3)', () => {
  it('given class 1 or 2, then the dispatchers on duty, once, saying that it was supplemented and its new deadline', async () => {
    const { dispatch, nord } = await open();
    const { number, seen } = await returned(2);
    desk.at('2026-06-10T12:00');
    await supplements(nord, number);
    expect(calls(dispatch).slice(seen)).toEqual([
      {
        mentions: both,
        text: `${names}: Meldung ${number}, Klasse 2 (Betriebsbehindernder Fehler), wurde ergänzt und wartet auf Ihre Analyse: Betriebstagebuch, Netz Nord GmbH, Frist Do 11.06.2026, 09:30 Uhr.`,
      },
    ]);
    const call = dispatch.shows().findLast(({ mentions }) => mentions.length > 0);
    expect(call?.threadId).toBe(ticketCard(dispatch, number).message.rootId);
    await desk.restart();
    await desk.timePasses();
    expect(calls(dispatch)).toHaveLength(seen + 1);
  });

  it('given it is returned and supplemented again, then they are called again, once', async () => {
    const { dispatch, nord } = await open();
    const { number, seen } = await returned(1);
    for (const time of ['11', '12']) {
      desk.at(`2026-06-10T${time}:00`);
      await supplements(nord, number);
      if (time === '11') await returnTicket(desk, number);
    }
    expect(calls(dispatch).slice(seen)).toMatchObject([{ mentions: both }, { mentions: both }]);
  });

  it.each([3, 4] as const)(
    'given class %d, then only who returned it, and not as a call',
    async (faultClass) => {
      const { dispatch, nord } = await open();
      const { number, seen } = await returned(faultClass);
      await supplements(nord, number);
      expect(calls(dispatch).slice(seen)).toEqual([
        {
          mentions: ['dispatcher-1'],
          text: `@Dispatcher Eins: Ticket ${number} wurde ergänzt; die Reaktionszeit läuft neu.`,
        },
      ]);
    },
  );

  it('given it is security-relevant, then number and class are said and nothing else', async () => {
    const { dispatch, nord } = await open();
    const { number, seen } = await returned(1, { Sicherheit: true });
    await supplements(nord, number);
    expect(
      calls(dispatch)
        .slice(seen)
        .map(({ text }) => text),
    ).toEqual([
      `${names}: Meldung ${number}, Klasse 1 (Betriebsverhindernder Fehler), wurde ergänzt und wartet auf Ihre Analyse.`,
    ]);
  });

  it('given a dispatcher supplements it on the operator’s word, then only the others are called', async () => {
    const { dispatch } = await open();
    const { number, seen } = await returned(1);
    await supplements(dispatch, number, filled.word);
    expect(
      calls(dispatch)
        .slice(seen)
        .map(({ mentions }) => mentions),
    ).toEqual([['dispatcher-2']]);
  });

  it('given the word is so old that the deadline was missed already, then the breach alone calls', async () => {
    const { dispatch } = await open();
    const { number, seen } = await returned(1);
    desk.at('2026-06-11T12:00');
    await supplements(dispatch, number, {
      ...filled.word,
      'Eingegangen am': '2026-06-10',
      'Eingegangen um': '11:00',
    });
    expect(calls(dispatch).slice(seen)).toEqual([
      { mentions: [...both, 'prozess'], text: expect.stringContaining('versäumt') as unknown },
    ]);
  });

  it('given its class changes afterwards, then nobody is called twice, and the others when it becomes urgent', async () => {
    const { dispatch, nord } = await open();
    const urgent = await returned(1);
    await supplements(nord, urgent.number);
    await changes(urgent.number, 3);
    await changes(urgent.number, 2);
    expect(calls(dispatch)).toHaveLength(urgent.seen + 1);

    const minor = await returned(4);
    await supplements(nord, minor.number);
    await changes(minor.number, 2);
    await changes(minor.number, 1);
    expect(
      calls(dispatch)
        .slice(minor.seen)
        .map(({ mentions }) => mentions),
    ).toEqual([['dispatcher-1'], ['dispatcher-2']]);
  });
});

describe('where the file wants nobody called outside service time', () => {
  it('given it is supplemented at night, then it is said once, at the next opening', async () => {
    const { dispatch, nord } = await open(notAtNight);
    const { number, seen } = await returned(1);
    desk.at('2026-06-13T03:00');
    await supplements(nord, number);
    expect(calls(dispatch)).toHaveLength(seen);
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    expect(calls(dispatch).slice(seen)).toEqual([
      { mentions: both, text: expect.stringContaining('wurde ergänzt') as unknown },
    ]);
  });

  it('given it is made less urgent before the opening, then only who returned it is told, at the opening', async () => {
    const { dispatch, nord } = await open(notAtNight);
    const { number, seen } = await returned(1);
    desk.at('2026-06-13T03:00');
    await supplements(nord, number);
    await changes(number, 3);
    expect(calls(dispatch)).toHaveLength(seen);
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    expect(calls(dispatch).slice(seen)).toEqual([
      { mentions: ['dispatcher-1'], text: expect.stringContaining('wurde ergänzt; die Rea') as unknown },
    ]);
  });

  it('given a report is returned and supplemented before its call was made, then one call is made for both', async () => {
    const { dispatch, nord } = await open(notAtNight);
    desk.at('2026-06-13T03:00');
    const { number } = await returned(1);
    desk.at('2026-06-13T04:00');
    await supplements(nord, number);
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    expect(calls(dispatch)).toMatchObject([{ mentions: both }]);
  });
});
