import type { Instant } from '../../instant';
import { calendarAt, type CalendarTimeline } from '../../reaction/calendar-timeline';
import { type CalendarDay, parseDate } from '../../service-calendar/civil-date';
import { localToInstant } from '../../service-calendar/local-time';
import type { ServiceCalendar } from '../../service-calendar/service-calendar';
import { openingFrom, serviceDayBefore } from '../../service-calendar/service-days-before';
import { startOfDay } from '../../service-calendar/start-of-day';

/**
 * When to warn about a plan's target date (process 4), at the opening of service time: -1 the service day before it, 0
 * the day itself. And 1, when the day has ended: the plan is overdue from then on, whatever hour and day it is, and
 * cards say so as lists and digests do (process 2, Warnings). Empty if the text is not a real day.
 */
export function targetDays(
  date: CalendarDay,
  timeline: CalendarTimeline,
): readonly { readonly step: number; readonly dueAt: Instant }[] {
  const day = parseDate(date);
  if (day === undefined) return [];
  const calendar = calendarOn(date, timeline);
  if (calendar === undefined) return [];
  const before = serviceDayBefore(day, 1, calendar);
  const days = [
    [-1, before === undefined ? undefined : openingFrom(before, calendar)],
    [0, openingFrom(day, calendar)],
    [1, startOfDay(day + 1, calendar.zone)],
  ] as const;
  return days.flatMap(([step, dueAt]) => (dueAt === undefined ? [] : [{ step, dueAt }]));
}

function calendarOn(date: CalendarDay, timeline: CalendarTimeline): ServiceCalendar | undefined {
  const { zone } = calendarAt(timeline, 0).calendar;
  const noon = localToInstant(`${date}T12:00`, zone);
  return noon === undefined ? undefined : calendarAt(timeline, noon).calendar;
}
