import type { Instant } from '../instant';
import type { CalendarDay } from '../organisation/installation';
import { formatDate, parseDate } from '../service-calendar/civil-date';
import { instantToLocal, localToInstant } from '../service-calendar/local-time';
import type { ServiceCalendar } from '../service-calendar/service-calendar';
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

/** No calendar has more days without service time in a row that anybody would wait for. */
const mostDaysWithout = 400;

/** The day at an instant, on the clock of the calendar in force. */
export function localDayAt(timeline: CalendarTimeline, at: Instant): LocalDay {
  const { calendar } = calendarAt(timeline, at);
  const { date: day } = instantToLocal(at, calendar.zone);
  return {
    day,
    begins: startOfDay(day, calendar.zone),
    ends: startOfDay(dayAfter(day), calendar.zone),
    calendar,
  };
}

/** The service day at an instant, at whatever hour; undefined on a day without service time. */
export function serviceDayAt(timeline: CalendarTimeline, at: Instant): ServiceDay | undefined {
  const local = localDayAt(timeline, at);
  const { calendar, begins, day } = local;
  if (!calendar.isServiceDay(day)) return undefined;
  const opens = calendar.nextOpening(begins);
  if (opens === undefined || opens >= local.ends) return undefined;
  // The first service day after the day before.
  return { ...local, opens, closes: calendar.addServiceDays(begins - 1, 1) };
}

/** The first service day after the day of an instant; undefined where none is in sight. */
export function serviceDayAfter(timeline: CalendarTimeline, at: Instant): ServiceDay | undefined {
  let { ends } = localDayAt(timeline, at);
  for (let days = 0; days < mostDaysWithout; days += 1) {
    const found = serviceDayAt(timeline, ends);
    if (found !== undefined) return found;
    ({ ends } = localDayAt(timeline, ends));
  }
  return undefined;
}

/** The last service day before the day of an instant; undefined where none is in sight. */
export function serviceDayBefore(timeline: CalendarTimeline, at: Instant): ServiceDay | undefined {
  let { begins } = localDayAt(timeline, at);
  for (let days = 0; days < mostDaysWithout && begins > 0; days += 1) {
    const found = serviceDayAt(timeline, begins - 1);
    if (found !== undefined) return found;
    ({ begins } = localDayAt(timeline, begins - 1));
  }
  return undefined;
}

/** The first instant that a clock of the zone shows the day; where the clock is put forward at midnight, that is later. */
function startOfDay(day: CalendarDay, zone: string): Instant {
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const [hours, minutes] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    const at = localToInstant(`${day}T${time}`, zone);
    if (at !== undefined) return at;
  }
  // Zones have left out a whole day when they changed sides of the date line.
  return startOfDay(dayAfter(day), zone);
}

function dayAfter(day: CalendarDay): CalendarDay {
  const number = parseDate(day);
  if (number === undefined) throw new RangeError(`${day} is no day`);
  return formatDate(number + 1);
}
