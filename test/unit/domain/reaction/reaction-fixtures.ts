import type { CalendarTimeline } from '../../../../src/domain/reaction/calendar-timeline';
import type { CalendarDefinition } from '../../../../src/domain/service-calendar/calendar-definition';
import { localToInstant } from '../../../../src/domain/service-calendar/local-time';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';

/** An instant of a Berlin clock. */
export function berlin(local: string): number {
  const at = localToInstant(local, 'Europe/Berlin');
  if (at === undefined) throw new Error(`${local} does not exist`);
  return at;
}

export const standard = createServiceCalendar(standardCalendar);
export const standardTimeline: CalendarTimeline = [
  { id: '2020-01-01', validFrom: '2020-01-01', calendar: standard },
];

/** A timeline of one calendar, edited. */
export function edited(change: Partial<CalendarDefinition>): CalendarTimeline {
  return [
    {
      id: '2020-01-01',
      validFrom: '2020-01-01',
      calendar: createServiceCalendar({ ...standardCalendar, ...change }),
    },
  ];
}
