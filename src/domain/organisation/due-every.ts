import type { Instant } from '../instant';
import { type CalendarTimeline, calendarAt } from '../reaction/calendar-timeline';

/** The end of the service time of the last of so many service days; the day of `since` is none of them (process 2.5). */
export function dueAfter(calendars: CalendarTimeline, since: Instant, serviceDays: number): Instant {
  return calendarAt(calendars, since).calendar.addServiceDays(since, serviceDays);
}

/** How many times what is due every so many service days has come due; what was missed while the bot was down is said once. */
export function timesDue(
  calendars: CalendarTimeline,
  since: Instant,
  { serviceDays, now }: { readonly serviceDays: number; readonly now: Instant },
): number {
  let count = 0;
  // Service time that ends at 24:00 ended on the day before (process 2.4).
  for (
    let due = dueAfter(calendars, since, serviceDays);
    due < now;
    due = dueAfter(calendars, due - 1, serviceDays)
  )
    count += 1;
  return count;
}
