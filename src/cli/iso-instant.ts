import type { Instant } from '../domain/instant';
import {
  firstYear,
  lastYear,
  millisecondsPerDay,
  dayOf,
  toIsoDate,
} from '../domain/service-calendar/civil-date';
import { zoneOffsets } from '../domain/service-calendar/zone-offsets';

const iso = new RegExp(
  '^(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?' +
    '(?:[Zz]|([+-])(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d))?)?)$',
);

/** What an instant has to look like, for messages. */
export const isoInstantExpected = 'an ISO 8601 instant with offset such as "2026-06-12T10:00:00+02:00"';

export type ParsedInstant = { readonly at: Instant } | { readonly problem: string };

/** Reads an ISO 8601 instant with its offset, to the millisecond, in the years 1970 to 2199 as written. */
export function parseIsoInstant(value: unknown): ParsedInstant {
  const match = typeof value === 'string' ? iso.exec(value) : null;
  if (match === null) return { problem: `expected ${isoInstantExpected}` };
  const [
    ,
    year,
    month,
    dayOfMonth,
    hour,
    minute,
    second = '0',
    fraction = '',
    sign,
    offsetHour,
    offsetMinute,
    offsetSecond,
  ] = match;
  if (Number(year) < firstYear || Number(year) > lastYear) {
    return { problem: `the year is out of range, expected ${firstYear} to ${lastYear}` };
  }
  const day = dayOf(Number(year), Number(month), Number(dayOfMonth));
  if (day === undefined) return { problem: 'no such day in the calendar, expected a date that exists' };
  const time = secondsOf(hour, minute, second);
  // ISO 8601 lets a day end at 24:00:00; nothing else may exceed 23:59:59.
  const endOfDay = time === 86_400 && Number(hour) === 24 && Number(fraction) === 0;
  if ((Number(hour) > 23 && !endOfDay) || Number(minute) > 59 || Number(second) > 59) {
    return { problem: 'no such time of day, expected 00:00:00 to 23:59:59' };
  }
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59 || Number(offsetSecond ?? 0) > 59) {
    return { problem: 'no such offset, expected one from -23:59 to +23:59' };
  }
  if (Number(fraction.slice(3)) > 0)
    return { problem: 'finer than a millisecond, expected at most three decimals' };
  const offset = secondsOf(offsetHour, offsetMinute, offsetSecond) * (sign === '-' ? -1 : 1);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { at: day * millisecondsPerDay + (time - offset) * 1000 + milliseconds };
}

function secondsOf(hour = '0', minute = '0', second = '0'): number {
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

/**
 * An instant as ISO 8601 in the zone, with its numeric offset; milliseconds only when there are some. Where the zone's offset
 * has seconds (before 1972 in places), which ISO 8601 cannot write, the instant is given at +00:00.
 */
export function formatIsoInstant(at: Instant, zone: string): string {
  const zoneOffset = zoneOffsets(zone).offsetAt(at);
  const offset = zoneOffset % 60_000 === 0 ? zoneOffset : 0;
  const shown = at + offset;
  const day = Math.floor(shown / millisecondsPerDay);
  const time = shown - day * millisecondsPerDay;
  const milliseconds = time % 1000;
  const minutes = Math.abs(offset) / 60_000;
  return (
    `${toIsoDate(day)}T${pad(Math.floor(time / 3_600_000))}:${pad(Math.floor(time / 60_000) % 60)}:${pad(Math.floor(time / 1000) % 60)}` +
    (milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`) +
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  );
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
