import fc from 'fast-check';
import { AmountNeverReached } from '../../../../src/domain/service-calendar/calendar-errors';
import {
  createServiceCalendar,
  type ServiceCalendar,
} from '../../../../src/domain/service-calendar/service-calendar';
import { instant, runs, simpleCalendar, toDefinition } from './arbitraries';
import { addByStepping, betweenByStepping, isOpenByStepping } from './oracle/stepping-calendar';

const hour = 3_600_000;
const day = 24 * hour;
const year = 365 * day;
const last = Date.UTC(2199, 11, 31, 23, 59, 59);

jest.setTimeout(300_000 + runs * 30);

const calendar = simpleCalendar.map((simple) => createServiceCalendar(toDefinition(simple)));
/** Some calendars that keep their tables over all runs, for spans of decades. */
const lastingCalendar = fc.constantFrom(
  ...fc
    .sample(simpleCalendar, { numRuns: 30, seed: 20_260_612 })
    .map((simple) => createServiceCalendar(toDefinition(simple))),
);
/** Amounts of up to some years of service time, to the millisecond. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 200 * hour }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2000 * hour }) },
);
/** Three instants in order, days or decades apart. */
const threeInstants = fc
  .tuple(instant, instant, fc.integer({ min: 0, max: 20 * day }))
  .map(
    ([one, other, gap]) =>
      [one, other, Math.min(one + gap, last)].sort((a, b) => a - b) as [number, number, number],
  );

function reach(serviceCalendar: ServiceCalendar, start: number, milliseconds: number): number | undefined {
  try {
    return serviceCalendar.add(start, milliseconds / 1000);
  } catch (error) {
    if (error instanceof AmountNeverReached) return undefined;
    throw error;
  }
}

describe('against the oracle that steps through time', () => {
  test('between counts what the wall clock shows as open', () => {
    const span = fc.integer({ min: 0, max: 3 * day });
    fc.assert(
      fc.property(simpleCalendar, instant, span, (simple, from, length) => {
        const counted = createServiceCalendar(toDefinition(simple)).between(from, from + length);

        expect(Math.round(counted * 1000)).toBe(betweenByStepping(simple, from, from + length));
      }),
      { numRuns: runs },
    );
  });

  test('between counts spans of weeks alike', () => {
    const span = fc.integer({ min: 0, max: 40 * day });
    fc.assert(
      fc.property(simpleCalendar, instant, span, (simple, from, length) => {
        const counted = createServiceCalendar(toDefinition(simple)).between(from, from + length);

        expect(Math.round(counted * 1000)).toBe(betweenByStepping(simple, from, from + length));
      }),
      { numRuns: runs / 50 },
    );
  });

  test('add finds the first instant at which the amount is reached', () => {
    fc.assert(
      fc.property(
        simpleCalendar,
        instant,
        fc.integer({ min: 0, max: 30 * hour }),
        (simple, start, milliseconds) => {
          const found = reach(createServiceCalendar(toDefinition(simple)), start, milliseconds);
          const limit = start + 4 * day;

          const expected = addByStepping(simple, start, milliseconds, limit);

          if (expected === undefined) expect(found === undefined || found > limit - hour).toBe(true);
          else expect(found).toBe(expected);
        },
      ),
      { numRuns: runs },
    );
  });

  test('isOpen and the changes next to an instant agree with the wall clock', () => {
    fc.assert(
      fc.property(simpleCalendar, instant, (simple, at) => {
        const counting = createServiceCalendar(toDefinition(simple));
        const [next, previous] = [counting.nextChange(at), counting.previousChange(at)];

        expect(counting.isOpen(at)).toBe(isOpenByStepping(simple, at));
        for (const change of [next, previous]) {
          if (change === undefined) continue;
          expect(isOpenByStepping(simple, change)).toBe(!isOpenByStepping(simple, change - 1));
          expect(change).not.toBe(at);
        }
        // Nothing changes in between, so the time up to each change is all open or all closed.
        if (next !== undefined)
          expect([0, next - at]).toContain(Math.round(counting.between(at, next) * 1000));
        if (previous !== undefined) {
          expect([0, at - previous]).toContain(Math.round(counting.between(previous, at) * 1000));
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('laws of counting', () => {
  test('spans add up, over decades too', () => {
    fc.assert(
      fc.property(lastingCalendar, threeInstants, (counting, [one, two, three]) => {
        const parts =
          Math.round(counting.between(one, two) * 1000) + Math.round(counting.between(two, three) * 1000);

        expect(parts).toBe(Math.round(counting.between(one, three) * 1000));
      }),
      { numRuns: runs },
    );
  });

  test('a later end never counts less, and never more than the time between', () => {
    fc.assert(
      fc.property(lastingCalendar, threeInstants, (counting, [one, two, three]) => {
        const [shorter, longer] = [counting.between(one, two), counting.between(one, three)];

        expect(longer).toBeGreaterThanOrEqual(shorter);
        expect(Math.round((longer - shorter) * 1000)).toBeLessThanOrEqual(three - two);
      }),
      { numRuns: runs },
    );
  });

  test('the service time up to the end of add is the amount, and one millisecond earlier it is not', () => {
    fc.assert(
      fc.property(calendar, instant, amount, (counting, start, milliseconds) => {
        const end = reach(counting, start, milliseconds);
        if (end === undefined) {
          expect(counting.between(start, last) * 1000).toBeLessThan(milliseconds);
          return;
        }

        expect(Math.round(counting.between(start, end) * 1000)).toBe(milliseconds);
        if (milliseconds > 0)
          expect(Math.round(counting.between(start, end - 1) * 1000)).toBe(milliseconds - 1);
      }),
      { numRuns: runs },
    );
  });

  test('adding in two parts ends where adding at once does', () => {
    fc.assert(
      fc.property(lastingCalendar, instant, amount, amount, (counting, start, one, two) => {
        const middle = reach(counting, start, one);
        const end = middle === undefined ? undefined : reach(counting, middle, two);

        expect(end).toBe(two === 0 ? middle : reach(counting, start, one + two));
      }),
      { numRuns: runs },
    );
  });

  test('add of more, or from later, never ends earlier', () => {
    fc.assert(
      fc.property(
        lastingCalendar,
        instant,
        fc.integer({ min: 0, max: year }),
        amount,
        amount,
        (counting, start, later, one, two) => {
          const never = Infinity;
          const end = reach(counting, start, one) ?? never;

          expect(reach(counting, start, one + two) ?? never).toBeGreaterThanOrEqual(end);
          expect(reach(counting, Math.min(start + later, last), one) ?? never).toBeGreaterThanOrEqual(end);
        },
      ),
      { numRuns: runs },
    );
  });

  test('an explanation is made of open time only and adds up to the amount', () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        fc.integer({ min: 0, max: 60 * hour }),
        (counting, start, milliseconds) => {
          const end = reach(counting, start, milliseconds);
          if (end === undefined) return;
          const windows = counting.explain(start, end);

          expect(Math.round(windows.reduce((sum, window) => sum + window.seconds, 0) * 1000)).toBe(
            milliseconds,
          );
          for (const window of windows) {
            expect(window.to - window.from).toBe(Math.round(window.seconds * 1000));
            expect(Math.round(counting.between(window.from, window.to) * 1000)).toBe(window.to - window.from);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test('the order in which years are asked for changes no answer', () => {
    fc.assert(
      fc.property(simpleCalendar, threeInstants, instant, (simple, [one, two, three], other) => {
        const asked = createServiceCalendar(toDefinition(simple));
        asked.isOpen(other);
        asked.previousChange(two);
        asked.between(Math.min(one, other), Math.max(one, other));
        const fresh = createServiceCalendar(toDefinition(simple));

        expect(asked.between(one, three)).toBe(fresh.between(one, three));
        expect(asked.nextOpening(two)).toBe(fresh.nextOpening(two));
        expect(asked.nextChange(other)).toBe(fresh.nextChange(other));
      }),
      { numRuns: runs / 50 },
    );
  });
});
