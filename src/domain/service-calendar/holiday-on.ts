import { defined } from '../../defined';
import type { CalendarDefinition } from './calendar-definition';
import { parseDate, weekdayOf, yearOf } from './civil-date';
import { type HolidayRegion, namedHolidaysOf } from './holidays-of-region';

/** A holiday; one of a single year, or that only the organisation file lists, has no name. */
export interface Holiday {
  readonly name?: string;
}

/**
 * The holiday because of which a day 'YYYY-MM-DD' has no service time (process 2.6); undefined for every other day, and for
 * one whose weekday has none anyway.
 */
export function holidayOn(date: string, definition: CalendarDefinition): Holiday | undefined {
  const { hours, holidayRegion, holidays = [], openDays = [] } = definition;
  const day = parseDate(date);
  if (day === undefined || openDays.some((open) => open.date === date)) return undefined;
  if ((hours[weekdayOf(day)] ?? []).length === 0) return undefined;
  const region = holidayRegion as HolidayRegion | undefined;
  const names = region && namedHolidaysOf(region, yearOf(day));
  return names?.has(day) || holidays.includes(date) ? defined({ name: names?.get(day) }) : undefined;
}
