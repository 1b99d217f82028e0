import type { Instant } from '../../instant';
import type { CalendarTimeline } from '../../reaction/calendar-timeline';
import { finalReminderAt, knownAtOf, legalDeadline, type LegalDuties } from './legal-duties';
import type { LegalReport } from './legal-report';

const hour = 3_600_000;

/** Hours after Kenntnis at which the operator is reminded of a report, and service days before the final one (process 10). */
const reminderSteps = { first: 20, second: 68, final: 3 } as const;

/**
 * The instants of a report to the authority at which the bot acts on its own: its reminder, and its deadline once it has
 * passed, which is a step of so many hours after Kenntnis, rounded up. One that was moved on, as the last by the second
 * report, is a higher step.
 */
export function legalSteps(
  ticket: LegalDuties,
  report: LegalReport,
  calendars: CalendarTimeline,
): readonly { readonly step: number; readonly dueAt: Instant }[] {
  const known = knownAtOf(ticket);
  const deadline = legalDeadline(ticket, report, calendars);
  const reminder = reminderSteps[report];
  const remindAt =
    report === 'final' ? finalReminderAt(ticket, reminder, calendars) : known + reminder * hour;
  return [
    { step: reminder, dueAt: remindAt },
    // Exactly at the deadline is still in time.
    { step: Math.max(reminder + 1, Math.ceil((deadline - known) / hour)), dueAt: deadline + 1 },
  ];
}

/** Whether the step is that a deadline has passed, and no reminder of it. */
export function isLegalDeadline(report: LegalReport, step: number): boolean {
  return step > reminderSteps[report];
}
