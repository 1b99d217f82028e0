import type { Instant } from '../instant';
import { type DayNumber, toIsoDate } from './civil-date';
import type { ServiceCalendar } from './service-calendar';
import { startOfDay } from './start-of-day';

/** How many days back to search for a service day; longer than any company shutdown. */
const maxBreakDays = 60;

/** The service day that lies `count` service days before the day; undefined if there is none within reach. */
export function serviceDayBefore(
  day: DayNumber,
  count: number,
  calendar: ServiceCalendar,
): DayNumber | undefined {
  let left = count;
  for (let before = day - 1; before >= day - count * maxBreakDays; before--) {
    if (calendar.isServiceDay(toIsoDate(before)) && --left === 0) return before;
  }
  return undefined;
}

/** The first opening on or after the day. */
export function openingFrom(day: DayNumber, calendar: ServiceCalendar): Instant | undefined {
  return calendar.nextOpening(startOfDay(day, calendar.zone));
}
