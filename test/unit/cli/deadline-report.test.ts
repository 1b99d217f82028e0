import { deadlineReport } from '../../../src/cli/deadline-report';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../src/domain/service-calendar/standard-calendar';
import { standardTimeline } from '../domain/reaction/reaction-fixtures';

const report = (faultClass: string | undefined, received: string | undefined, timeline = standardTimeline) =>
  deadlineReport({ faultClass, received }, timeline).split('\n');

describe('the deadline command', () => {
  test('given a class and a receipt, it tells deadline and explanation in German', () => {
    expect(report('2', '2026-06-11T16:00')).toEqual([
      'Fehlerklasse 2 (Betriebsbehindernder Fehler), Reaktionszeit 6 Stunden Servicezeit',
      'Eingang:        Do 11.06.2026, 16:00 Uhr',
      'Reaktionsfrist: Fr 12.06.2026, 13:30 Uhr',
      'Zählung:        Do 16:00-17:00 1 h, Fr 08:30-13:30 5 h',
      'Kalender:       gültig ab Mi 01.01.2020, Zeitzone Europe/Berlin',
    ]);
  });

  test('given a receipt outside service time, or with an offset, it says so and counts from there', () => {
    expect(report('1', '2026-06-13T10:00')[1]).toBe(
      'Eingang:        Sa 13.06.2026, 10:00 Uhr (Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr)',
    );
    expect(report('1', '2026-06-11T11:00Z')[2]).toBe('Reaktionsfrist: Do 11.06.2026, 17:00 Uhr');
  });

  test('given a time that occurs twice, the first counts and a hint says so (process 2.7)', () => {
    const night = createServiceCalendar({
      ...standardCalendar,
      hours: { 7: [{ from: '00:00', to: '24:00' }] },
    });
    const lines = report('1', '2026-10-25T02:30', [{ id: 'x', validFrom: '2020-01-01', calendar: night }]);

    expect(lines[2]).toBe('Reaktionsfrist: So 25.10.2026, 05:30 Uhr');
    expect(lines[5]).toMatch(/zweimal; es gilt die erste/);
  });

  test('given a deadline at midnight, it is the end of the day before', () => {
    const wholeDay = [{ from: '00:00', to: '24:00' }];
    const calendar = createServiceCalendar({ zone: 'Europe/Berlin', hours: { 2: wholeDay, 3: wholeDay } });
    const timeline = [{ id: 'x', validFrom: '2020-01-01', calendar }];

    expect(report('1', '2026-06-30T20:00', timeline)[2]).toBe('Reaktionsfrist: Di 30.06.2026, 24:00 Uhr');
    expect(report('4', '2026-06-16T20:00', timeline)[3]).toMatch(/Ende der Servicezeit Mi 24:00 Uhr$/);
  });

  test('given calendars with different zones, a receipt is meant in that of its day', () => {
    const calendar = createServiceCalendar({ ...standardCalendar, zone: 'UTC' });
    const timeline = [...standardTimeline, { id: '2026-01-01', validFrom: '2026-01-01', calendar }];

    expect(report('1', '2026-06-11T10:00', timeline)[4]).toBe(
      'Kalender:       gültig ab Do 01.01.2026, Zeitzone UTC',
    );
    expect(report('1', '2025-06-11T10:00', timeline)[2]).toBe('Reaktionsfrist: Mi 11.06.2025, 14:00 Uhr');
  });

  test.each<[string | undefined, string | undefined, RegExp]>([
    [
      undefined,
      '2026-06-11T16:00',
      /^--class: Erwartet wird eine Fehlerklasse: 1, 2, 3, 4\. Gefunden: nichts/,
    ],
    ['5', '2026-06-11T16:00', /^--class: .*Gefunden: 5/],
    ['1', undefined, /^--received: Erwartet .*Gefunden: nichts/],
    ['1', '11.06.2026 16:00', /^--received: Erwartet .*2026-06-11T16:00/],
    ['1', '2026-02-30T16:00', /^--received: Erwartet/],
    ['1', '2026-03-29T02:30', /^--received: Diese Zeit gibt es in Europe\/Berlin nicht.*von 02:00 auf 03:00/],
    ['1', '2200-06-11T16:00', /^--received: Erwartet wird ein Jahr von 1970 bis 2199/],
    ['1', '1950-06-11T16:00Z', /^--received: Erwartet wird ein Jahr von 1970 bis 2199/],
    ['1', '2199-12-31T16:00', /^--received: .*nicht genug Servicezeit/],
  ])('given class %p and receipt %p, the error names the option', (faultClass, received, message) => {
    expect(() => report(faultClass, received)).toThrow(message);
  });
});
