import {
  describeOutsideServiceTime,
  describeSkippedTime,
  explainDeadline,
  formatDay,
  formatEnd,
  formatEndClock,
  formatExactEnd,
  formatExactInstant,
  formatExplanation,
  formatInstant,
  formatReactionTime,
  formatServiceDuration,
  formatShort,
} from '../../../src/texts/german-time';
import { explainReaction } from '../../../src/domain/reaction/reaction-deadline';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { berlin, standard } from '../domain/reaction/reaction-fixtures';

const zone = 'Europe/Berlin';

describe('instants for people', () => {
  test('given any instant, the minute it lies in is shown; exactly, with seconds where there are some', () => {
    const at = berlin('2026-06-12T14:00');

    expect(formatInstant(at, zone)).toBe('Fr 12.06.2026, 14:00 Uhr');
    expect(formatInstant(at + 59_999, zone)).toBe('Fr 12.06.2026, 14:00 Uhr');
    expect(formatShort(at + 59_999, zone)).toBe('Fr 14:00');
    expect(formatExactInstant(at, zone)).toBe('Fr 12.06.2026, 14:00 Uhr');
    expect(formatExactInstant(at + 7000, zone)).toBe('Fr 12.06.2026, 14:00:07 Uhr');
    expect(formatExactInstant(at + 7050, zone)).toBe('Fr 12.06.2026, 14:00:07,050 Uhr');
    expect(formatInstant(at, 'America/New_York')).toBe('Fr 12.06.2026, 08:00 Uhr');
    expect(formatShort(at, zone)).toBe('Fr 14:00');
    expect(formatDay('2026-12-24')).toBe('Do 24.12.2026');
  });

  test('given an end at midnight, it is 24:00 of the day before; the first minute of a day is its own', () => {
    const midnight = berlin('2026-07-01T00:00');

    expect(formatEnd(midnight, zone)).toBe('Di 30.06.2026, 24:00 Uhr');
    expect(formatExactEnd(midnight, zone)).toBe('Di 30.06.2026, 24:00 Uhr');
    expect(formatEnd(midnight + 30_000, zone)).toBe('Mi 01.07.2026, 00:00 Uhr');
    expect(formatEndClock(midnight, zone)).toBe('24:00 Uhr');
    expect(formatEndClock(midnight + 30_000, zone)).toBe('00:00 Uhr');
    expect(formatExactEnd(midnight + 30_000, zone)).toBe('Mi 01.07.2026, 00:00:30 Uhr');
    expect(formatEnd(berlin('2026-06-12T14:00'), zone)).toBe('Fr 12.06.2026, 14:00 Uhr');
    // Where the clock skipped midnight, the day before ended all the same.
    expect(formatEnd(Date.parse('2018-11-04T03:00:00Z'), 'America/Sao_Paulo')).toBe(
      'Sa 03.11.2018, 24:00 Uhr',
    );
  });

  test.each([
    [0, '0 min'],
    [20, '20 s'],
    [0.5, '0,5 s'],
    [60, '1 min'],
    [3600, '1 h'],
    [5400, '1 h 30 min'],
    [5425.25, '1 h 30 min 25,25 s'],
    [142_200, '39 h 30 min'],
  ])('given %p seconds of service time, it reads %s', (seconds, text) => {
    expect(formatServiceDuration(seconds)).toBe(text);
  });

  test('given a class, its reaction time is hours of service time or service days', () => {
    expect([1, 2, 3, 4].map((faultClass) => formatReactionTime(faultClass as 1 | 2 | 3 | 4))).toEqual([
      '4 Stunden Servicezeit',
      '6 Stunden Servicezeit',
      '8 Stunden Servicezeit',
      '5 Servicetage',
    ]);
  });
});

describe('explanations (process 2.10)', () => {
  test('given the example of the process page, it reads like there', () => {
    const explanation = explainReaction(berlin('2026-06-12T12:00'), 1, standard);

    expect(formatExplanation(explanation, zone)).toBe('Fr 12:00-14:00 2 h, Mo 08:30-10:30 2 h');
  });

  test('given class 4, the service days are listed', () => {
    expect(formatExplanation(explainReaction(berlin('2026-06-10T10:00'), 4, standard), zone)).toBe(
      'Servicetage: Do 11.06., Fr 12.06., Mo 15.06., Di 16.06., Mi 17.06.; Ende der Servicezeit Mi 17:00 Uhr',
    );
  });

  test('given windows a week apart, each has its date', () => {
    const calendar = createServiceCalendar({ zone, hours: { 5: [{ from: '08:30', to: '10:30' }] } });
    const [from, to] = [berlin('2026-06-12T08:30'), berlin('2026-06-19T10:30')];

    expect(explainDeadline(calendar.explain(from, to), zone)).toBe(
      'Fr 12.06. 08:30-10:30 2 h, Fr 19.06. 08:30-10:30 2 h',
    );
  });

  test('given a window up to midnight or across it, its end is on the right day', () => {
    const late = { from: berlin('2026-06-12T22:00'), to: berlin('2026-06-13T00:00'), seconds: 7200 };
    const across = { ...late, to: berlin('2026-06-13T06:00'), seconds: 28_800 };

    expect(explainDeadline([late], zone)).toBe('Fr 22:00-24:00 2 h');
    expect(explainDeadline([across], zone)).toBe('Fr 22:00-Sa 06:00 8 h');
    expect(explainDeadline([], zone)).toBe('keine Servicezeit');
  });
});

describe('outside service time', () => {
  test('given an open instant, nothing is said; given a closed one, when it goes on', () => {
    expect(describeOutsideServiceTime(berlin('2026-06-12T13:59'), standard)).toBeUndefined();
    expect(describeOutsideServiceTime(berlin('2026-06-12T14:00'), standard)).toBe(
      'Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr',
    );
  });

  test('given a long pause or no end of it, the date is named or nothing promised', () => {
    const closed = createServiceCalendar({ zone, hours: {} });
    const summer = createServiceCalendar({
      zone,
      hours: {},
      openDays: [{ date: '2026-07-01', windows: [{ from: '09:00', to: '10:00' }] }],
    });

    expect(describeOutsideServiceTime(berlin('2026-06-12T14:00'), closed)).toBe('Außerhalb der Servicezeit');
    expect(describeOutsideServiceTime(berlin('2026-06-12T14:00'), summer)).toBe(
      'Außerhalb der Servicezeit; weiter ab Mi 01.07.2026, 09:00 Uhr',
    );
  });
});

describe('a local time that does not exist (process 2.7)', () => {
  test('given it, the sentence names the times around; given another, there is none', () => {
    expect(describeSkippedTime('2026-03-29T02:30', zone)).toBe(
      'Am So 29.03.2026 wird die Uhr von 02:00 auf 03:00 gestellt; erwartet wird eine Zeit davor oder danach.',
    );
    expect(describeSkippedTime('2026-03-29T03:30', zone)).toBeUndefined();
    expect(describeSkippedTime('2011-12-30T12:00', 'Pacific/Apia')).toBe(
      'Am Fr 30.12.2011 wird die Uhr von 00:00 auf Sa 31.12.2011, 00:00 gestellt; erwartet wird eine Zeit davor oder danach.',
    );
  });
});
