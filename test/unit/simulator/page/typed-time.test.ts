import fc from 'fast-check';
import { germanDate, isoDate, isoTime } from '../../../../src/simulator/page/texts/typed-time';

describe('a typed date', () => {
  test.each([
    ['12.06.2026', '2026-06-12'],
    [' 1.6.2026 ', '2026-06-01'],
    ['12. 06. 2026', '2026-06-12'],
    ['2026-06-12', '2026-06-12'],
    ['29.02.2028', '2028-02-29'],
  ])('given "%s", then it is sent as %s', (typed, sent) => {
    expect(isoDate(typed)).toBe(sent);
  });

  test.each([
    '',
    '31.02.2026',
    '29.02.2026',
    '06/12/2026',
    '12.06.26',
    '12.06',
    '12.13.2026',
    '0.1.2026',
    'heute',
  ])('given "%s", which is no day, then it is not sent', (typed) => {
    expect(isoDate(typed)).toBeUndefined();
  });

  test('given any day, then it is shown in German and read back as the same day', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(germanDate(iso)).toMatch(/^\d{2}\.\d{2}\.\d{4}$/);
        expect(isoDate(germanDate(iso))).toBe(iso);
      }),
    );
    expect(germanDate('kein Tag')).toBe('kein Tag');
  });
});

describe('a typed time', () => {
  test.each([
    ['14:00', '14:00'],
    ['9:30', '09:30'],
    ['14.00 Uhr', '14:00'],
    ['00:00', '00:00'],
  ])('given "%s", then it is sent as %s', (typed, sent) => {
    expect(isoTime(typed)).toBe(sent);
  });

  test.each(['', '24:00', '14:60', '2:00 PM', '14', '14:5'])(
    'given "%s", which is no time of day, then it is not sent',
    (typed) => {
      expect(isoTime(typed)).toBeUndefined();
    },
  );
});
