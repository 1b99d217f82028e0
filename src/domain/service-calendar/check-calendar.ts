import { type CalendarProblem, calendarProblem } from './calendar-problem';
import { firstYear, lastYear, parseDate, yearOf } from './civil-date';
import { holidayRegions, isHolidayRegion } from './holidays-of-region';
import { parseTimeOfDay } from './time-of-day';
import { isKnownZone } from './zone-offsets';

export type { CalendarProblem } from './calendar-problem';

type Report = (problem: CalendarProblem) => void;

/**
 * Everything wrong with a calendar definition, in the order of its fields; empty when createServiceCalendar accepts it.
 * The definition may come from a file or from outside: nothing is assumed about its types.
 */
export function checkCalendarDefinition(definition: unknown): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  if (!isRecord(definition)) return [calendarProblem('', 'notAnObject', definition)];
  const { zone, hours, holidayRegion, holidays, closedDays, openDays } = definition;

  if (typeof zone !== 'string' || !isKnownZone(zone)) report(calendarProblem('zone', 'unknownZone', zone));
  checkHours(hours, report);
  if (holidayRegion !== undefined && !(typeof holidayRegion === 'string' && isHolidayRegion(holidayRegion))) {
    report(calendarProblem('holidayRegion', 'unknownRegion', holidayRegion, holidayRegions.join(', ')));
  }
  checkDates(holidays, 'holidays', report);
  const closed = checkDates(closedDays, 'closedDays', report);
  checkOpenDays(openDays, closed, report);
  return problems;
}

function checkHours(hours: unknown, report: Report): void {
  if (!isRecord(hours)) return report(calendarProblem('hours', 'notAnObject', hours));
  for (const [weekday, windows] of Object.entries(hours)) {
    const path = `hours.${weekday}`;
    if (!/^[1-7]$/.test(weekday)) report(calendarProblem(path, 'unknownWeekday', weekday));
    else if (windows !== undefined) checkWindows(windows, path, report);
  }
}

interface CheckedWindow {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

function checkWindows(windows: unknown, path: string, report: Report): void {
  if (!Array.isArray(windows)) return report(calendarProblem(path, 'notAList', windows));
  const checked: CheckedWindow[] = [];
  for (const [index, window] of (windows as unknown[]).entries()) {
    const times = checkWindow(window, path, index, report);
    if (times !== undefined) checked.push({ ...times, index });
  }
  checked.sort((one, other) => one.from - other.from || one.index - other.index);
  let longest: CheckedWindow | undefined;
  for (const window of checked) {
    if (longest !== undefined && window.from < longest.to) {
      const [first, second] = longest.index < window.index ? [longest, window] : [window, longest];
      report(
        calendarProblem(
          `${path}[${second.index}]`,
          'overlap',
          windows[second.index],
          `${path}[${first.index}]`,
        ),
      );
    }
    if (longest === undefined || window.to > longest.to) longest = window;
  }
}

function checkWindow(
  window: unknown,
  path: string,
  index: number,
  report: Report,
): Omit<CheckedWindow, 'index'> | undefined {
  if (!isRecord(window)) {
    report(calendarProblem(`${path}[${index}]`, 'invalidWindow', window));
    return undefined;
  }
  const from = typeof window['from'] === 'string' ? parseTimeOfDay(window['from']) : undefined;
  const to = typeof window['to'] === 'string' ? parseTimeOfDay(window['to']) : undefined;
  if (from !== undefined && to !== undefined && to > from) return { from, to };
  if (from === undefined) report(calendarProblem(`${path}[${index}].from`, 'invalidTime', window['from']));
  if (to === undefined) report(calendarProblem(`${path}[${index}].to`, 'invalidTime', window['to']));
  if (from !== undefined && to !== undefined) {
    report(calendarProblem(`${path}[${index}].to`, 'endNotAfterStart', window['to'], String(window['from'])));
  }
  return undefined;
}

function checkDates(dates: unknown, path: string, report: Report): ReadonlySet<string> {
  const valid = new Set<string>();
  if (dates === undefined) return valid;
  if (!Array.isArray(dates)) {
    report(calendarProblem(path, 'notAList', dates));
    return valid;
  }
  for (const [index, date] of (dates as unknown[]).entries()) {
    if (checkDate(date, `${path}[${index}]`, report)) valid.add(date);
  }
  return valid;
}

function checkOpenDays(openDays: unknown, closed: ReadonlySet<string>, report: Report): void {
  if (openDays === undefined) return;
  if (!Array.isArray(openDays)) return report(calendarProblem('openDays', 'notAList', openDays));
  const seen = new Set<string>();
  for (const [index, openDay] of (openDays as unknown[]).entries()) {
    const path = `openDays[${index}]`;
    if (!isRecord(openDay)) {
      report(calendarProblem(path, 'notAnObject', openDay));
      continue;
    }
    const date = openDay['date'];
    if (checkDate(date, `${path}.date`, report)) {
      if (seen.has(date)) report(calendarProblem(`${path}.date`, 'dateTwice', date));
      if (closed.has(date)) report(calendarProblem(`${path}.date`, 'openAndClosed', date));
      seen.add(date);
    }
    checkWindows(openDay['windows'], `${path}.windows`, report);
  }
}

function checkDate(date: unknown, path: string, report: Report): date is string {
  const day = typeof date === 'string' ? parseDate(date) : undefined;
  if (day === undefined) {
    report(calendarProblem(path, 'invalidDate', date));
    return false;
  }
  const year = yearOf(day);
  if (year >= firstYear && year <= lastYear) return true;
  report(calendarProblem(path, 'yearOutOfRange', date));
  return false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
