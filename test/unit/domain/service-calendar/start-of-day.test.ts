import { parseDate } from '../../../../src/domain/service-calendar/civil-date';
import { instantToLocal, localToInstant } from '../../../../src/domain/service-calendar/local-time';
import { dayNumberAt, startOfDay } from '../../../../src/domain/service-calendar/start-of-day';

const startOf = (date: string, zone: string) => startOfDay(parseDate(date) ?? NaN, zone);

describe('the beginning of a day', () => {
  it.each([
    ['2026-06-10', 'Europe/Berlin', '2026-06-09T22:00:00Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-01-01', 'Europe/Berlin', '2025-12-31T23:00:00Z'],
    ['2026-01-01', 'America/New_York', '2026-01-01T05:00:00Z'],
  ])('given %s in %s, then it is at midnight', (date, zone, expected) => {
    expect(startOf(date, zone)).toBe(Date.parse(expected));
    expect(startOf(date, zone)).toBe(localToInstant(`${date}T00:00`, zone));
  });

  it.each([
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['2022-03-22', 'Asia/Tehran', '2022-03-21T20:30:00Z'],
  ])(
    'given %s in %s, whose clocks leave out midnight, then it is when the clock shows the day first',
    (date, zone, expected) => {
      const begins = startOf(date, zone);

      expect(begins).toBe(Date.parse(expected));
      expect(instantToLocal(begins, zone).date).toBe(date);
      expect(instantToLocal(begins - 1, zone).date < date).toBe(true);
    },
  );

  it('given a day whose midnight the clock shows twice, then it is the first', () => {
    const begins = startOf('2010-11-07', 'America/St_Johns');

    expect(begins).toBe(localToInstant('2010-11-07T00:00', 'America/St_Johns'));
    expect(new Date(begins).toISOString()).toBe('2010-11-07T02:30:00.000Z');
  });

  it('given a day that a zone left out, then it is the beginning of the next', () => {
    expect(startOf('2011-12-30', 'Pacific/Apia')).toBe(startOf('2011-12-31', 'Pacific/Apia'));
  });

  it('given an instant, then its day is the one on the clock of the zone', () => {
    const at = Date.parse('2026-06-09T22:00:00Z');

    expect(dayNumberAt(at, 'Europe/Berlin')).toBe(parseDate('2026-06-10'));
    expect(dayNumberAt(at - 1, 'Europe/Berlin')).toBe(parseDate('2026-06-09'));
  });
});
