import {
  AmountNeverReached,
  EndBeforeStart,
  InstantOutOfRange,
  InvalidAmount,
  InvalidCalendar,
} from '../../../../src/domain/service-calendar/calendar-errors';
import type {
  CalendarDefinition,
  ServiceWindow,
} from '../../../../src/domain/service-calendar/calendar-definition';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();
const hourInSeconds = 3600;
const standard = createServiceCalendar(standardCalendar);

function everyDay(zone: string, windows: readonly ServiceWindow[], more: Partial<CalendarDefinition> = {}) {
  return createServiceCalendar({
    zone,
    hours: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
    ...more,
  });
}

describe('half-open windows (process 2.4)', () => {
  test('given an instant at the edges, it is open at the opening and closed at the closing', () => {
    expect(standard.isOpen(at('2026-06-12T08:30:00+02:00'))).toBe(true);
    expect(standard.isOpen(at('2026-06-12T08:29:59.999+02:00'))).toBe(false);
    expect(standard.isOpen(at('2026-06-12T13:59:59.999+02:00'))).toBe(true);
    expect(standard.isOpen(at('2026-06-12T14:00:00+02:00'))).toBe(false);
  });

  test('given an amount that ends with the window, add gives the closing instant and not the next morning', () => {
    expect(iso(standard.add(at('2026-06-11T13:00:00+02:00'), 4 * hourInSeconds))).toBe(
      '2026-06-11T15:00:00.000Z',
    );
  });

  test('given no amount, add gives its start, outside service time too', () => {
    expect(standard.add(at('2026-06-13T13:00:00+02:00'), 0)).toBe(at('2026-06-13T13:00:00+02:00'));
  });

  test('given an amount finer than a millisecond, add rounds up', () => {
    const start = at('2026-06-11T13:00:00+02:00');

    expect(standard.add(start, 0.0005)).toBe(start + 1);
    expect(standard.add(start, 1.001)).toBe(start + 1001);
    expect(standard.add(start, 64.1)).toBe(start + 64_100);
  });

  test('given milliseconds, between counts them', () => {
    const start = at('2026-06-11T13:00:00+02:00');

    expect(standard.between(start, start + 1)).toBe(0.001);
    expect(standard.between(start, start)).toBe(0);
  });
});

describe('clock changes: elapsed time is physical time (process 2.7)', () => {
  const night = everyDay('Europe/Berlin', [{ from: '02:00', to: '03:00' }]);
  const day = (date: string, zone: string) =>
    [at(`${date}T00:00:00${zone}`), at(`${date}T23:00:00${zone}`)] as const;

  test('given the clocks go back, 02:00-03:00 has two hours', () => {
    expect(night.between(...day('2026-10-25', '+02:00'))).toBe(2 * hourInSeconds);
    expect(night.nextChange(at('2026-10-25T02:10:00+02:00'))).toBe(at('2026-10-25T03:00:00+01:00'));
  });

  test('given the clocks go forward, it has none, and the day is no service day', () => {
    expect(night.between(...day('2026-03-29', '+01:00'))).toBe(0);
    expect(night.isServiceDay('2026-03-29')).toBe(false);
    expect(night.isServiceDay('2026-03-28')).toBe(true);
    expect(iso(night.addServiceDays(at('2026-03-28T12:00:00+01:00'), 1))).toBe('2026-03-30T01:00:00.000Z');
  });

  test('given a window in the second half of the repeated hour, it is open twice', () => {
    const half = everyDay('Europe/Berlin', [{ from: '02:30', to: '03:00' }]);

    expect(half.explain(...day('2026-10-25', '+02:00')).map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:00:00.000Z'],
      ['2026-10-25T01:30:00.000Z', '2026-10-25T02:00:00.000Z'],
    ]);
  });

  test('given a window around the change, it is longer or shorter by what the clock was moved', () => {
    const early = everyDay('Australia/Lord_Howe', [{ from: '01:00', to: '04:00' }]);

    expect(early.between(at('2026-04-04T13:00:00Z'), at('2026-04-05T13:00:00Z'))).toBe(3.5 * hourInSeconds);
    expect(early.between(at('2026-10-03T13:00:00Z'), at('2026-10-04T13:00:00Z'))).toBe(2.5 * hourInSeconds);
  });

  test('given a zone that skips a day, that day has no service time', () => {
    const apia = everyDay('Pacific/Apia', [{ from: '08:00', to: '16:00' }]);

    expect(apia.isServiceDay('2011-12-30')).toBe(false);
    expect(apia.between(at('2011-12-29T00:00:00-10:00'), at('2012-01-01T00:00:00+14:00'))).toBe(
      16 * hourInSeconds,
    );
    expect(apia.addServiceDays(at('2011-12-29T12:00:00-10:00'), 1)).toBe(at('2011-12-31T16:00:00+14:00'));
  });

  test('given a zone that changes at midnight, its day begins at 01:00', () => {
    const wholeDay = everyDay('America/Sao_Paulo', [{ from: '00:00', to: '24:00' }], {
      closedDays: ['2018-11-03'],
    });

    expect(wholeDay.nextChange(at('2018-11-03T12:00:00-03:00'))).toBe(at('2018-11-04T01:00:00-02:00'));
  });

  test('given an offset with seconds, windows follow it to the second', () => {
    const monrovia = everyDay('Africa/Monrovia', [{ from: '08:30', to: '17:00' }]);

    expect(iso(monrovia.nextOpening(at('1970-06-15T00:00:00Z')))).toBe('1970-06-15T09:14:30.000Z');
  });
});

describe('holidays, closed days and open days (process 2.6)', () => {
  test('given the nationwide holidays, 25 December is closed and 24 and 31 December are not', () => {
    expect(standard.isServiceDay('2026-12-25')).toBe(false);
    expect(standard.isServiceDay('2026-12-24')).toBe(true);
    expect(standard.isServiceDay('2026-12-31')).toBe(true);
    expect(standard.isServiceDay('2026-11-11')).toBe(true);
  });

  test('given the region of a state, its holidays count too', () => {
    const bavaria = createServiceCalendar({ ...standardCalendar, holidayRegion: 'BY' });

    expect(standard.isServiceDay('2026-01-06')).toBe(true);
    expect(bavaria.isServiceDay('2026-01-06')).toBe(false);
  });

  test('given a closed day and an open day, the open one has its own windows, on a holiday too', () => {
    const calendar = createServiceCalendar({
      ...standardCalendar,
      closedDays: ['2026-12-24'],
      openDays: [
        { date: '2026-12-25', windows: [{ from: '10:00', to: '12:00' }] },
        { date: '2026-12-26', windows: [{ from: '20:00', to: '24:00' }] },
      ],
    });

    expect(calendar.isServiceDay('2026-12-24')).toBe(false);
    expect(calendar.explain(at('2026-12-24T00:00:00+01:00'), at('2026-12-27T12:00:00+01:00'))).toEqual([
      {
        from: at('2026-12-25T10:00:00+01:00'),
        to: at('2026-12-25T12:00:00+01:00'),
        seconds: 2 * hourInSeconds,
      },
      {
        from: at('2026-12-26T20:00:00+01:00'),
        to: at('2026-12-27T00:00:00+01:00'),
        seconds: 4 * hourInSeconds,
      },
    ]);
  });

  test('given only single open days, they are all there is', () => {
    const calendar = createServiceCalendar({
      zone: 'UTC',
      hours: {},
      openDays: [{ date: '2030-05-05', windows: [{ from: '10:00', to: '12:00' }] }],
    });

    expect(iso(calendar.add(at('1990-01-01T00:00:00Z'), 2 * hourInSeconds))).toBe('2030-05-05T12:00:00.000Z');
    expect(() => calendar.add(at('1990-01-01T00:00:00Z'), 2 * hourInSeconds + 1)).toThrow(AmountNeverReached);
    expect(iso(calendar.previousChange(at('2199-01-01T00:00:00Z')))).toBe('2030-05-05T12:00:00.000Z');
  });
});

describe('openings and closings', () => {
  const friday = at('2026-06-12T14:00:00+02:00');

  test('given an instant, the changes around it lie strictly before and after it', () => {
    expect(standard.nextChange(friday)).toBe(at('2026-06-15T08:30:00+02:00'));
    expect(standard.previousChange(friday)).toBe(at('2026-06-12T08:30:00+02:00'));
    expect(standard.previousChange(friday + 1)).toBe(friday);
    expect(standard.nextOpening(friday)).toBe(at('2026-06-15T08:30:00+02:00'));
    expect(standard.nextOpening(friday - 1)).toBe(friday - 1);
  });

  test('given a calendar that is always open, or never, there is no change', () => {
    const always = everyDay('Europe/Berlin', [{ from: '00:00', to: '24:00' }]);
    const never = createServiceCalendar({ zone: 'Europe/Berlin', hours: {} });

    expect([always.nextChange(friday), always.previousChange(friday)]).toEqual([undefined, undefined]);
    expect([never.nextChange(friday), never.previousChange(friday)]).toEqual([undefined, undefined]);
    expect([always.nextOpening(friday), never.nextOpening(friday)]).toEqual([friday, undefined]);
  });

  test('given windows up to and from midnight, they are one span over the turn of the year', () => {
    const night = everyDay('UTC', [
      { from: '00:00', to: '06:00' },
      { from: '22:00', to: '24:00' },
    ]);

    expect(iso(night.nextChange(at('2026-12-31T23:00:00Z')))).toBe('2027-01-01T06:00:00.000Z');
    expect(iso(night.previousChange(at('2027-01-01T01:00:00Z')))).toBe('2026-12-31T22:00:00.000Z');
  });
});

describe('the edges of what can be counted', () => {
  test('given an end before the start, it is an error', () => {
    expect(() => standard.between(2, 1)).toThrow(EndBeforeStart);
    expect(() => standard.explain(2, 1)).toThrow(EndBeforeStart);
  });

  test('given a calendar without enough service time, it is a typed error and no hang', () => {
    const never = createServiceCalendar({ zone: 'Europe/Berlin', hours: {} });
    const start = at('2026-06-12T12:00:00Z');

    expect(() => never.add(start, 1)).toThrow(AmountNeverReached);
    expect(() => never.addServiceDays(start, 1)).toThrow(AmountNeverReached);
    expect(() => standard.add(start, 1e12)).toThrow(AmountNeverReached);
    expect(never.between(start, at('2199-01-01T00:00:00Z'))).toBe(0);
  });

  test('given the first and the last days, they are counted', () => {
    const always = everyDay('America/New_York', [{ from: '00:00', to: '24:00' }]);

    expect(always.add(at('1970-01-01T00:00:00Z'), hourInSeconds)).toBe(at('1970-01-01T01:00:00Z'));
    expect(always.between(at('1970-01-01T00:00:00Z'), at('2199-12-31T23:59:59Z'))).toBe(7_258_118_399);
  });

  test.each([at('1969-12-01T00:00:00Z'), at('2200-06-01T00:00:00Z'), NaN, Infinity, 0.5])(
    'given %p, it is no instant of the calendar',
    (instant) => {
      expect(() => standard.isOpen(instant)).toThrow(InstantOutOfRange);
      expect(() => standard.add(instant, 0)).toThrow(InstantOutOfRange);
      expect(() => standard.between(instant, instant)).toThrow(InstantOutOfRange);
    },
  );

  test.each([-1, NaN, Infinity])('given %p, it is no amount', (amount) => {
    expect(() => standard.add(0, amount)).toThrow(InvalidAmount);
    expect(() => standard.addServiceDays(0, amount)).toThrow(InvalidAmount);
  });

  test('given an invalid definition, the error names the fields', () => {
    expect(() => createServiceCalendar({ zone: 'Europe/Nowhere', hours: {} })).toThrow(InvalidCalendar);
    expect(() => createServiceCalendar({ zone: 'Europe/Nowhere', hours: {} })).toThrow(
      /zone: unknown time zone/,
    );
  });

  test('given a question about one year, only that year is worked out', () => {
    const calendar = createServiceCalendar(standardCalendar);
    calendar.add(at('2026-06-12T12:00:00Z'), 4 * hourInSeconds);
    const oneYear = calendar.tableBytes();
    calendar.between(at('2020-01-01T12:00:00Z'), at('2029-12-31T12:00:00Z'));

    expect(oneYear).toBeLessThan(10_000);
    expect(calendar.tableBytes()).toBeGreaterThan(9 * oneYear);
  });
});
