/** A day of the civil calendar, counted from 1970-01-01; the day before it is -1. Has no zone of its own. */
export type DayNumber = number;

/** A calendar day, 'YYYY-MM-DD', in the zone of the service calendar. */
export type CalendarDay = string;

export const millisecondsPerDay = 86_400_000;

/** The first and last year the calendar covers. */
export const firstYear = 1970;
export const lastYear = 2199;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of 'YYYY-MM-DD', or undefined when the text has another form or is not a real day (2026-02-30). */
export function parseDate(text: string): DayNumber | undefined {
  const match = datePattern.exec(text);
  if (match === null) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a year, month 1-12 and day of the month, or undefined when there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): DayNumber | undefined {
  const at = Date.UTC(year, month - 1, dayOfMonth);
  const date = new Date(at);
  // Date reads the years 0 to 99 as 1900 to 1999, and 30 February as 2 March.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth)
    return undefined;
  return at / millisecondsPerDay;
}

/** 'YYYY-MM-DD' of a day. */
export function toIsoDate(day: DayNumber): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** ISO weekday of a day: 1 Monday to 7 Sunday. */
export function weekdayOf(day: DayNumber): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The ISO week of a day, counted from 1: a week belongs to the year of its Thursday. */
export function isoWeekOf(day: DayNumber): number {
  const thursday = day + 4 - weekdayOf(day);
  const first = Date.UTC(yearOf(thursday), 0, 1) / millisecondsPerDay;
  return Math.floor((thursday - first) / 7) + 1;
}

/** The year a day lies in. */
export function yearOf(day: DayNumber): number {
  return new Date(day * millisecondsPerDay).getUTCFullYear();
}
