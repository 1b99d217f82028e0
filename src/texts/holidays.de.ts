import type { Instant } from '../domain/instant';
import { toIsoDate } from '../domain/service-calendar/civil-date';
import { calendarOn } from '../domain/ticket/plan/target-date';
import type { ServiceCalendar } from '../domain/service-calendar/service-calendar';
import { dayNumberAt } from '../domain/service-calendar/start-of-day';
import { formatDay, holidayName } from './german-time';
import type { View } from './view';

/**
 * 'kein Servicetag: Fr 25.12.2026 – 1. Weihnachtstag' for the holidays between two instants, because of which something
 * ends later; undefined without any.
 */
export function skippedHolidaysText(
  from: Instant,
  to: Instant,
  calendar: ServiceCalendar,
): string | undefined {
  const [first, last] = [dayNumberAt(from, calendar.zone), dayNumberAt(to, calendar.zone)];
  const named = Array.from({ length: Math.max(0, last - first + 1) }, (_unused, offset) => {
    const date = toIsoDate(first + offset);
    const name = holidayName(date, calendar);
    return name === undefined ? [] : [`${formatDay(date)} – ${name}`];
  }).flat();
  return named.length === 0 ? undefined : `kein Servicetag: ${named.join(', ')}`;
}

/** The name of a coming day's holiday, by the calendar valid on that day; undefined where it is none. */
export function comingHolidayName(date: string, { installation, now }: View): string | undefined {
  return holidayName(date, calendarOn(date, now, installation.calendars));
}
