import type { Installation } from '../domain/organisation/installation';
import type { Instant } from '../domain/instant';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import type { ServiceCalendar } from '../domain/service-calendar/service-calendar';
import { formatEnd, formatInstant } from './german-time';
import { type Names, namesIn } from './names';

/**
 * What everything shown to a reader is told with, bound once for each answer and post: the names of the organisation,
 * and the clocks of its calendars.
 */
export interface View extends Names {
  readonly installation: Installation;
  /** When it is shown. */
  readonly now: Instant;
  /** The calendar in force at an instant (process 2.9). */
  calendar(at: Instant): ServiceCalendar;
  /** 'Fr 12.06.2026, 14:00 Uhr' on the clock of the calendar that was in force then (process 2.7). */
  time(at: Instant): string;
  /** The same for a deadline: 'Di 30.06.2026, 24:00 Uhr' rather than midnight of the next day. */
  due(at: Instant): string;
}

export function viewFor({
  installation,
  now,
}: {
  readonly installation: Installation;
  readonly now: Instant;
}): View {
  const calendar = (at: Instant) => calendarAt(installation.calendars, at).calendar;
  return {
    ...namesIn(installation),
    installation,
    now,
    calendar,
    time: (at) => formatInstant(at, calendar(at).zone),
    due: (at) => formatEnd(at, calendar(at - 1).zone),
  };
}
