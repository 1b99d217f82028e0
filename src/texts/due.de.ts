import type { Instant } from '../domain/instant';
import { planDueOf } from '../domain/ticket/plan/fix-plan';
import { presentCycle, runningDeadline, type Ticket } from '../domain/ticket/ticket';
import { isOpen } from '../domain/ticket/ticket-state';
import type { DueMoment } from '../domain/ticket/urgency';
import { type CalendarDay, parseDate, toIsoDate } from '../domain/service-calendar/civil-date';
import { calendarOf } from './deadlines.de';
import { formatDay, formatEnd, formatEndClock, formatServiceDuration } from './german-time';
import type { View } from './view';

/**
 * What of a ticket is due, in a list: what is late and by how much, what is due today, else the running deadline; undefined
 * where nothing runs.
 */
export function dueText(ticket: Ticket, view: View, moment: DueMoment): string | undefined {
  const parts = [reactionText(ticket, view, moment), planText(ticket, view, moment)];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join('; ');
}

/** '2 h 15 min Servicezeit überfällig', 'Heute fällig: 14:00 Uhr', 'Frist Fr 12.06.2026, 14:00 Uhr' */
function reactionText(ticket: Ticket, view: View, { now, endOfToday }: DueMoment): string | undefined {
  const deadline = isOpen(ticket) ? runningDeadline(ticket) : undefined;
  if (deadline === undefined) return undefined;
  const cycle = presentCycle(ticket);
  const calendar = calendarOf(cycle, view);
  if (now > deadline) {
    const minutes = Math.floor(calendar.between(deadline, now) / 60);
    // Nobody could have reacted since: when it was says more than that no service time has passed.
    return minutes === 0
      ? `Seit ${formatEnd(deadline, calendar.zone)} überfällig`
      : `${formatServiceDuration(minutes * 60)} Servicezeit überfällig`;
  }
  const running =
    deadline < endOfToday
      ? `Heute fällig: ${formatEndClock(deadline, calendar.zone)}`
      : `Frist ${formatEnd(deadline, calendar.zone)}`;
  // A breach is never erased, whatever the class became since (process 2.8); the card says both too.
  return cycle.breach === undefined
    ? running
    : `${running}; Frist ${formatEnd(cycle.breach.deadline, calendar.zone)} versäumt`;
}

/** 'Plan 3 Servicetage überfällig', 'Heute fällig: Zieltermin' */
function planText(ticket: Ticket, view: View, { now, today }: DueMoment): string | undefined {
  const target = planDueOf(ticket);
  if (target === undefined || target > today) return undefined;
  if (target === today) return 'Heute fällig: Zieltermin';
  const days = serviceDaysSince(target, today, view, now);
  if (days === 0) return `Plan seit ${formatDay(target)} überfällig`;
  return `Plan ${days === 1 ? '1 Servicetag' : `${days} Servicetage`} überfällig`;
}

/** The days with service time after `from`, `today` included. */
function serviceDaysSince(from: CalendarDay, today: CalendarDay, view: View, now: Instant): number {
  const calendar = view.calendar(now);
  const first = parseDate(from) ?? NaN;
  const last = parseDate(today) ?? NaN;
  let days = 0;
  for (let day = first + 1; day <= last; day += 1) if (calendar.isServiceDay(toIsoDate(day))) days += 1;
  return days;
}
