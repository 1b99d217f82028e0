import { serviceDayAfter, serviceDayAt, serviceDayBefore } from '../../../../src/domain/reaction/service-day';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';
import { berlin } from '../../../support/given';

const standard = [
  { id: 'standard', validFrom: '2020-01-01', calendar: createServiceCalendar(standardCalendar) },
];
const whole = [{ from: '00:00', to: '24:00' }];
const around = [
  {
    id: 'around the clock',
    validFrom: '2020-01-01',
    calendar: createServiceCalendar({
      zone: 'Europe/Berlin',
      hours: { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole, 6: whole, 7: whole },
    }),
  },
];

describe('the service day', () => {
  it.each([
    ['2026-06-10T00:00', '2026-06-10', '08:30', '17:00'],
    ['2026-06-10T12:00', '2026-06-10', '08:30', '17:00'],
    ['2026-06-12T23:59', '2026-06-12', '08:30', '14:00'],
  ])('given %s, then it is %s from %s to %s', (at, day, opens, closes) => {
    expect(serviceDayAt(standard, berlin(at))).toMatchObject({
      day,
      begins: berlin(`${day}T00:00`),
      opens: berlin(`${day}T${opens}`),
      closes: berlin(`${day}T${closes}`),
    });
  });

  it.each(['2026-06-13T10:00', '2026-12-25T10:00'])('given %s, then there is none', (at) => {
    expect(serviceDayAt(standard, berlin(at))).toBeUndefined();
  });

  it('given service around the clock, then a day opens and closes at midnight, 23 hours apart where the clock is put forward', () => {
    const { opens, closes } = serviceDayAt(around, berlin('2026-03-29T10:00')) ?? { opens: 0, closes: 0 };
    expect([opens, closes]).toEqual([berlin('2026-03-29T00:00'), berlin('2026-03-30T00:00')]);
    expect(closes - opens).toBe(23 * 3_600_000);
  });

  it('given a weekend or holidays in between, then the days before and after are those with service time', () => {
    expect(serviceDayAfter(standard, berlin('2026-06-12T10:00'))?.day).toBe('2026-06-15');
    expect(serviceDayBefore(standard, berlin('2026-06-15T10:00'))?.day).toBe('2026-06-12');
    expect(serviceDayBefore(standard, berlin('2026-12-28T06:00'))?.day).toBe('2026-12-24');
  });
});
