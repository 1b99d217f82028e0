import type { Instant } from '../domain/instant';
import { toIsoDate } from '../domain/service-calendar/civil-date';
import type { ServiceCalendar } from '../domain/service-calendar/service-calendar';
import { dayNumberAt } from '../domain/service-calendar/start-of-day';
import { formatDay, holidayName } from './german-time';

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
