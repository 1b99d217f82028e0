import type { Instant } from '../instant';
import { InstantOutOfRange } from './calendar-errors';
import { FIRST_YEAR, LAST_YEAR } from './civil-date';

const HOUR = 3_600_000;

/** An instant is in range while it lies in the years 1970 to 2199 in at least one zone of the world (UTC+14 to UTC-12). */
export const FIRST_INSTANT: Instant = Date.UTC(FIRST_YEAR, 0, 1) - 14 * HOUR;
export const LAST_INSTANT: Instant = Date.UTC(LAST_YEAR + 1, 0, 1) + 12 * HOUR;

/** The UTC years that tables may be built for: those the range touches. */
export const FIRST_TABLE_YEAR = FIRST_YEAR - 1;
export const LAST_TABLE_YEAR = LAST_YEAR + 1;

const yearStarts = Float64Array.from({ length: LAST_TABLE_YEAR - FIRST_TABLE_YEAR + 2 }, (_, index) =>
  Date.UTC(FIRST_TABLE_YEAR + index, 0, 1),
);
const AVERAGE_YEAR = 31_556_952_000;

/** Throws InstantOutOfRange unless the instant is a number of whole milliseconds in the years 1970 to 2199. */
export function checkInstant(at: Instant): void {
  if (!(at >= FIRST_INSTANT && at <= LAST_INSTANT && Number.isInteger(at))) throw new InstantOutOfRange(at);
}

/** First instant of a UTC year within the table years, or of the year after the last. */
export function startOfUtcYear(year: number): Instant {
  return yearStarts[year - FIRST_TABLE_YEAR] ?? Date.UTC(year, 0, 1);
}

/** The UTC year of an instant, without making a Date. */
export function utcYearOf(at: Instant): number {
  const guess = Math.floor(at / AVERAGE_YEAR) + FIRST_YEAR;
  if (at < startOfUtcYear(guess)) return guess - 1;
  return at >= startOfUtcYear(guess + 1) ? guess + 1 : guess;
}
