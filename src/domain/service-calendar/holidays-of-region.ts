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

/** The German name of each holiday that recurs; those of one year have none. */
type HolidayNames = ReadonlyMap<DayNumber, string | undefined>;

const known = new Map<string, HolidayNames>();

/** The public holidays of a region in a year (process 2.6) with their German names, computed once. */
export function namedHolidaysOf(region: HolidayRegion, year: number): HolidayNames {
  const key = `${region} ${year}`;
  let days = known.get(key);
  if (days === undefined) {
    days = daysOf(regionDays[region] ?? { like: region }, year);
    known.set(key, days);
  }
  return days;
}

/** The same days without their names. */
export function holidaysOf(region: HolidayRegion, year: number): readonly DayNumber[] {
  return [...namedHolidaysOf(region, year).keys()];
}

function daysOf({ like, once = [], not = [] }: RegionDays, year: number): HolidayNames {
  // `date` is noon UTC of the day; `dateString` follows the zone of the process and is a day late in Auckland.
  const recurring = getHolidays(year, like as (typeof libraryRegions)[number]).map(
    (holiday) =>
      [
        Math.floor(holiday.date.getTime() / millisecondsPerDay),
        holiday.translate('de') ?? holiday.name,
      ] as const,
  );
  const added = once.flatMap((date) => parseDate(date) ?? []).filter((day) => yearOf(day) === year);
  return new Map<DayNumber, string | undefined>([
    ...added.map((day) => [day, undefined] as const),
    ...recurring.filter(([day]) => !not.includes(toIsoDate(day).slice(5))),
  ]);
}
