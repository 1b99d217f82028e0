import type { Instant } from '../domain/instant';
import type { CalendarTimeline } from '../domain/reaction/calendar-timeline';
import { type ServiceDay, serviceDayAfter, serviceDayAt } from '../domain/reaction/service-day';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { localToInstant } from '../domain/service-calendar/local-time';
import { parseTimeOfDay } from '../domain/service-calendar/time-of-day';

/** 'HH:MM' on the clock of the calendar in force; undefined for the start of service time. */
export type DigestTime = string | undefined;

/** When the digest of a service day is due: at the configured time, or at the opening if the day has no service time then. */
function digestDueAt({ day, opens, calendar }: ServiceDay, time: DigestTime): Instant {
  const at = time === undefined ? undefined : localToInstant(`${day}T${time}`, calendar.zone);
  return at !== undefined && calendar.isOpen(at) ? at : opens;
}

/** The service day whose digest may be sent at an instant: from when it is due until the end of that day's service time. */
export function digestDayAt(
  timeline: CalendarTimeline,
  time: DigestTime,
  now: Instant,
): { readonly day: CalendarDay; readonly dueAt: Instant } | undefined {
  const today = serviceDayAt(timeline, now);
  if (today === undefined || now >= today.closes) return undefined;
  const dueAt = digestDueAt(today, time);
  return now < dueAt ? undefined : { day: today.day, dueAt };
}

/** When the next digest is due after an instant; undefined if there is no service day within reach. */
export function nextDigestAt(
  timeline: CalendarTimeline,
  time: DigestTime,
  now: Instant,
): { readonly at: Instant; readonly zone: string } | undefined {
  const today = serviceDayAt(timeline, now);
  const next = today !== undefined && now < digestDueAt(today, time) ? today : serviceDayAfter(timeline, now);
  return next && { at: digestDueAt(next, time), zone: next.calendar.zone };
}

/** Whether every weekday with service time, in every calendar, is open at this time, so that it means the same on all of them. */
export function isInServiceTime(timeline: CalendarTimeline, time: string): boolean {
  const at = parseTimeOfDay(time) ?? NaN;
  return timeline.every(({ calendar }) =>
    Object.values(calendar.definition.hours)
      .filter((windows) => windows.length > 0)
      .every((windows) =>
        windows.some(
          ({ from, to }) => (parseTimeOfDay(from) ?? NaN) <= at && at < (parseTimeOfDay(to) ?? NaN),
        ),
      ),
  );
}
