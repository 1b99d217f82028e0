import type { Instant } from '../instant';
import type { CalendarTimeline } from '../reaction/calendar-timeline';
import { endOfDue, localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import { planDueOf } from './plan/fix-plan';
import { runningDeadline, type Ticket } from './ticket';
import { isOpen } from './ticket-state';

/** How soon somebody has to see to an open ticket, in the order of lists. */
export const urgencies = ['overdue', 'dueToday', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** The moment for which tickets are judged; days are those of the service calendar's zone. */
export interface DueMoment {
  readonly now: Instant;
  readonly today: CalendarDay;
  /** A deadline before this instant is due today; one at 24:00 sharp is. */
  readonly endOfToday: Instant;
}

export function dueMomentAt(calendars: CalendarTimeline, now: Instant): DueMoment {
  const localDay = localDayAt(calendars, now);
  return { now, today: localDay.day, endOfToday: endOfDue(localDay) };
}

/**
 * Overdue: the running reaction deadline has passed, recorded or not (process 2.4), or the plan's target date has (process
 * 4). A cycle that was missed and has ended is overdue no more. Due today: either of them is today.
 */
export function urgencyOf(ticket: Ticket, { now, today, endOfToday }: DueMoment): Urgency {
  const deadline = isOpen(ticket) ? runningDeadline(ticket) : undefined;
  const target = planDueOf(ticket);
  const isReactionBefore = (end: Instant) => deadline !== undefined && deadline < end;
  if (isReactionBefore(now) || (target !== undefined && target < today)) return 'overdue';
  return isReactionBefore(endOfToday) || target === today ? 'dueToday' : 'later';
}
