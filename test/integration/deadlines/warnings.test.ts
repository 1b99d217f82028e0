import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../src/domain/service-calendar/standard-calendar';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownMessage } from '../../../src/simulator/people/shown-message';
import { channels, type Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import {
  acceptTicket,
  assignTicket,
  classes,
  does,
  places,
  reportFault,
  returnTicket,
  ticketCard,
} from '../../support/desk-steps';

const openDesk = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

/** A plan with Tuesday, 16 June as its target. */
const planForTuesday = {
  Ursache: 'Der Suchindex wird nicht gelesen.',
  Maßnahme: 'Patch',
  'Betroffene Versionen': '2.1.0',
  'Zieltermin (ein Servicetag)': '2026-06-16',
  Testvorgehen: 'Suche nach einem Eintrag.',
};

/** What the bot said by itself in a place, in order: no ticket's card, no copy. */
function reminders(view: PlaceView): readonly ShownMessage[] {
  return view
    .shows()
    .filter(
      ({ text }) =>
        /verbraucht|wurde versäumt|Zieltermin des Fehler|fehlen seit|wartet seit|ist noch offen|noch nicht b|ist nicht als gemeldet eingetragen/.test(
          text,
        ) && !/^SP-\d{4}-\d{4} \| |^Tagesübersicht$/m.test(text),
    );
}

/** The minute in which something falls due has ended, so it is told. */
async function minuteAfter(local: string): Promise<void> {
  desk.at(local);
  await desk.timePasses();
  desk.time = Math.floor(desk.time / 60_000) * 60_000 + 60_000;
  await desk.timePasses();
}

describe('warnings of the reaction time (process 2)', () => {
  it('given half of it is used up, then the dispatchers are mentioned in the thread, with the time left and the button', async () => {
    // Class 2, Wed 10:00: deadline 16:00, half of it at 13:00.
    const number = await reportFault(desk);
    const { dispatch, nord } = places(desk);
    const root = ticketCard(dispatch, number);
    await minuteAfter('2026-06-10T13:00:10');
    const [warning, ...more] = reminders(dispatch);
    expect(more).toEqual([]);
    expect(warning?.threadId).toBe(root.message.rootId);
    expect(warning?.mentions).toEqual(['dispatcher-1', 'dispatcher-2']);
    expect(warning?.text).toContain(
      `Ticket ${number}: 50 % der Reaktionszeit sind verbraucht. Stand Mi 10.06.2026, 13:01 Uhr: noch 2 h 59 min Servicezeit bis zur Frist Mi 10.06.2026, 16:00 Uhr.`,
    );
    expect(ticketCard(dispatch, number).unfolded).toContain('Warnung: 50 % der Reaktionszeit verbraucht.');
    // The operator hears nothing of it.
    expect(reminders(nord)).toEqual([]);
    expect(ticketCard(nord, number).unfolded).not.toContain('Warnung');
    await warning?.card.press('Analyse starten');
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain('Reaktion erfolgt am Mi 10.06.2026, 13:01 Uhr');
    const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog.text;
    expect(history).toContain('Warnung: 50 % der Reaktionszeit verbraucht');
  });

  it('given each threshold and the breach, then each is told once, and the breach to the process owner too', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    for (const local of ['2026-06-10T13:00:10', '2026-06-10T14:30:10', '2026-06-10T16:00:10']) {
      await minuteAfter(local);
      await minuteAfter(local);
    }
    const told = reminders(dispatch);
    expect(told).toHaveLength(3);
    expect(told[2]?.text).toContain(
      `Ticket ${number}: Die Reaktionsfrist Mi 10.06.2026, 16:00 Uhr wurde versäumt.`,
    );
    expect(told[2]?.mentions).toEqual(['dispatcher-1', 'dispatcher-2', 'prozess']);
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Reaktionsfrist Mi 10.06.2026, 16:00 Uhr versäumt',
    );
    expect(ticketCard(places(desk).nord, number).unfolded).toContain('16:00 Uhr versäumt');
  });

  it('given several due in the same minute, then they are one post that lists them with links', async () => {
    const numbers = [await reportFault(desk), await reportFault(desk), await reportFault(desk)];
    const { dispatch } = places(desk);
    await minuteAfter('2026-06-10T13:00:10');
    const [post, ...more] = reminders(dispatch);
    expect(more).toEqual([]);
    for (const number of numbers) {
      expect(post?.text).toContain(`Ticket ${number}: 50 %`);
      expect(JSON.stringify(post?.card.card)).toContain(
        `[Zur Karte von ${number}](https://teams.microsoft.com/`,
      );
      expect(ticketCard(dispatch, number).unfolded).toContain('Warnung: 50 %');
    }
    expect(post?.mentions).toEqual(['dispatcher-1', 'dispatcher-2']);
    expect(post?.card.buttons).toEqual([]);
  });

  it('given somebody reacts between the record and the message, then nobody is warned', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    desk.at('2026-06-10T13:00:10');
    await desk.timePasses();
    await does(desk, dispatch, number, 'Analyse starten');
    desk.at('2026-06-10T13:05');
    await desk.timePasses();
    expect(reminders(dispatch)).toEqual([]);
  });

  it('given a downtime over night, then only the highest is told, at the next opening, with the time it was due', async () => {
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[3] });
    // Class 3, Wed 10:00: 8 h to Thu 09:30; half of it at 14:00, 75 % at 16:00.
    await desk.stop();
    desk.at('2026-06-10T20:00');
    await desk.start();
    await desk.timePasses();
    const { dispatch } = places(desk);
    expect(reminders(dispatch)).toEqual([]);
    // Only the announcement waits: what the cards say is true at once.
    expect(ticketCard(dispatch, number).unfolded).toContain('Warnung: 75 %');
    desk.at('2026-06-11T08:30');
    await desk.timePasses();
    const [warning, ...more] = reminders(dispatch);
    expect(more).toEqual([]);
    expect(warning?.text).toContain(
      `Ticket ${number}: 75 % der Reaktionszeit sind verbraucht (erreicht am Mi 10.06.2026, 16:00 Uhr). Stand Do 11.06.2026, 08:30 Uhr: noch 1 h Servicezeit`,
    );
  });

  it('given the dispatch channel is gone when a warning is due, then it is told once it is there again', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    const fault = desk.connector.misbehave({ fault: { kind: 'status', status: 502 }, method: 'POST' });
    await minuteAfter('2026-06-10T13:00:10');
    expect(reminders(dispatch)).toEqual([]);
    fault.stop();
    desk.at('2026-06-10T13:10');
    await desk.timePasses();
    expect(reminders(dispatch).map(({ text }) => text.includes(number))).toEqual([true]);
  });

  it('given the channel is gone while 50, 75 % and the breach fall due, then only the breach is told', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    const fault = desk.connector.misbehave({ fault: { kind: 'status', status: 502 }, method: 'POST' });
    for (const local of ['2026-06-10T13:00:10', '2026-06-10T14:30:10', '2026-06-10T16:00:10'])
      await minuteAfter(local);
    fault.stop();
    desk.at('2026-06-10T16:20');
    await desk.timePasses();
    expect(reminders(dispatch).map(({ text }) => text)).toEqual([
      expect.stringContaining(
        `Ticket ${number}: Die Reaktionsfrist Mi 10.06.2026, 16:00 Uhr wurde versäumt.`,
      ),
    ]);
    expect(reminders(dispatch)[0]?.mentions).toEqual(['dispatcher-1', 'dispatcher-2', 'prozess']);
  });

  it('given the channel comes back only at night, then the breach is told at the next opening', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    const fault = desk.connector.misbehave({ fault: { kind: 'status', status: 502 }, method: 'POST' });
    await minuteAfter('2026-06-10T16:00:10');
    fault.stop();
    await minuteAfter('2026-06-10T21:00');
    expect(reminders(dispatch)).toEqual([]);
    await minuteAfter('2026-06-11T08:30');
    expect(reminders(dispatch).map(({ text }) => text)).toEqual([
      expect.stringContaining(
        `Ticket ${number}: Die Reaktionsfrist Mi 10.06.2026, 16:00 Uhr wurde versäumt.`,
      ),
    ]);
  });

  it('given another class within the minute of a warning, then nothing untrue is said', async () => {
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[3] });
    const { dispatch } = places(desk);
    desk.at('2026-06-10T14:00:10');
    await desk.timePasses();
    await does(desk, dispatch, number, 'Klasse ändern', { Fehlerklasse: classes[4], Begründung: 'Harmlos.' });
    await minuteAfter('2026-06-10T14:01');
    expect(reminders(dispatch)).toEqual([]);
  });

  it('given a breach that was told, when another class makes a later deadline pass too, then it is told once (process 2.8)', async () => {
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[1] });
    const { dispatch } = places(desk);
    await minuteAfter('2026-06-10T14:00:10');
    expect(reminders(dispatch).at(-1)?.text).toContain('wurde versäumt');
    desk.at('2026-06-10T15:00');
    await does(desk, dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[3],
      Begründung: 'Umgehung.',
    });
    // Class 3: the deadline is Thu 09:30.
    await minuteAfter('2026-06-11T09:30:10');
    const told = reminders(dispatch).filter(({ text }) => text.includes('wurde versäumt'));
    expect(told).toHaveLength(1);
    const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog.text;
    expect(history).not.toContain('100 %');
  });

  it('given 22 due in one minute, then they are listed in two posts, of which the first calls everybody', async () => {
    const numbers: string[] = [];
    for (let index = 0; index < 22; index += 1) numbers.push(await reportFault(desk));
    const { dispatch } = places(desk);
    await minuteAfter('2026-06-10T13:00:10');
    const told = reminders(dispatch);
    expect(told.map(({ mentions }) => mentions)).toEqual([['dispatcher-1', 'dispatcher-2'], []]);
    expect(told[0]?.text).toContain('20 Warnungen, weitere folgen');
    for (const number of numbers)
      expect(told.filter(({ text }) => text.includes(`Ticket ${number}:`))).toHaveLength(1);
  });

  it('given a clock that jumps ahead by hours and back, then nothing is told twice and nothing is lost', async () => {
    desk = await openDesk({ clockJumps: true });
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    await minuteAfter('2026-06-10T13:00:10');
    await minuteAfter('2026-06-10T10:30');
    await minuteAfter('2026-06-10T13:00:10');
    expect(reminders(dispatch)).toHaveLength(1);
    // Ahead into the night: what is due then is recorded, and told at the opening.
    await minuteAfter('2026-06-10T22:00');
    await minuteAfter('2026-06-10T14:30:10');
    await minuteAfter('2026-06-10T16:00:10');
    expect(reminders(dispatch)).toHaveLength(1);
    await minuteAfter('2026-06-11T08:30');
    expect(reminders(dispatch)).toHaveLength(2);
    expect(reminders(dispatch)[1]?.text).toContain(
      `Ticket ${number}: Die Reaktionsfrist Mi 10.06.2026, 16:00 Uhr wurde versäumt.`,
    );
  });

  it('given a ticket whose module and operator are retired, then it is warned of all the same', async () => {
    const number = await reportFault(desk);
    const retired = '2026-06-10';
    desk.edits((sample) => ({
      ...sample,
      modules: sample.modules.map((each) => ({
        ...each,
        ...(each.id === 'betriebstagebuch' && { retired }),
      })),
      organisations: sample.organisations.map((each) => ({
        ...each,
        ...(each.id === 'netz-nord' && { retired }),
      })),
    }));
    await desk.restart();
    await minuteAfter('2026-06-10T13:00:10');
    const told = reminders(places(desk).dispatch);
    expect(told.map(({ text }) => text.includes(`Ticket ${number}: 50 %`))).toEqual([true]);
  });
});

describe('a calendar that is edited while a warning is due (process 2.9)', () => {
  it('given a breach on Friday while the bot was down, when it starts on Sunday with another calendar, then the breach is recorded at once and told on Monday', async () => {
    desk.at('2026-06-12T09:00');
    // Class 1, Fri 09:00: Fri 13:00.
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[1] });
    await desk.stop();
    desk.edits((sample) => ({
      ...sample,
      calendars: [
        {
          id: '2020-01-01',
          validFrom: '2020-01-01',
          calendar: createServiceCalendar({
            ...standardCalendar,
            hours: { ...standardCalendar.hours, 5: [{ from: '08:30', to: '12:00' }] },
          }),
        },
      ],
    }));
    desk.at('2026-06-14T03:00');
    await desk.start();
    await desk.timePasses();
    const { dispatch } = places(desk);
    expect(ticketCard(dispatch, number).unfolded).toContain('Fr 12.06.2026, 13:00 Uhr versäumt');
    expect(reminders(dispatch)).toEqual([]);
    desk.at('2026-06-15T08:30');
    await desk.timePasses();
    expect(reminders(dispatch).map(({ text }) => text)).toEqual([
      expect.stringContaining(
        `Ticket ${number}: Die Reaktionsfrist Fr 12.06.2026, 13:00 Uhr wurde versäumt.`,
      ),
    ]);
  });

  it('given another closed day, then the running deadline is counted again, before anything is judged by it', async () => {
    const number = await reportFault(desk);
    desk.edits((sample) => ({
      ...sample,
      calendars: [
        {
          id: '2020-01-01',
          validFrom: '2020-01-01',
          calendar: createServiceCalendar({ ...standardCalendar, closedDays: ['2026-06-10'] }),
        },
      ],
    }));
    await desk.stop();
    desk.at('2026-06-10T13:00:10');
    await desk.start();
    await desk.timePasses();
    const { dispatch, nord } = places(desk);
    expect(reminders(dispatch)).toEqual([]);
    for (const view of [dispatch, nord])
      expect(ticketCard(view, number).unfolded).toContain('Reaktionsfrist Do 11.06.2026, 14:30 Uhr');
    const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog.text;
    expect(history).toContain('Reaktionsfrist neu berechnet (Kalenderänderung)');
    expect(history).toContain('Mi 10.06.2026, 16:00 Uhr → Do 11.06.2026, 14:30 Uhr');
    // The next start finds the calendar it knows.
    await desk.restart();
    await minuteAfter('2026-06-11T11:30:10');
    expect(reminders(dispatch).map(({ text }) => text.includes('50 %'))).toEqual([true]);
  });
});

describe('people who have left since', () => {
  const leave = (...gone: readonly string[]) =>
    desk.edits((sample) => ({
      ...sample,
      people: sample.people.map((each) => (gone.includes(each.id) ? { ...each, until: '2026-06-09' } : each)),
    }));

  it('given the dispatcher who returned the report has left, then an active one is mentioned when it is supplemented', async () => {
    const number = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[3] });
    await returnTicket(desk, number);
    leave('dispatcher-1');
    await desk.restart();
    const { nord } = places(desk);
    await does(desk, nord, number, 'Ergänzen', { Antwort: 'Version 2.1.0' });
    const told = desk.as('dispatcher-2').in(channels.dispatch).shows().at(-1);
    expect(told?.text).toContain(`Ticket ${number} wurde ergänzt; die Reaktionszeit läuft neu.`);
    expect(told?.mentions).toEqual(['dispatcher-2']);
  });

  it('given the dispatcher who returned it has left, then an active one is told that it may be closed', async () => {
    const number = await reportFault(desk);
    await returnTicket(desk, number);
    leave('dispatcher-1');
    await desk.restart();
    await minuteAfter('2026-06-24T17:00:10');
    const [told] = reminders(desk.as('dispatcher-2').in(channels.dispatch));
    expect(told?.text).toContain(`Ticket ${number} wartet seit`);
    expect(told?.mentions).toEqual(['dispatcher-2']);
  });
});

describe('reminders of what waits', () => {
  it('given a returned report, then the operator is reminded after 5 service days, and after 10 the dispatcher may close it', async () => {
    const number = await reportFault(desk);
    await returnTicket(desk, number);
    const { dispatch, nord } = places(desk);
    const closing = () => {
      const card = ticketCard(dispatch, number);
      return card.buttons.includes('Schließen ohne Antwort');
    };
    expect(closing()).toBe(false);
    await minuteAfter('2026-06-17T17:00:10');
    expect(reminders(nord)[0]?.text).toContain(
      `Zu Ticket ${number} fehlen seit Mi 10.06.2026, 10:00 Uhr Angaben`,
    );
    expect(reminders(nord)[0]?.mentions).toEqual(['leitwarte-nord-a', 'leitwarte-nord-b']);
    expect(reminders(dispatch)).toEqual([]);
    await minuteAfter('2026-06-24T17:00:10');
    expect(reminders(nord)[1]?.text).toContain('Ohne Ihre Ergänzung kann es jetzt geschlossen werden.');
    expect(reminders(dispatch)[0]?.text).toContain(`Ticket ${number} wartet seit`);
    expect(closing()).toBe(true);
  });

  it('given an open question, then the operator is reminded after 2 service days, and after 5 whoever asked too', async () => {
    const number = await reportFault(desk);
    await acceptTicket(desk, number);
    const { dispatch, nord } = places(desk);
    await does(desk, dispatch, number, 'Rückfrage', { Rückfrage: 'Seit wann?' });
    await minuteAfter('2026-06-12T14:00:10');
    expect(reminders(nord).map(({ text }) => text.includes('ist noch offen'))).toEqual([true]);
    expect(reminders(dispatch)).toEqual([]);
    await minuteAfter('2026-06-17T17:00:10');
    expect(reminders(nord)).toHaveLength(2);
    expect(reminders(dispatch)[0]?.text).toContain('hat der Netzbetreiber noch nicht beantwortet');
  });

  it('given a plan, then maintainer and dispatcher are told before and on its target date, and afterwards the cards say overdue', async () => {
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    const { dispatch, journal, nord } = places(desk);
    await does(desk, journal, number, 'Plan vorschlagen', planForTuesday);
    await minuteAfter('2026-06-15T08:30:10');
    for (const view of [journal, dispatch])
      expect(reminders(view)[0]?.text).toContain('ist am nächsten Servicetag, Di 16.06.2026.');
    expect(reminders(journal)[0]?.mentions).toEqual(['maintainer-west']);
    await minuteAfter('2026-06-16T08:30:10');
    expect(reminders(journal)[1]?.text).toContain('Di 16.06.2026, ist erreicht.');
    await minuteAfter('2026-06-17T08:30:10');
    expect(reminders(journal)).toHaveLength(2);
    for (const view of [journal, dispatch, nord])
      expect(ticketCard(view, number).unfolded).toMatch(/überfällig|überschritten/);
  });

  it('given the bot is down over the target day and the day before, then that it is overdue is told once, on return', async () => {
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    const { dispatch, journal } = places(desk);
    await does(desk, journal, number, 'Plan vorschlagen', planForTuesday);
    await desk.stop();
    desk.at('2026-06-17T06:00');
    await desk.start();
    await desk.timePasses();
    await minuteAfter('2026-06-17T08:30:10');
    await minuteAfter('2026-06-18T08:30:10');
    for (const view of [journal, dispatch])
      expect(reminders(view).map(({ text }) => text)).toEqual([
        expect.stringContaining(
          `Ticket ${number}: Der Zieltermin des Fehlerbehebungsplans, Di 16.06.2026, ist überschritten.`,
        ),
      ]);
    expect(reminders(journal)[0]?.mentions).toEqual(['maintainer-west']);
  });

  it('given a security-relevant report, then its operator is reminded of the legal duty after 20 h, at night', async () => {
    const number = await reportFault(desk, { Sicherheit: true });
    await does(desk, places(desk).dispatch, number, 'Analyse starten');
    desk.at('2026-06-11T06:00:10');
    await desk.timePasses();
    desk.at('2026-06-11T06:01');
    await desk.timePasses();
    const told = reminders(desk.as('leitwarte-nord-a').in(channels.nord));
    expect(
      told.map(({ text }) =>
        text.includes(
          `Ticket ${number} ist sicherheitsrelevant (Kenntnis Mi 10.06.2026, 10:00 Uhr): Die gesetzliche Erstmeldung (§ 32 BSIG) ist bis Do 11.06.2026, 10:00 Uhr fällig`,
        ),
      ),
    ).toEqual([true]);
  });
});
