import type { CalendarDay } from '../service-calendar/civil-date';

/** From the first to the last day, both included; without a last one for good. */
export interface Days {
  readonly from: CalendarDay;
  readonly to?: CalendarDay;
}

/** Whether any day is in both. */
export function daysOverlap(one: Days, other: Days): boolean {
  return (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);
}
