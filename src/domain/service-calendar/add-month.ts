import type { Instant } from '../instant';
import { type CalendarDay, dayOf, toIsoDate } from './civil-date';
import { instantToLocal, localToInstant, skippedTime } from './local-time';

const [hour, minute, second] = [3_600_000, 60_000, 1000];

/**
 * The same time of the same day of the next month, on a clock of the IANA zone; the last day where that month is shorter.
 * A time that occurs twice means the first (process 2.7), one that does not exist the instant at which the clock is put
 * forward.
 */
export function oneMonthAfter(at: Instant, zone: string): Instant {
  const { date, timeOfDay } = instantToLocal(at, zone);
  const wholeSeconds = Math.floor(timeOfDay / second) * second;
  const local = `${nextMonth(date)}T${clock(wholeSeconds)}`;
  const there = localToInstant(local, zone);
  if (there !== undefined) return there + timeOfDay - wholeSeconds;
  const after = skippedTime(local, zone)?.after;
  const forward = after && localToInstant(`${after.date}T${clock(after.timeOfDay)}`, zone);
  if (forward === undefined) throw new RangeError(`there is no ${local} in ${zone}`);
  return forward;
}

function nextMonth(date: CalendarDay): CalendarDay {
  const [year = NaN, month = NaN, dayOfMonth = NaN] = date.split('-').map(Number);
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  for (let day = dayOfMonth; day > 0; day--) {
    const found = dayOf(nextYear, next, day);
    if (found !== undefined) return toIsoDate(found);
  }
  throw new RangeError(`${date} is no day`);
}

function clock(timeOfDay: number): string {
  const parts = [timeOfDay / hour, (timeOfDay % hour) / minute, (timeOfDay % minute) / second];
  return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
