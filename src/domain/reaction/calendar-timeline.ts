import type { Instant } from '../instant';
import { instantToLocal } from '../service-calendar/local-time';
import type { ServiceCalendar } from '../service-calendar/service-calendar';

/** A calendar and the day from which it is valid, 'YYYY-MM-DD' in its own zone (process 2.9). */
export interface TimelineEntry {
  readonly id: string;
  readonly validFrom: string;
  readonly calendar: ServiceCalendar;
}

export type CalendarTimeline = readonly TimelineEntry[];

/**
 * The calendar valid at an instant (process 2.9): the latest one whose first day has begun in its own zone. The
 * earliest calendar also covers the time before it, so a report received earlier can still be entered. Throws
 * RangeError for an empty timeline.
 */
export function calendarAt(timeline: CalendarTimeline, at: Instant): TimelineEntry {
  let found: TimelineEntry | undefined;
  let earliest: TimelineEntry | undefined;
  for (const entry of timeline) {
    if (earliest === undefined || entry.validFrom < earliest.validFrom) earliest = entry;
    const begun = entry.validFrom <= instantToLocal(at, entry.calendar.zone).date;
    if (begun && (found === undefined || entry.validFrom >= found.validFrom)) found = entry;
  }
  const entry = found ?? earliest;
  if (entry === undefined) throw new RangeError('the organisation has no service calendar');
  return entry;
}
