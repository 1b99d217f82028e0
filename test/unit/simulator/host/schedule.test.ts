import fc from 'fast-check';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';
import { later, scheduleOf } from '../../../../src/simulator/host/sample-data/schedule';
import { sampleFaults } from '../../../../src/texts/sample-month.de';
import { berlin } from '../../../support/given';

const calendar = createServiceCalendar(standardCalendar);
const month = 31 * 24 * 3_600_000;

describe('scheduleOf the sample month', () => {
  it('given any now, then every step is in service time, before now, within a month, and after the one before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: berlin('2026-01-05T00:00'), max: berlin('2027-12-31T00:00') }), (now) => {
        const steps = scheduleOf(sampleFaults, calendar, now);
        const last = new Map<number, number>();
        for (const { at, fault } of steps) {
          expect(at).toBeLessThan(now);
          expect(at).toBeGreaterThanOrEqual(now - month);
          expect(calendar.isOpen(at)).toBe(true);
          expect(at).toBeGreaterThanOrEqual(last.get(fault) ?? 0);
          last.set(fault, at);
        }
        expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });
});

describe('later', () => {
  it.each([
    ['2026-06-10T10:00', 60, '2026-06-10T11:00'],
    ['2026-06-12T13:30', 60, '2026-06-15T09:00'],
    ['2026-06-13T12:00', 0, '2026-06-15T08:30'],
  ])('given %s and %i minutes of service time, then %s', (from, minutes, to) => {
    expect(later(calendar, berlin(from), minutes * 60_000)).toBe(berlin(to));
  });
});
