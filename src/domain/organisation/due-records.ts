import type { Instant } from '../instant';
import { calendarAt } from '../reaction/calendar-timeline';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import { accessTasksDue } from './access-tasks-due';
import { type OrganisationEvent, recordKey } from './changes';
import { contractRemindersDue } from './contract-reminders-due';
import { inForceOn } from './in-force';
import type { Installation } from './installation';
import { maintainerTasksDue } from './maintainer-access';
import { onboardingsLapsing } from './onboarding/lapsed-onboardings';
import { onboardingRemindersDue } from './onboarding/onboarding-reminders-due';

/**
 * What the bot itself records as time passes and contracts change: tasks of the platform maintainer, reminders of them and of
 * the ends of contracts (process 8), and of steps of onboardings that have stalled, and onboardings that end by themselves (process 7). During service time only, when somebody reads it. What is recorded is not due any more.
 */
export function dueEvents(recorded: Installation, now: Instant): readonly OrganisationEvent[] {
  const { calendar } = calendarAt(recorded.calendars, now);
  if (!calendar.isOpen(now)) return [];
  const { day: today } = localDayAt(recorded.calendars, now);
  const inForce = inForceOn(recorded, today);
  return [
    ...accessTasksDue(inForce, { today, now }),
    ...maintainerTasksDue(recorded, { today, now }),
    ...contractRemindersDue(inForce, today),
    ...onboardingsDue(recorded, { today, now }),
  ];
}

/** Nobody is reminded of what has ended. */
function onboardingsDue(
  recorded: Installation,
  at: { readonly today: CalendarDay; readonly now: Instant },
): readonly OrganisationEvent[] {
  const lapsing = onboardingsLapsing(recorded, at);
  const ended = new Set(lapsing.map(recordKey));
  const reminders = onboardingRemindersDue(recorded, at.now);
  return [...lapsing, ...reminders.filter((event) => !ended.has(recordKey(event)))];
}
