import { germanSpan, germanTime, shortTime } from '../../../../src/simulator/page/texts/german-time';

const summer = Date.UTC(2026, 5, 12, 12);

describe('times on the page', () => {
  test('given an instant, when it is shown, then in German time, summer and winter', () => {
    expect(germanTime(summer)).toBe('Fr 12.06.2026, 14:00 Uhr');
    expect(germanTime(Date.UTC(2026, 0, 5, 12))).toBe('Mo 05.01.2026, 13:00 Uhr');
  });

  test('given the same German day, when it is shown short, then the time is enough; across midnight it is not', () => {
    expect(shortTime(summer, summer + 3_600_000)).toBe('14:00 Uhr');
    expect(shortTime(Date.UTC(2026, 5, 11, 21, 30), Date.UTC(2026, 5, 11, 22, 30))).toContain('11.06.2026');
  });

  test.each([
    [0, '0 min'],
    [90 * 60_000, '1 h 30 min'],
    [-2 * 3_600_000, '2 h'],
    [25 * 3_600_000, '1 Tag 1 h'],
    [50 * 3_600_000, '2 Tage 2 h'],
  ])('given %d ms, when the span is shown, then it is "%s"', (milliseconds, shown) => {
    expect(germanSpan(milliseconds)).toBe(shown);
  });
});
