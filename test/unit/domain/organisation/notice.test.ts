import fc from 'fast-check';
import { DateTime } from 'luxon';
import { lastDayOfNotice, longestNotice } from '../../../../src/domain/organisation/notice';
import { dayAfter } from '../../../../src/domain/organisation/days';
import { parseDate, toIsoDate } from '../../../../src/domain/service-calendar/civil-date';

/** Where a period of months ends that runs from notice given on the day (§ 188 BGB). */
function endOf(given: string, months: number): string {
  return DateTime.fromISO(given, { zone: 'utc' }).plus({ months }).toISODate() ?? '';
}

describe('the last day on which notice can be given', () => {
  it.each([
    ['2026-12-31', 3, '2026-09-30'],
    ['2026-06-30', 1, '2026-05-31'],
    ['2026-05-30', 3, '2026-02-28'],
    ['2026-05-31', 3, '2026-02-28'],
    ['2024-05-31', 3, '2024-02-29'],
    ['2026-09-08', 2, '2026-07-08'],
    ['2026-03-15', 3, '2025-12-15'],
  ])('given a contract until %s and %d months, then it is %s', (to, noticeMonths, last) => {
    expect(lastDayOfNotice({ to, noticeMonths })).toBe(last);
  });

  it('given no end or no period, then there is none', () => {
    expect(lastDayOfNotice({ to: '2026-12-31' })).toBeUndefined();
    expect(lastDayOfNotice({ noticeMonths: 3 })).toBeUndefined();
  });

  it('given any, then notice on that day ends the contract in time, and a day later it does not', () => {
    const days = { min: parseDate('2020-01-01') ?? 0, max: parseDate('2040-12-31') ?? 0 };
    fc.assert(
      fc.property(fc.integer(days), fc.integer({ min: 1, max: longestNotice }), (day, noticeMonths) => {
        const to = toIsoDate(day);
        const last = lastDayOfNotice({ to, noticeMonths }) ?? '';
        expect(endOf(last, noticeMonths) <= to).toBe(true);
        expect(endOf(dayAfter(last) ?? '', noticeMonths) > to).toBe(true);
      }),
    );
  });
});
