import { checkCalendarDefinition } from '../../../../src/domain/service-calendar/check-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';

const window = (from: unknown, to: unknown) => ({ from, to });
const withHours = (...windows: unknown[]) => ({ zone: 'Europe/Berlin', hours: { 5: windows } });

const bad: [string, unknown, string, string][] = [
  ['no object', 'x', '', 'notAnObject'],
  ['an unknown zone', { zone: 'Europe/Nowhere', hours: {} }, 'zone', 'unknownZone'],
  ['a bare offset', { zone: '+01:00', hours: {} }, 'zone', 'unknownZone'],
  ['no zone', { hours: {} }, 'zone', 'unknownZone'],
  ['no hours', { zone: 'UTC' }, 'hours', 'notAnObject'],
  ['an eighth weekday', { zone: 'UTC', hours: { 8: [] } }, 'hours.8', 'unknownWeekday'],
  ['hours that are no list', { zone: 'UTC', hours: { 1: 'x' } }, 'hours.1', 'notAList'],
  ['a window without name', withHours(['08:00', '09:00']), 'hours.5[0]', 'invalidWindow'],
  ['a time that is none', withHours(window('8:30', '14:00')), 'hours.5[0].from', 'invalidTime'],
  ['a number as a time', withHours(window('08:30', 14)), 'hours.5[0].to', 'invalidTime'],
  ['a time after 24:00', withHours(window('08:30', '24:01')), 'hours.5[0].to', 'invalidTime'],
  [
    'a window that ends before it starts',
    withHours(window('14:00', '08:30')),
    'hours.5[0].to',
    'endNotAfterStart',
  ],
  ['a window across midnight', withHours(window('22:00', '00:00')), 'hours.5[0].to', 'endNotAfterStart'],
  ['an empty window', withHours(window('08:00', '08:00')), 'hours.5[0].to', 'endNotAfterStart'],
  ['a window from 24:00', withHours(window('24:00', '24:00')), 'hours.5[0].to', 'endNotAfterStart'],
  [
    'overlapping windows',
    withHours(window('12:00', '16:00'), window('08:00', '12:00:01')),
    'hours.5[1]',
    'overlap',
  ],
  ['an unknown region', { ...standardCalendar, holidayRegion: 'XX' }, 'holidayRegion', 'unknownRegion'],
  ['a date that is none', { ...standardCalendar, holidays: ['2026-02-30'] }, 'holidays[0]', 'invalidDate'],
  [
    'a year out of range',
    { ...standardCalendar, closedDays: ['2026-01-02', '2200-01-01'] },
    'closedDays[1]',
    'yearOutOfRange',
  ],
  ['dates that are no list', { ...standardCalendar, closedDays: '2026-01-02' }, 'closedDays', 'notAList'],
  ['open days that are no list', { ...standardCalendar, openDays: {} }, 'openDays', 'notAList'],
  [
    'an open day that is a date',
    { ...standardCalendar, openDays: ['2026-01-02'] },
    'openDays[0]',
    'notAnObject',
  ],
  [
    'an open day twice',
    { ...standardCalendar, openDays: [1, 2].map(() => ({ date: '2026-01-03', windows: [] })) },
    'openDays[1].date',
    'dateTwice',
  ],
  [
    'a day both open and closed',
    { ...standardCalendar, closedDays: ['2026-01-03'], openDays: [{ date: '2026-01-03', windows: [] }] },
    'openDays[0].date',
    'openAndClosed',
  ],
  [
    'a bad window of an open day',
    { ...standardCalendar, openDays: [{ date: '2026-01-03', windows: [window('9', '10:00')] }] },
    'openDays[0].windows[0].from',
    'invalidTime',
  ],
];

describe('checking a calendar definition', () => {
  test.each(bad)('given %s, the one problem names the field', (_name, definition, path, code) => {
    const problems = checkCalendarDefinition(definition);

    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
    expect(problems[0]?.message).toMatch(/expected|must/);
  });

  test('given several faults, all are told at once', () => {
    const definition = {
      zone: 'X/Y',
      hours: { 1: [window('a', 'b')] },
      holidayRegion: 'ZZ',
      holidays: ['x'],
    };

    expect(checkCalendarDefinition(definition).map((problem) => problem.path)).toEqual([
      'zone',
      'hours.1[0].from',
      'hours.1[0].to',
      'holidayRegion',
      'holidays[0]',
    ]);
  });

  test('given windows that touch, in any order, with seconds and up to 24:00, nothing is wrong', () => {
    const windows = [window('12:00', '24:00'), window('00:00:00', '12:00')];

    expect(checkCalendarDefinition(withHours(...windows))).toEqual([]);
    expect(checkCalendarDefinition(standardCalendar)).toEqual([]);
  });
});
