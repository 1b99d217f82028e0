import { type CalendarDay, parseDate, toIsoDate } from '../service-calendar/civil-date';

/** From the first to the last day, both included; without a last one for good. */
export interface Days {
  readonly from: CalendarDay;
  readonly to?: CalendarDay;
}

/** Whether any day is in both. */
export function daysOverlap(one: Days, other: Days): boolean {
  return (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);
}

/** Undefined of what is no day. */
export function dayAfter(day: CalendarDay): CalendarDay | undefined {
  return shifted(day, 1);
}

/** Undefined of what is no day. */
export function dayBefore(day: CalendarDay): CalendarDay | undefined {
  return shifted(day, -1);
}

function shifted(day: CalendarDay, by: number): CalendarDay | undefined {
  const number = parseDate(day);
  return number === undefined ? undefined : toIsoDate(number + by);
}
