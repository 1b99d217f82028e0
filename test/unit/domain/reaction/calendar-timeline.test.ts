import { calendarAt } from '../../../../src/domain/reaction/calendar-timeline';
import { checkReceipt } from '../../../../src/domain/reaction/receipt';
import { faultClasses, parseFaultClass } from '../../../../src/domain/reaction/fault-class';
import { startCycle } from '../../../../src/domain/reaction/reaction-cycle';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';
import { berlin, standard } from './reaction-fixtures';

const longFriday = createServiceCalendar({
  ...standardCalendar,
  hours: { ...standardCalendar.hours, 5: [{ from: '08:30', to: '17:00' }] },
});
const timeline = [
  { id: 'second', validFrom: '2026-06-12', calendar: longFriday },
  { id: 'first', validFrom: '2020-01-01', calendar: standard },
];

describe('the calendar valid at an instant (process 2.9)', () => {
  test('given the first instant of its first day in its own zone, it is the new one', () => {
    expect(calendarAt(timeline, berlin('2026-06-12T00:00')).id).toBe('second');
    expect(calendarAt(timeline, berlin('2026-06-12T00:00') - 1).id).toBe('first');
    expect(calendarAt(timeline, berlin('2030-01-01T00:00')).id).toBe('second');
  });

  test('given an instant before all of them, the earliest counts', () => {
    expect(calendarAt(timeline, berlin('2019-06-12T00:00')).id).toBe('first');
  });

  test('given a cycle that starts under one calendar and runs into the next, it is counted wholly with the first', () => {
    const startedAt = berlin('2026-06-11T16:00');
    const cycle = startCycle({ startedAt, faultClass: 3, recordedAt: startedAt, timeline });

    expect(cycle.calendarId).toBe('first');
    expect(cycle.deadline).toBe(berlin('2026-06-15T10:00'));
  });

  test('given no calendar at all, it is an error', () => {
    expect(() => calendarAt([], 0)).toThrow(RangeError);
  });
});

describe('receipt of a report (process 2.1)', () => {
  const now = berlin('2026-06-30T12:00');
  const days = (count: number) => count * 86_400_000;

  test('given now, the past and exactly 30 days ago, it is taken', () => {
    expect([now, now - 1, now - days(30)].map((at) => checkReceipt(at, now))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('given the future or more than 30 days ago, it is refused', () => {
    expect(checkReceipt(now + 1, now)).toBe('inFuture');
    expect(checkReceipt(now - days(30) - 1, now)).toBe('tooOld');
  });
});

describe('fault classes', () => {
  test('given text or a number, it is the class or none', () => {
    expect(faultClasses.map((faultClass) => parseFaultClass(String(faultClass)))).toEqual([1, 2, 3, 4]);
    expect([parseFaultClass(4), parseFaultClass('5'), parseFaultClass('x'), parseFaultClass(' 1')]).toEqual([
      4,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
