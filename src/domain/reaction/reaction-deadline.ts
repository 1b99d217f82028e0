import type { Instant } from '../instant';
import { toIsoDate, parseDate } from '../service-calendar/civil-date';
import { instantToLocal } from '../service-calendar/local-time';
import type { ServiceCalendar, UsedWindow } from '../service-calendar/service-calendar';
import { type FaultClass, reactionTimes } from './fault-class';

/**
 * The reaction deadline of a cycle (process 2.4, 2.5, 2.10), a pure function of its start, class and calendar. Reacting
 * exactly at this instant is in time. Throws AmountNeverReached when the calendar does not hold the reaction time.
 */
export function reactionDeadline(start: Instant, faultClass: FaultClass, calendar: ServiceCalendar): Instant {
  const time = reactionTimes[faultClass];
  return time.kind === 'serviceSeconds'
    ? calendar.add(start, time.seconds)
    : calendar.addServiceDays(start, time.days);
}

/** Service seconds left until the deadline; 0 at the deadline and after it. */
export function remainingServiceSeconds(now: Instant, deadline: Instant, calendar: ServiceCalendar): number {
  return now >= deadline ? 0 : calendar.between(now, deadline);
}

/** How a deadline came about (process 2.10): the windows used, or the service days counted as 'YYYY-MM-DD'. */
export type ReactionExplanation =
  | { readonly kind: 'serviceSeconds'; readonly deadline: Instant; readonly windows: readonly UsedWindow[] }
  | { readonly kind: 'serviceDays'; readonly deadline: Instant; readonly days: readonly string[] };

export function explainReaction(
  start: Instant,
  faultClass: FaultClass,
  calendar: ServiceCalendar,
): ReactionExplanation {
  const time = reactionTimes[faultClass];
  const deadline = reactionDeadline(start, faultClass, calendar);
  if (time.kind === 'serviceSeconds') {
    return { kind: 'serviceSeconds', deadline, windows: calendar.explain(start, deadline) };
  }
  return { kind: 'serviceDays', deadline, days: serviceDaysAfter(start, time.days, calendar) };
}

/** The first `count` service days after the day of receipt, which itself does not count (process 2.5). */
function serviceDaysAfter(receipt: Instant, count: number, calendar: ServiceCalendar): string[] {
  const days: string[] = [];
  let day = parseDate(instantToLocal(receipt, calendar.zone).date) ?? NaN;
  // The deadline exists, so these days do too.
  while (days.length < count) {
    day++;
    const date = toIsoDate(day);
    if (calendar.isServiceDay(date)) days.push(date);
  }
  return days;
}
