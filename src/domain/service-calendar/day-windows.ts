import type { CalendarDefinition, IsoWeekday, ServiceWindow } from './calendar-definition';
import { type DayNumber, millisecondsPerDay, parseDate, weekdayOf, yearOf } from './civil-date';
import { type HolidayRegion, holidaysOf } from './holidays-of-region';
import { parseTimeOfDay } from './time-of-day';

/** Windows of one day in milliseconds of its wall clock: [from, to, from, to, ...], ordered and not overlapping. */
export type DayWindows = readonly number[];

const closedDay: DayWindows = [];

/** Which windows the definition gives a civil day, ignoring clock changes. */
export interface DayRules {
  windowsOn(day: DayNumber): DayWindows;
  /** False when no day of those years can have service time. */
  mayOpenIn(firstYear: number, lastYear: number): boolean;
  /** About how many windows a day has, for reserving memory. */
  readonly windowsPerDay: number;
}

/** Compiles a definition that checkCalendarDefinition has accepted. */
export function createDayRules(definition: CalendarDefinition): DayRules {
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday: IsoWeekday) =>
    compile(definition.hours[weekday] ?? []),
  );
  const special = new Map<DayNumber, DayWindows>();
  const closed = [...(definition.holidays ?? []), ...(definition.closedDays ?? [])];
  for (const date of closed) special.set(dayOf(date), closedDay);
  for (const open of definition.openDays ?? []) special.set(dayOf(open.date), compile(open.windows));

  const opensWeekly = weekly.some((windows) => windows.length > 0);
  const openYears = (definition.openDays ?? []).map((open) => yearOf(dayOf(open.date)));
  const region = definition.holidayRegion as HolidayRegion | undefined;
  const yearsWithHolidays = new Set<number>();
  // Days are queried in order, so remember the year of the last one.
  let yearFrom: DayNumber = NaN;
  let yearTo: DayNumber = NaN;

  const addHolidaysAround = (day: DayNumber, holidayRegion: HolidayRegion) => {
    const year = yearOf(day);
    [yearFrom, yearTo] = [firstDayOf(year), firstDayOf(year + 1)];
    if (yearsWithHolidays.has(year)) return;
    yearsWithHolidays.add(year);
    // An open day or a closed day that falls on a holiday keeps its own rule (process 2.6).
    for (const holiday of holidaysOf(holidayRegion, year))
      if (!special.has(holiday)) special.set(holiday, closedDay);
  };

  return {
    windowsOn(day) {
      if (region !== undefined && !(day >= yearFrom && day < yearTo)) addHolidaysAround(day, region);
      return special.get(day) ?? weekly[weekdayOf(day) - 1] ?? closedDay;
    },
    windowsPerDay: weekly.reduce((sum, windows) => sum + windows.length / 2, 0) / 7,
    mayOpenIn: (firstYear, lastYear) =>
      opensWeekly || openYears.some((year) => year >= firstYear && year <= lastYear),
  };
}

function compile(windows: readonly ServiceWindow[]): DayWindows {
  return windows
    .map((window) => [parseTimeOfDay(window.from) ?? NaN, parseTimeOfDay(window.to) ?? NaN] as const)
    .sort((one, other) => one[0] - other[0])
    .flat();
}

function dayOf(date: string): DayNumber {
  return parseDate(date) ?? NaN;
}

function firstDayOf(year: number): DayNumber {
  return Date.UTC(year, 0, 1) / millisecondsPerDay;
}
