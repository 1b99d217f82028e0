import type { CalendarDay } from '../service-calendar/civil-date';
import { dayAfter } from './days';
import type { Installation } from './installation';

/** Today, and the days after it on which somebody's roles begin or have ended, or something is retired; ascending. */
export function daysOfChange(
  { people, organisations, modules }: Installation,
  today: CalendarDay,
): CalendarDay[] {
  const days = [
    ...people.flatMap(({ since, until }) => [since, until && dayAfter(until)]),
    ...[...organisations, ...modules].map(({ retired }) => retired),
  ];
  return [
    ...new Set([today, ...days.filter((day) => day !== undefined).filter((day) => day > today)]),
  ].sort();
}
