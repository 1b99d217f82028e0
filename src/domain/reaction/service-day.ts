import type { Instant } from '../instant';
import { type CalendarDay, toIsoDate } from '../service-calendar/civil-date';
import type { ServiceCalendar } from '../service-calendar/service-calendar';
import { dayNumberAt, startOfDay } from '../service-calendar/start-of-day';
import { calendarAt, type CalendarTimeline } from './calendar-timeline';

/** A day of the calendar in force, in its zone: [begins, ends). */
export interface LocalDay {
  readonly day: CalendarDay;
  readonly begins: Instant;
  readonly ends: Instant;
  readonly calendar: ServiceCalendar;
}

/** A day with service time (process 2.5): the first opening, and the end of the service time. */
export interface ServiceDay extends LocalDay {
  readonly opens: Instant;
  readonly closes: Instant;
}

/** No sensible calendar has more days than this without service time in a row. */
const maxDaysWithout = 400;

/** The day at an instant, on the clock of the calendar in force. */
export function localDayAt(timeline: CalendarTimeline, at: Instant): LocalDay {
  const { calendar } = calendarAt(timeline, at);
  const { zone } = calendar;
  const number = dayNumberAt(at, zone);
  return {
    day: toIsoDate(number),
    begins: startOfDay(number, zone),
    ends: startOfDay(number + 1, zone),
    calendar,
  };
}

/**
 * The day, 'YYYY-MM-DD' in the zone, on which what is due at an instant is due. A window is half-open (process 2.4), so service
 * time that is used up at 24:00 was used on the day that ends there, and the deadline is that day's.
 */
export function dayDue(at: Instant, zone: string): CalendarDay {
  return toIsoDate(dayNumberAt(at - 1, zone));
}

/** What is due before this instant is due by the end of the day, at 24:00 sharp included. */
export function endOfDue({ ends }: LocalDay): Instant {
  return ends + 1;
}

/** The service day of an instant, at any hour; undefined on a day without service time. */
export function serviceDayAt(timeline: CalendarTimeline, at: Instant): ServiceDay | undefined {
  const local = localDayAt(timeline, at);
  const { calendar, begins, day } = local;
  if (!calendar.isServiceDay(day)) return undefined;
  const opens = calendar.nextOpening(begins);
  if (opens === undefined || opens >= local.ends) return undefined;
  // The first service day after the day before.
  return { ...local, opens, closes: calendar.addServiceDays(begins - 1, 1) };
}

/** The first service day after the day of an instant; undefined if there is none within reach. */
export function serviceDayAfter(timeline: CalendarTimeline, at: Instant): ServiceDay | undefined {
  let { ends } = localDayAt(timeline, at);
  for (let days = 0; days < maxDaysWithout; days += 1) {
    const found = serviceDayAt(timeline, ends);
    if (found !== undefined) return found;
    ({ ends } = localDayAt(timeline, ends));
  }
  return undefined;
}

/** The last service day before the day of an instant; undefined if there is none within reach. */
export function serviceDayBefore(timeline: CalendarTimeline, at: Instant): ServiceDay | undefined {
  let { begins } = localDayAt(timeline, at);
  for (let days = 0; days < maxDaysWithout && begins > 0; days += 1) {
    const found = serviceDayAt(timeline, begins - 1);
    if (found !== undefined) return found;
    ({ begins } = localDayAt(timeline, begins - 1));
  }
  return undefined;
}
