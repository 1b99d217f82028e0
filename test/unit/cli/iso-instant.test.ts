import { formatIsoInstant, parseIsoInstant } from '../../../src/cli/iso-instant';

const parsed = (text: unknown) => {
  const result = parseIsoInstant(text);
  return 'at' in result ? new Date(result.at).toISOString() : result.problem;
};

describe('ISO 8601 instants', () => {
  test.each([
    ['2026-06-12T12:00:00+02:00', '2026-06-12T10:00:00.000Z'],
    ['2026-06-12T12:00+0200', '2026-06-12T10:00:00.000Z'],
    ['2026-06-12T12:00:00+02', '2026-06-12T10:00:00.000Z'],
    ['2026-06-12T12:00:00Z', '2026-06-12T12:00:00.000Z'],
    ['2026-06-12t12:00:00.5z', '2026-06-12T12:00:00.500Z'],
    ['2026-06-12T12:00:00.123000Z', '2026-06-12T12:00:00.123Z'],
    ['2026-06-12T24:00:00-09:30', '2026-06-13T09:30:00.000Z'],
    ['1970-01-01T00:00:00-00:44:30', '1970-01-01T00:44:30.000Z'],
    ['1970-01-01T00:00:00+14:00', '1969-12-31T10:00:00.000Z'],
  ])('given %s, it is %s', (text, iso) => {
    expect(parsed(text)).toBe(iso);
  });

  test.each([
    ['2026-06-12T12:00:00', /ISO 8601 instant with offset/],
    ['2026-06-12', /ISO 8601/],
    [5, /ISO 8601/],
    [undefined, /ISO 8601/],
    ['2026-02-29T12:00:00Z', /no such day/],
    ['2026-13-01T12:00:00Z', /no such day/],
    ['2026-06-12T25:00:00Z', /no such time/],
    ['2026-06-12T24:00:01Z', /no such time/],
    ['2026-06-12T12:60:00Z', /no such time/],
    ['2026-06-12T12:00:60Z', /no such time/],
    ['2026-06-12T12:00:00+24:00', /no such offset/],
    ['2026-06-12T12:00:00.0001Z', /millisecond/],
    ['1969-12-31T23:59:59Z', /1970 to 2199/],
    ['2200-01-01T00:00:00Z', /1970 to 2199/],
  ])('given %p, the problem says what is expected', (text, problem) => {
    expect(parsed(text)).toMatch(problem);
  });

  test('given an instant, it is written with the offset of its zone, milliseconds only where there are some', () => {
    const at = Date.parse('2026-06-12T10:00:00Z');

    expect(formatIsoInstant(at, 'Europe/Berlin')).toBe('2026-06-12T12:00:00+02:00');
    expect(formatIsoInstant(at + 5, 'America/St_Johns')).toBe('2026-06-12T07:30:00.005-02:30');
    expect(formatIsoInstant(at, 'UTC')).toBe('2026-06-12T10:00:00+00:00');
    expect(formatIsoInstant(0, 'Africa/Monrovia')).toBe('1970-01-01T00:00:00+00:00');
  });
});
