import type { Instant } from '../../instant';
import { calendarAt, type CalendarTimeline } from '../../reaction/calendar-timeline';
import { oneMonthAfter } from '../../service-calendar/add-month';
import { openingFrom, serviceDayBefore } from '../../service-calendar/service-days-before';
import { dayNumberAt } from '../../service-calendar/start-of-day';
import type { Ticket } from '../ticket';
import { type LegalReport, type LegalReportMade, legalReports } from './legal-report';

const hour = 3_600_000;
/** Real hours after Kenntnis, whatever the clock on the wall does in between. */
const hoursAllowed = { first: 24, second: 72 } as const;

/** The part of a ticket that these rules use. */
export type LegalDuties = Pick<
  Ticket,
  'securityRelevant' | 'knownAt' | 'legalReports' | 'receivedAt' | 'done'
>;

/** From when legal duties count (process 10). Of software that did not ask: the marking, or the receipt. */
export function knownAtOf({ knownAt, done, receivedAt }: LegalDuties): Instant {
  return knownAt ?? done['markSecurityRelevant']?.at ?? receivedAt;
}

/** What the operator has entered about a report to the authority. */
export function legalReportMade(
  { legalReports: made = [] }: LegalDuties,
  report: LegalReport,
): LegalReportMade | undefined {
  return made.find((each) => each.report === report);
}

/** The reports that a security-relevant ticket's operator has not entered as made, in the order of the law. */
export function openLegalReports(ticket: LegalDuties): readonly LegalReport[] {
  if (!ticket.securityRelevant) return [];
  return legalReports.filter((report) => legalReportMade(ticket, report) === undefined);
}

/**
 * Until when a report is to be made (process 10, § 32 BSIG): 24 and 72 hours of real time after Kenntnis, and a month of the
 * service calendar's clock after the second one was made, or is due.
 */
export function legalDeadline(
  ticket: LegalDuties,
  report: LegalReport,
  calendars: CalendarTimeline,
): Instant {
  if (report !== 'final') return knownAtOf(ticket) + hoursAllowed[report] * hour;
  const since = monthBegins(ticket);
  return oneMonthAfter(since, calendarAt(calendars, since).calendar.zone);
}

/** When the final report is reminded of: at the opening of a service day so many before the day it is due on. */
export function finalReminderAt(
  ticket: LegalDuties,
  serviceDaysBefore: number,
  calendars: CalendarTimeline,
): Instant {
  const deadline = legalDeadline(ticket, 'final', calendars);
  const { calendar } = calendarAt(calendars, deadline);
  const day = serviceDayBefore(dayNumberAt(deadline, calendar.zone), serviceDaysBefore, calendar);
  const opening = day === undefined ? undefined : openingFrom(day, calendar);
  // A month that is closed but for fewer days: what the law asks for is reminded of all the same.
  return opening === undefined || opening < monthBegins(ticket)
    ? deadline - serviceDaysBefore * 24 * hour
    : opening;
}

function monthBegins(ticket: LegalDuties): Instant {
  return legalReportMade(ticket, 'second')?.reportedAt ?? knownAtOf(ticket) + hoursAllowed.second * hour;
}
