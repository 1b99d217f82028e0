import type { Instant } from '../instant';
import { InstantOutOfRange } from './calendar-errors';
import { firstYear, lastYear } from './civil-date';

const hour = 3_600_000;

/** An instant is in range if it falls in the years 1970 to 2199 in at least one zone of the world (UTC+14 to UTC-12). */
export const firstInstant: Instant = Date.UTC(firstYear, 0, 1) - 14 * hour;
export const lastInstant: Instant = Date.UTC(lastYear + 1, 0, 1) + 12 * hour;

/** Tables are computed in pages of 2^33 ms, about 99 days, so a deadline needs one or two of them. */
export const pageLength = 2 ** 33;
export const firstPageInRange = Math.floor(firstInstant / pageLength);
export const lastPageInRange = Math.floor(lastInstant / pageLength);

const firstStart = firstYear - 2;
const yearStarts = Float64Array.from({ length: lastYear - firstStart + 4 }, (_, index) =>
  Date.UTC(firstStart + index, 0, 1),
);
const averageYear = 31_556_952_000;

/** Throws InstantOutOfRange unless the instant is a whole number of milliseconds in the years 1970 to 2199. */
export function checkInstant(at: Instant): void {
  if (!(at >= firstInstant && at <= lastInstant && Number.isInteger(at))) throw new InstantOutOfRange(at);
}

/** First instant of a UTC year. */
export function startOfUtcYear(year: number): Instant {
  return yearStarts[year - firstStart] ?? Date.UTC(year, 0, 1);
}

/** The UTC year of an instant, without creating a Date. */
export function utcYearOf(at: Instant): number {
  const guess = Math.floor(at / averageYear) + firstYear;
  if (at < startOfUtcYear(guess)) return guess - 1;
  return at >= startOfUtcYear(guess + 1) ? guess + 1 : guess;
}
