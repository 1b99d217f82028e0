import { createCalendarCache } from '../../../src/cli/calendar-cache';
import { answerCalendarLine } from '../../../src/cli/calendar-line';

const definition = {
  timezone: 'Europe/Berlin',
  hours: { 1: [['08:30', '17:00']], 5: [['08:30', '14:00']] },
  holidays: ['2026-12-25'],
};
const add = { op: 'add', start: '2026-06-12T12:00:00+02:00', seconds: 14_400 };
const between = { op: 'between', start: '2026-06-12T12:00:00Z', end: '2026-06-15T12:00:00.500Z' };

const answer = (line: unknown, cache = createCalendarCache()): unknown =>
  JSON.parse(answerCalendarLine(typeof line === 'string' ? line : JSON.stringify(line), cache));
const errorOf = (line: unknown) => (answer(line) as { error?: string }).error;

describe('a line of the calendar command', () => {
  test('given add, the answer is the end in the zone of the calendar', () => {
    expect(answer({ ...definition, ...add })).toEqual({ end: '2026-06-15T10:30:00+02:00' });
    expect(answer({ ...definition, ...add, seconds: 0, start: '2026-06-13T12:00:00Z' })).toEqual({
      end: '2026-06-13T14:00:00+02:00',
    });
  });

  test('given between, the answer is seconds of service time', () => {
    expect(answer({ ...definition, ...between })).toEqual({ seconds: 19_800.5 });
  });

  test('given fields in any order, without holidays or with more, it is counted', () => {
    const { timezone, hours } = definition;

    expect(answer({ ...add, hours, id: 7, timezone })).toEqual({ end: '2026-06-15T10:30:00+02:00' });
    expect(
      answer({ ...definition, holidays: null, closedDays: ['2026-06-15'], holidayRegion: 'BUND', ...add }),
    ).toEqual({
      end: '2026-06-19T10:30:00+02:00',
    });
    expect(
      answer({
        timezone,
        hours: {},
        openDays: [{ date: '2026-07-01', windows: [['00:00', '24:00']] }],
        ...add,
      }),
    ).toEqual({ end: '2026-07-01T04:00:00+02:00' });
  });

  test.each<[string, object]>([
    ['timezone', { timezone: 'Mars/Base' }],
    ['timezone', { timezone: undefined }],
    ['hours', { hours: undefined }],
    ['hours.8', { hours: { 8: [] } }],
    ['hours.1[0][0]', { hours: { 1: [['8', '17:00']] } }],
    ['hours.1[0][1]', { hours: { 1: [['08:30', '25:00']] } }],
    ['hours.1[0][1]', { hours: { 1: [['17:00', '08:30']] } }],
    ['hours.1[0]', { hours: { 1: [['17:00']] } }],
    [
      'hours.1[1]',
      {
        hours: {
          1: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
    ],
    ['holidays[0]', { holidays: ['25.12.2026'] }],
    ['holidays', { holidays: '2026-12-25' }],
    ['holidayRegion', { holidayRegion: 'XX' }],
    ['op', { op: 'subtract' }],
    ['op', { op: undefined }],
    ['start', { start: '2026-06-12T12:00:00' }],
    ['start', { start: '2260-06-12T12:00:00Z' }],
    ['seconds', { seconds: -1 }],
    ['seconds', { seconds: '60' }],
    ['seconds', { seconds: undefined }],
    ['seconds', { seconds: 1e12 }],
    ['seconds', { hours: {} }],
  ])('given a fault in %s, the error begins with the name of the field', (field, fault) => {
    expect(errorOf({ ...definition, ...add, ...fault })?.startsWith(`${field}: `)).toBe(true);
  });

  test('given a fault in end, the error names it', () => {
    expect(errorOf({ ...definition, ...between, end: '2026-06-12T11:59:59Z' })).toMatch(
      /^end: lies before start/,
    );
    expect(errorOf({ ...definition, ...between, end: 'later' })).toMatch(/^end: expected/);
  });

  test.each(['', ' ', 'x', '[]', 'null', '5', '{"op":"add"', '{"op":"add"}}'])(
    'given %p, the line is the fault',
    (line) => {
      expect(errorOf(line)).toMatch(/^(line|timezone): /);
    },
  );

  test('given a line that is not kept for its length, it is an error too', () => {
    expect(JSON.parse(answerCalendarLine(undefined, createCalendarCache()))).toEqual({
      error: 'line: too long',
    });
  });
});

describe('calendars kept between lines', () => {
  const head = JSON.stringify(definition).slice(0, -1);
  const tail = JSON.stringify(add).slice(1);

  test('given the same definition again, the answer is the same, whatever follows it', () => {
    const cache = createCalendarCache();
    const expected = { end: '2026-06-15T10:30:00+02:00' };

    expect(answer(`${head},${tail}`, cache)).toEqual(expected);
    expect(answer(`${head},${tail}`, cache)).toEqual(expected);
    // What follows the known text redefines the zone: the last one counts in JSON.
    expect(answer(`${head},${tail.slice(0, -1)},"timezone":"UTC"}`, cache)).toEqual({
      end: '2026-06-12T14:00:00+00:00',
    });
    expect(errorOf(`${head},${tail}}`)).toMatch(/^line/);
    expect(answer(`${head},"op":"add","start":"\\"op\\"","seconds":1}`, cache)).toHaveProperty('error');
  });

  test('given less memory than the calendars take, each line is still answered', () => {
    const cache = createCalendarCache(20_000);
    for (let minute = 10; minute < 40; minute++) {
      const hours = { 5: [[`08:${minute}`, '24:00']] };

      expect(
        answer({ timezone: 'UTC', hours, ...add, start: '2026-06-12T00:00:00Z', seconds: 1 }, cache),
      ).toEqual({
        end: `2026-06-12T08:${minute}:01+00:00`,
      });
    }
  });
});
