import type { Instant } from '../instant';
import { firstInstant } from '../service-calendar/calendar-range';
import { parseDate } from '../service-calendar/civil-date';
import type { ServiceCalendar } from '../service-calendar/service-calendar';
import { startOfDay } from '../service-calendar/start-of-day';
import { withinReach } from '../service-calendar/within-reach';
import { type FaultClass, faultClasses } from './fault-class';
import { reactionDeadline } from './reaction-deadline';
import type { TimelineEntry } from './calendar-timeline';

/** What a calendar of the list cannot give to some report that is counted with it. */
export type MissingTime =
  /** It is in force without end, but only single days are open. */
  | { readonly kind: 'noWeeklyHours' }
  | { readonly kind: 'deadline'; readonly faultClass: FaultClass; readonly start: Instant }
  | { readonly kind: 'serviceDays'; readonly days: number; readonly start: Instant };

/**
 * Whether every cycle that a calendar counts gets its deadline (process 2.4, 2.5, 2.9), and every wait of `serviceDays` ends.
 * The later the start, the less service time follows: so the last instant counts at which the calendar is in force, or for
 * the last of the list, which has no end, the first one and that its hours recur.
 */
export function missingTime(
  { calendar, validFrom }: Pick<TimelineEntry, 'calendar' | 'validFrom'>,
  next: Pick<TimelineEntry, 'calendar' | 'validFrom'> | undefined,
  serviceDays: number,
): MissingTime | undefined {
  if (next === undefined && !hasWeeklyHours(calendar)) return { kind: 'noWeeklyHours' };
  const start =
    next === undefined
      ? begins(validFrom, calendar.zone)
      : Math.max(begins(next.validFrom, next.calendar.zone) - 1, firstInstant);
  for (const faultClass of faultClasses) {
    if (withinReach(() => reactionDeadline(start, faultClass, calendar)) === undefined) {
      return { kind: 'deadline', faultClass, start };
    }
  }
  return withinReach(() => calendar.addServiceDays(start, serviceDays)) === undefined
    ? { kind: 'serviceDays', days: serviceDays, start }
    : undefined;
}

function hasWeeklyHours({ definition: { hours } }: ServiceCalendar): boolean {
  return Object.values(hours).some((windows) => windows.length > 0);
}

/** No report is older than the years that calendars cover. */
function begins(validFrom: string, zone: string): Instant {
  const day = parseDate(validFrom) ?? NaN;
  return day < 0 ? firstInstant : startOfDay(day, zone);
}
