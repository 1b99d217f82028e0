import type { Instant } from '../../instant';
import { calendarAt, type CalendarTimeline } from '../../reaction/calendar-timeline';
import { type CalendarDay, lastYear, parseDate, yearOf } from '../../service-calendar/civil-date';
import type { ServiceCalendar } from '../../service-calendar/service-calendar';
import { instantToLocal, localToInstant } from '../../service-calendar/local-time';

/** What is wrong with a plan's target date (process 4); the codes are those of the refusals. */
export type TargetDateProblem = 'targetInPast' | 'targetNotServiceDay';

/** The day at an instant, on the clock of the calendar in force. */
export function dayAt(timeline: CalendarTimeline, at: Instant): CalendarDay {
  return instantToLocal(at, calendarAt(timeline, at).calendar.zone).date;
}

/**
 * Whether 'YYYY-MM-DD' can be a target date: a service day of the calendar valid on it, today or later (process 4).
 * Text that is not a real day is not a service day either.
 */
export function targetDateProblem(
  date: CalendarDay,
  now: Instant,
  timeline: CalendarTimeline,
): TargetDateProblem | undefined {
  const day = parseDate(date);
  if (day === undefined) return 'targetNotServiceDay';
  if (date < dayAt(timeline, now)) return 'targetInPast';
  if (yearOf(day) > lastYear) return 'targetNotServiceDay';
  return calendarOn(date, now, timeline).isServiceDay(date) ? undefined : 'targetNotServiceDay';
}

/** The calendar valid on a day, by which it is a service day or a holiday (process 2.9). */
export function calendarOn(date: CalendarDay, now: Instant, timeline: CalendarTimeline): ServiceCalendar {
  const { zone } = calendarAt(timeline, now).calendar;
  const noon = localToInstant(`${date}T12:00`, zone);
  return calendarAt(timeline, noon ?? now).calendar;
}
