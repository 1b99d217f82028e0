import type { Installation } from '../../../src/domain/organisation/installation';
import type { UrgentReports } from '../../../src/domain/organisation/urgent-reports';
import { calls } from '../../support/calls';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import {
  acceptTicket,
  classes,
  type ClassNumber,
  did,
  places,
  reportFault,
  ticketCard,
  wordOfNord,
} from '../../support/desk-steps';

const openDesk = deskOfEachTest();

async function open(urgent: Partial<UrgentReports> = {}, change = (sample: Installation) => sample) {
  const desk = await openDesk({
    organisation: (sample) => change({ ...sample, urgentReports: { ...sample.urgentReports, ...urgent } }),
  });
  const { dispatch, nord } = places(desk);
  return { desk, dispatch, nord };
}

const proposing = (faultClass: ClassNumber) => ({ 'Fehlerklasse (Vorschlag)': classes[faultClass] });
const bothCalled = (text: string) => [{ mentions: ['dispatcher-1', 'dispatcher-2'], text }];
const names = '@Dispatcher Eins, @Dispatcher Zwei';

describe('a new report calls the dispatchers on duty (process 3)', () => {
  it('given class 1 or 2, then at once, with class, module, operator and deadline, in the thread of its card', async () => {
    const { desk, dispatch, nord } = await open();
    const number = await reportFault(desk, proposing(1));
    expect(calls(dispatch)).toEqual(
      bothCalled(
        `${names}: Meldung ${number}, Klasse 1 (Betriebsverhindernder Fehler), wartet auf Ihre Analyse: Betriebstagebuch, Netz Nord GmbH, Frist Mi 10.06.2026, 14:00 Uhr.`,
      ),
    );
    const call = dispatch.shows().find(({ mentions }) => mentions.length > 0);
    expect(call?.threadId).toBe(ticketCard(dispatch, number).message.rootId);
    expect(calls(nord)).toEqual([]);
  });

  it('given class 3 or 4, then its card is posted without alarm', async () => {
    const { desk, dispatch } = await open();
    const third = await reportFault(desk, proposing(3));
    const fourth = await reportFault(desk, proposing(4));
    for (const number of [third, fourth]) expect(ticketCard(dispatch, number).text).toContain('Angefragt');
    expect(calls(dispatch)).toEqual([]);
  });

  it('given it comes at night, then they are called at once all the same', async () => {
    const { desk, dispatch } = await open();
    desk.at('2026-06-13T03:00');
    await reportFault(desk, proposing(2));
    expect(calls(dispatch)).toHaveLength(1);
  });

  it('given the file wants nobody called outside service time, then at the next opening, and not if somebody has reacted', async () => {
    const { desk, dispatch } = await open({ atAnyHour: false });
    desk.at('2026-06-13T03:00');
    const waiting = await reportFault(desk, proposing(1));
    const taken = await reportFault(desk, proposing(1));
    await did(desk, dispatch, taken, 'Analyse starten');
    expect(calls(dispatch)).toEqual([]);
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    expect(calls(dispatch)).toEqual(bothCalled(expect.stringContaining(waiting) as unknown as string));
    const inService = await reportFault(desk, proposing(1));
    expect(calls(dispatch).at(-1)?.text).toContain(inService);
  });

  it('given other classes in the file, then these call and no others', async () => {
    const { desk, dispatch } = await open({ classes: [3] });
    await reportFault(desk, proposing(1));
    const third = await reportFault(desk, proposing(3));
    expect(calls(dispatch)).toEqual(bothCalled(expect.stringContaining(third) as unknown as string));
  });

  it('given a dispatcher enters it on the operator’s word, then only the others are called', async () => {
    const { desk, dispatch } = await open();
    await reportFault(desk, { ...wordOfNord, ...proposing(1) }, dispatch);
    expect(calls(dispatch).map(({ mentions }) => mentions)).toEqual([['dispatcher-2']]);
  });

  it('given the only dispatcher enters it, then nobody is called in their stead, and nothing is said', async () => {
    const { desk, dispatch } = await open({}, (sample) => ({
      ...sample,
      people: sample.people.filter(({ id }) => id !== 'dispatcher-2'),
    }));
    const number = await reportFault(desk, { ...wordOfNord, ...proposing(1) }, dispatch);
    expect(dispatch.shows().filter(({ text }) => text.includes('wartet auf Ihre Analyse'))).toEqual([]);
    expect(ticketCard(dispatch, number).text).not.toContain('Nicht erwähnt');
  });

  it('given it is security-relevant, then its number and class are said and nothing else', async () => {
    const { desk, dispatch } = await open();
    const number = await reportFault(desk, { ...proposing(1), Sicherheit: true });
    expect(calls(dispatch)).toEqual(
      bothCalled(
        `${names}: Meldung ${number}, Klasse 1 (Betriebsverhindernder Fehler), wartet auf Ihre Analyse.`,
      ),
    );
  });
});

describe('a report whose class changes before the reaction', () => {
  it('given it becomes urgent, then the others are called, once per ticket', async () => {
    const { desk, dispatch } = await open();
    const number = await reportFault(desk, proposing(4));
    const changes = (faultClass: ClassNumber) =>
      did(desk, dispatch, number, 'Klasse ändern', {
        Fehlerklasse: classes[faultClass],
        ...(faultClass === 4 ? {} : { Begründung: 'Der Betrieb steht.' }),
      });
    await changes(2);
    expect(calls(dispatch)).toEqual([
      { mentions: ['dispatcher-2'], text: expect.stringContaining(`Meldung ${number}, Klasse 2`) as unknown },
    ]);
    await changes(3);
    await changes(1);
    expect(calls(dispatch)).toHaveLength(1);
  });

  it('given it becomes urgent after the reaction, then nobody is called', async () => {
    const { desk, dispatch } = await open();
    const number = await reportFault(desk, proposing(4));
    await acceptTicket(desk, number);
    await did(desk, dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[1],
      Begründung: 'Der Betrieb steht.',
    });
    expect(calls(dispatch)).toEqual([]);
  });

  it('given it was made less urgent before anybody could be called, then the call is made when it is urgent again', async () => {
    const { desk, dispatch } = await open({ atAnyHour: false });
    desk.at('2026-06-13T03:00');
    const number = await reportFault(desk, proposing(1));
    const to = (faultClass: ClassNumber, more = {}) =>
      did(desk, dispatch, number, 'Klasse ändern', { Fehlerklasse: classes[faultClass], ...more });
    await to(4, { Begründung: 'Nur ein Anzeigefehler.' });
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    expect(calls(dispatch)).toEqual([]);
    await to(2, { Begründung: 'Der Betrieb steht.' });
    expect(calls(dispatch).map(({ mentions }) => mentions)).toEqual([['dispatcher-2']]);
  });
});
