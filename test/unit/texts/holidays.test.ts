import { startCycle } from '../../../src/domain/reaction/reaction-cycle';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../src/domain/service-calendar/standard-calendar';
import { toIsoDate, weekdayOf } from '../../../src/domain/service-calendar/civil-date';
import { dayNumberAt } from '../../../src/domain/service-calendar/start-of-day';
import { countsFromText, explanationText } from '../../../src/texts/deadlines.de';
import { describeOutsideServiceTime, holidayName } from '../../../src/texts/german-time';
import { forms } from '../../../src/adapters/teams/forms/form-catalogue';
import { refusalText } from '../../../src/texts/refusals.de';
import { contextOf } from '../adapters/teams/forms/form-support';
import { skippedHolidaysText } from '../../../src/texts/holidays.de';
import { renderServiceHoursCard } from '../../../src/adapters/teams/cards/service-hours-card';
import { CardScreen } from '../../../src/simulator/people/card-screen';
import { assigned, berlin } from '../../support/given';
import { installation } from '../../support/installation';
import { viewAt } from '../../support/view';

const calendar = createServiceCalendar(standardCalendar);

function daysOf(year: number): readonly string[] {
  const first = dayNumberAt(berlin(`${year}-01-01T12:00`), calendar.zone);
  return Array.from({ length: 365 }, (_unused, offset) => toIsoDate(first + offset));
}

function cycle(received: string, faultClass: 1 | 4 = 1) {
  const startedAt = berlin(received);
  return startCycle({ startedAt, faultClass, recordedAt: startedAt, timeline: installation.calendars });
}

describe('holidays by name (process 2.6)', () => {
  test('given every weekday of a year, when it has no service time, then it is a holiday with a German name, and no other day is', () => {
    const named = daysOf(2026).flatMap((date) => {
      const name = holidayName(date, calendar);
      return name === undefined ? [] : [`${date} ${name}`];
    });
    expect(named).toEqual([
      '2026-01-01 Neujahrstag',
      '2026-04-03 Karfreitag',
      '2026-04-06 Ostermontag',
      '2026-05-01 Tag der Arbeit',
      '2026-05-14 Christi Himmelfahrt',
      '2026-05-25 Pfingstmontag',
      '2026-12-25 1. Weihnachtstag',
    ]);
    const isWeekday = (date: string) =>
      ![6, 7].includes(weekdayOf(dayNumberAt(berlin(`${date}T12:00`), calendar.zone)));
    const closed = daysOf(2026).filter((date) => isWeekday(date) && !calendar.isServiceDay(date));
    expect(named.map((each) => each.slice(0, 10))).toEqual(closed);
  });

  test('given a day that only the organisation file lists, when it is named, then it is a holiday without a name, and an open day is none', () => {
    const own = createServiceCalendar({
      ...standardCalendar,
      holidays: ['2026-12-24'],
      openDays: [{ date: '2026-12-25', windows: [{ from: '10:00', to: '12:00' }] }],
    });
    expect(holidayName('2026-12-24', own)).toBe('Feiertag');
    expect(holidayName('2026-12-25', own)).toBeUndefined();
  });

  test('given Berlin, when a holiday of one year comes, then it has its name', () => {
    const of = (holidayRegion: string) => createServiceCalendar({ ...standardCalendar, holidayRegion });
    expect(holidayName('2025-05-08', of('BE'))).toBe('80. Jahrestag der Befreiung');
    expect(holidayName('2026-05-08', of('BE'))).toBeUndefined();
    expect(holidayName('2026-01-06', of('BY-EV'))).toBe('Heilige Drei Könige');
  });

  test('given a deadline that a holiday puts off, when it is explained, then the holiday is named, and otherwise none is', () => {
    expect(explanationText(cycle('2026-12-24T16:00'), viewAt(0, installation))).toBe(
      'Do 16:00-17:00 1 h, Mo 08:30-11:30 3 h; kein Servicetag: Fr 25.12.2026 – 1. Weihnachtstag',
    );
    expect(explanationText(cycle('2027-03-25T15:00'), viewAt(0, installation))).toContain(
      '; kein Servicetag: Fr 26.03.2027 – Karfreitag, Mo 29.03.2027 – Ostermontag',
    );
    expect(explanationText(cycle('2026-06-12T11:00'), viewAt(0, installation))).not.toContain('Servicetag:');
  });

  test('given a report before a holiday, when it counts from later, then the card says why', () => {
    expect(countsFromText(cycle('2026-12-24T18:00'), viewAt(0, installation))).toBe(
      'Eingegangen. Die Reaktionszeit zählt ab Mo 28.12.2026, 08:30 Uhr (kein Servicetag: Fr 25.12.2026 – 1. Weihnachtstag).',
    );
  });

  test('given a holiday, when somebody looks, then it is said that it is one', () => {
    expect(describeOutsideServiceTime(berlin('2026-04-03T10:00'), calendar)).toBe(
      'Außerhalb der Servicezeit, Karfreitag; weiter ab Di 08:30 Uhr',
    );
  });

  test('given the next exceptions of service time, when they are listed, then each holiday has its name', () => {
    const card = renderServiceHoursCard({ view: viewAt(berlin('2026-12-01T10:00'), installation) });
    expect(new CardScreen(card).text).toContain('Fr 25.12.2026: geschlossen – 1. Weihnachtstag');
  });

  test('given two instants of one ordinary day, when holidays are looked for, then there are none', () => {
    const [from, to] = [berlin('2026-06-10T10:00'), berlin('2026-06-10T14:00')];
    expect(skippedHolidaysText(from, to, calendar)).toBeUndefined();
  });

  test('given a calendar of another region from next year on, when a target date on its holiday is refused, then that holiday is named', () => {
    const own = createServiceCalendar({ ...standardCalendar, holidayRegion: 'BY' });
    const later = { id: '2027-01-01', validFrom: '2027-01-01', calendar: own };
    const view = viewAt(berlin('2026-12-01T10:00'), {
      ...installation,
      calendars: [...installation.calendars, later],
    });
    const refusal = { code: 'targetNotServiceDay', targetDate: '2027-01-06' } as const;
    expect(refusalText(refusal, view)).toContain('Mi 06.01.2027 ist kein Servicetag (Heilige Drei Könige)');
    const context = contextOf('maintainer', '2026-12-01T10:00', assigned());
    const { proposePlan } = forms;
    const values = { ...proposePlan.initialValues(context), targetDate: '2027-01-06' };
    expect(JSON.stringify(proposePlan.read({ ...context, view }, values))).toContain('Heilige Drei Könige');
  });
});
