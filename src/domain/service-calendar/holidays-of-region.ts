import { getHolidays } from 'feiertagejs';
import { type DayNumber, millisecondsPerDay, parseDate, toIsoDate, yearOf } from './civil-date';
import { type RegionDays, regionDays } from './region-days';

/** The regions feiertagejs knows: the federal states, the city of Augsburg, 'BUND' for nationwide holidays and 'ALL' for all of them. */
const libraryRegions = [
  'BW', 'BY', 'BE', 'BB', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH', 'BUND', 'AUGSBURG', 'ALL',
] as const; // prettier-ignore

/** Those, and the part of Bavaria with a day less. */
export const holidayRegions = [...libraryRegions, 'BY-EV'] as const;

export type HolidayRegion = (typeof holidayRegions)[number];

export function isHolidayRegion(region: string): region is HolidayRegion {
  return (holidayRegions as readonly string[]).includes(region);
}

const known = new Map<string, readonly DayNumber[]>();

/** The public holidays of a region in a year (process 2.6), computed once. */
export function holidaysOf(region: HolidayRegion, year: number): readonly DayNumber[] {
  const key = `${region} ${year}`;
  let days = known.get(key);
  if (days === undefined) {
    days = daysOf(regionDays[region] ?? { like: region }, year);
    known.set(key, days);
  }
  return days;
}

function daysOf({ like, once = [], not = [] }: RegionDays, year: number): readonly DayNumber[] {
  // `date` is noon UTC of the day; `dateString` follows the zone of the process and is a day late in Auckland.
  const recurring = getHolidays(year, like as (typeof libraryRegions)[number]).map((holiday) =>
    Math.floor(holiday.date.getTime() / millisecondsPerDay),
  );
  const added = once.flatMap((date) => parseDate(date) ?? []).filter((day) => yearOf(day) === year);
  return [...recurring.filter((day) => !not.includes(toIsoDate(day).slice(5))), ...added];
}
