import fc from 'fast-check';
import type { ServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { AmountNeverReached } from '../../../../src/domain/service-calendar/calendar-errors';
import { instant, runs, simpleCalendar, toDefinition } from './arbitraries';
import { addByStepping, betweenByStepping, isOpenByStepping } from './oracle/stepping-calendar';

const DAY = 86_400_000;
// 31 December 2199 and the days before stay free, so that a span fits behind every start.
const span = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 12 * 86_400 }).map((seconds) => seconds * 1000) },
);

function reach(calendar: ServiceCalendar, start: number, milliseconds: number): number | undefined {
  try {
    return calendar.add(start, milliseconds / 1000);
  } catch (error) {
    if (error instanceof AmountNeverReached) return undefined;
    throw error;
  }
}

describe('service calendar against the oracle that steps through time', () => {
  test('between counts what the wall clock shows as open', () => {
    fc.assert(
      fc.property(simpleCalendar, instant, span, (simple, from, length) => {
        const calendar = createServiceCalendar(toDefinition(simple));

        expect(calendar.between(from, from + length) * 1000).toBeCloseTo(
          betweenByStepping(simple, from, from + length),
          5,
        );
      }),
      { numRuns: runs },
    );
  });

  test('add finds the first instant at which the amount is reached', () => {
    fc.assert(
      fc.property(
        simpleCalendar,
        instant,
        fc.integer({ min: 0, max: 40 * 3_600_000 }),
        (simple, start, amount) => {
          const found = reach(createServiceCalendar(toDefinition(simple)), start, amount);
          const limit = start + 5 * DAY;

          const expected = addByStepping(simple, start, amount, limit);

          if (expected === undefined) expect(found === undefined || found > limit - 900_000).toBe(true);
          else expect(found).toBe(expected);
        },
      ),
      { numRuns: runs },
    );
  });

  test('isOpen and the changes around an instant agree with the wall clock', () => {
    fc.assert(
      fc.property(simpleCalendar, instant, (simple, at) => {
        const calendar = createServiceCalendar(toDefinition(simple));

        expect(calendar.isOpen(at)).toBe(isOpenByStepping(simple, at));
        for (const change of [calendar.nextChange(at), calendar.previousChange(at)]) {
          if (change === undefined) continue;
          expect(isOpenByStepping(simple, change)).toBe(!isOpenByStepping(simple, change - 1));
        }
      }),
      { numRuns: runs },
    );
  });
});
