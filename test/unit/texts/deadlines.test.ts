import { viewAt } from '../../support/view';
import {
  startCycle,
  stopCycle,
  withdrawCycle,
  recordBreach,
  reclassify,
} from '../../../src/domain/reaction/reaction-cycle';
import type { FaultClass } from '../../../src/domain/reaction/fault-class';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../src/domain/service-calendar/standard-calendar';
import { countsFromText, deadlineText, explanationText } from '../../../src/texts/deadlines.de';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';

const timeline = installation.calendars;

function cycle(start: string, faultClass: FaultClass, recorded = start) {
  return startCycle({ startedAt: berlin(start), faultClass, recordedAt: berlin(recorded), timeline });
}

function shown(of: ReturnType<typeof cycle>, now: string): string {
  return deadlineText(of, viewAt(berlin(now))).text;
}

describe('the line of a deadline', () => {
  test('given a running cycle, when it is shown, then what is left stands with the time at which it was so', () => {
    expect(shown(cycle('2026-06-12T10:00', 1), '2026-06-12T12:00')).toBe(
      'Reaktionsfrist Fr 12.06.2026, 14:00 Uhr (noch 2 h Servicezeit, Stand Fr 12:00 Uhr)',
    );
  });

  test('given a time outside service time, when it is shown, then it says from when it goes on', () => {
    expect(shown(cycle('2026-06-12T12:00', 1), '2026-06-12T18:00')).toBe(
      'Reaktionsfrist Mo 15.06.2026, 10:30 Uhr (noch 2 h Servicezeit, Stand Fr 18:00 Uhr. Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr)',
    );
  });

  test('given part of a minute left, when it is shown, then it is not rounded up', () => {
    const line = deadlineText(cycle('2026-06-12T10:00', 1), viewAt(berlin('2026-06-12T13:58') + 30_000));
    expect(line.text).toContain('noch 1 min Servicezeit');
  });

  test('given a reaction in time, when it is shown, then it is said to have happened', () => {
    const met = stopCycle(cycle('2026-06-12T10:00', 1), berlin('2026-06-12T14:00'));
    expect(deadlineText(met, viewAt(berlin('2026-06-15T10:00')))).toEqual({
      text: 'Reaktion erfolgt am Fr 12.06.2026, 14:00 Uhr, innerhalb der Frist (Fr 12.06.2026, 14:00 Uhr)',
      tone: 'met',
    });
  });

  test('given a late reaction, when it is shown, then the deadline is said to be missed', () => {
    const late = stopCycle(cycle('2026-06-12T10:00', 1), berlin('2026-06-15T09:00'));
    expect(deadlineText(late, viewAt(berlin('2026-06-15T10:00')))).toEqual({
      text: 'Reaktion erfolgt am Mo 15.06.2026, 09:00 Uhr; Reaktionsfrist Fr 12.06.2026, 14:00 Uhr versäumt',
      tone: 'missed',
    });
  });

  test('given a deadline just passed that nobody has recorded yet, when it is shown, then it is missed all the same', () => {
    const running = cycle('2026-06-12T10:00', 1);
    expect(deadlineText(running, viewAt(running.deadline)).tone).toBe('running');
    expect(deadlineText(running, viewAt(running.deadline + 1))).toEqual({
      text: 'Reaktionsfrist Fr 12.06.2026, 14:00 Uhr versäumt',
      tone: 'missed',
    });
  });

  test('given a late entry, when it is shown, then its reason is named', () => {
    expect(shown(cycle('2026-06-09T10:00', 1, '2026-06-10T10:00'), '2026-06-10T10:00')).toBe(
      'Reaktionsfrist Di 09.06.2026, 14:00 Uhr versäumt (Nacherfassung)',
    );
  });

  test('given a breach and then another class, when it is shown, then both deadlines stand there', () => {
    const missed = recordBreach(cycle('2026-06-10T10:00', 1), berlin('2026-06-10T15:00'));
    const changed = reclassify(missed, 3, berlin('2026-06-10T15:00'), timeline);
    expect(shown(changed, '2026-06-10T15:00')).toBe(
      'Reaktionsfrist Mi 10.06.2026, 14:00 Uhr versäumt; neu berechnet Do 11.06.2026, 09:30 Uhr',
    );
  });

  test('given a withdrawal, when it is shown, then it has no result', () => {
    const withdrawn = withdrawCycle(cycle('2026-06-10T10:00', 1), berlin('2026-06-10T11:00'));
    expect(shown(withdrawn, '2026-06-10T12:00')).toBe(
      'Meldung zurückgezogen am Mi 10.06.2026, 11:00 Uhr, vor Ablauf der Reaktionsfrist',
    );
  });
});

describe('how a deadline came about', () => {
  test('given a calendar that was edited after the deadline was counted, then it is not used to explain it', () => {
    const edited = createServiceCalendar({ ...standardCalendar, closedDays: ['2026-06-12'] });
    const calendars = installation.calendars.map((entry) => ({ ...entry, calendar: edited }));
    expect(explanationText(cycle('2026-06-12T12:00', 1), viewAt(0, { ...installation, calendars }))).toBe(
      'nach dem Kalender, der bei der Berechnung galt; er wurde seitdem geändert',
    );
  });

  test('given a cycle over a weekend, when it is explained, then the windows are named', () => {
    expect(explanationText(cycle('2026-06-12T12:00', 1), viewAt())).toBe(
      'Fr 12:00-14:00 2 h, Mo 08:30-10:30 2 h',
    );
  });

  test('given a receipt at night, when it is told, then the time from which it counts is a date that stays true', () => {
    expect(countsFromText(cycle('2026-06-12T16:00', 2), viewAt())).toBe(
      'Eingegangen. Die Reaktionszeit zählt ab Mo 15.06.2026, 08:30 Uhr.',
    );
  });

  test('given a receipt at night in class 4, when it is told, then the first service day is named (process 2.5)', () => {
    expect(countsFromText(cycle('2026-06-15T06:00', 4), viewAt())).toBe(
      'Eingegangen. Die Servicetage zählen ab Di 16.06.2026.',
    );
  });

  test('given a receipt within service time, when it is told, then there is nothing to say', () => {
    expect(countsFromText(cycle('2026-06-12T10:00', 2), viewAt())).toBeUndefined();
  });
});
