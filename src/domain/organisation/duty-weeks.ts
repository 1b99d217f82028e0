import type { Instant } from '../instant';
import type { CalendarTimeline } from '../reaction/calendar-timeline';
import { localDayAt, serviceDayAt } from '../reaction/service-day';
import { type CalendarDay, isoWeekOf, parseDate, toIsoDate, weekdayOf } from '../service-calendar/civil-date';

/** A week of the duty roster: dispatchers are named for its service days (process 2, Warnings). */
export interface DutyWeek {
  readonly monday: CalendarDay;
  /** Of the ISO year, from 1. */
  readonly number: number;
  readonly serviceDays: readonly CalendarDay[];
}

const daysOfWeek = 7;

/** The week of an instant and those after it, on the clock of the calendar in force. */
export function dutyWeeksFrom(calendars: CalendarTimeline, now: Instant, weeks: number): readonly DutyWeek[] {
  const serviceDays = new Set<CalendarDay>();
  let { day, begins } = localDayAt(calendars, now);
  while (weekdayOf(numberOf(day)) > 1) ({ day, begins } = localDayAt(calendars, begins - 1));
  const monday = numberOf(day);
  const end = toIsoDate(monday + weeks * daysOfWeek);
  for (let local = localDayAt(calendars, begins); local.day < end; local = localDayAt(calendars, local.ends))
    if (serviceDayAt(calendars, local.begins) !== undefined) serviceDays.add(local.day);
  return Array.from({ length: weeks }, (_, index) => {
    const first = monday + index * daysOfWeek;
    const days = Array.from({ length: daysOfWeek }, (__, position) => toIsoDate(first + position));
    return {
      monday: toIsoDate(first),
      number: isoWeekOf(first),
      serviceDays: days.filter((each) => serviceDays.has(each)),
    };
  });
}

function numberOf(day: CalendarDay): number {
  const number = parseDate(day);
  if (number === undefined) throw new RangeError(`${day} is no day`);
  return number;
}
