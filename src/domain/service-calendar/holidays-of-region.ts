import { getHolidays } from 'feiertagejs';
import { type DayNumber, millisecondsPerDay } from './civil-date';

/** The regions feiertagejs knows: the federal states, the city of Augsburg, 'BUND' for nationwide holidays and 'ALL' for all of them. */
export const holidayRegions = [
  'BW', 'BY', 'BE', 'BB', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH', 'BUND', 'AUGSBURG', 'ALL',
] as const; // prettier-ignore

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
    // `date` is noon UTC of the day; `dateString` follows the zone of the process and is a day late in Auckland.
    days = getHolidays(year, region).map((holiday) =>
      Math.floor(holiday.date.getTime() / millisecondsPerDay),
    );
    known.set(key, days);
  }
  return days;
}
