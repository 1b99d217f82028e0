import type { Instant } from '../instant';
import { calendarAt } from '../reaction/calendar-timeline';
import { localDayAt } from '../reaction/service-day';
import { accessTasksDue } from './access-tasks-due';
import type { OrganisationEvent } from './changes';
import { contractRemindersDue } from './contract-reminders-due';
import { inForceOn } from './in-force';
import type { Installation } from './installation';
import { onboardingRemindersDue } from './onboarding/onboarding-reminders-due';

/**
 * What the bot itself records as time passes and contracts change: tasks of the platform maintainer, reminders of them and of
 * the ends of contracts (process 8), and of steps of onboardings that have stalled (process 7). During service time only, when somebody reads it. What is recorded is not due any more.
 */
export function dueEvents(recorded: Installation, now: Instant): readonly OrganisationEvent[] {
  const { calendar } = calendarAt(recorded.calendars, now);
  if (!calendar.isOpen(now)) return [];
  const { day: today } = localDayAt(recorded.calendars, now);
  const inForce = inForceOn(recorded, today);
  return [
    ...accessTasksDue(inForce, { today, now }),
    ...contractRemindersDue(inForce, today),
    ...onboardingRemindersDue(recorded, now),
  ];
}
