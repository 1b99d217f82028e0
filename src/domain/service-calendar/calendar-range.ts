import type { Instant } from '../instant';
import { InstantOutOfRange } from './calendar-errors';
import { FIRST_YEAR, LAST_YEAR } from './civil-date';

const HOUR = 3_600_000;

/** An instant is in range while it lies in the years 1970 to 2199 in at least one zone of the world (UTC+14 to UTC-12). */
export const FIRST_INSTANT: Instant = Date.UTC(FIRST_YEAR, 0, 1) - 14 * HOUR;
export const LAST_INSTANT: Instant = Date.UTC(LAST_YEAR + 1, 0, 1) + 12 * HOUR;

/** Tables are worked out by pages of 2^33 ms, about 99 days, so that a deadline needs one or two of them. */
export const PAGE = 2 ** 33;
export const FIRST_PAGE = Math.floor(FIRST_INSTANT / PAGE);
export const LAST_PAGE = Math.floor(LAST_INSTANT / PAGE);

const FIRST_START = FIRST_YEAR - 2;
const yearStarts = Float64Array.from({ length: LAST_YEAR - FIRST_START + 4 }, (_, index) =>
  Date.UTC(FIRST_START + index, 0, 1),
);
const AVERAGE_YEAR = 31_556_952_000;

/** Throws InstantOutOfRange unless the instant is a number of whole milliseconds in the years 1970 to 2199. */
export function checkInstant(at: Instant): void {
  if (!(at >= FIRST_INSTANT && at <= LAST_INSTANT && Number.isInteger(at))) throw new InstantOutOfRange(at);
}

/** First instant of a UTC year. */
export function startOfUtcYear(year: number): Instant {
  return yearStarts[year - FIRST_START] ?? Date.UTC(year, 0, 1);
}

/** The UTC year of an instant, without making a Date. */
export function utcYearOf(at: Instant): number {
  const guess = Math.floor(at / AVERAGE_YEAR) + FIRST_YEAR;
  if (at < startOfUtcYear(guess)) return guess - 1;
  return at >= startOfUtcYear(guess + 1) ? guess + 1 : guess;
}
