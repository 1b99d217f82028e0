import type { Instant } from '../../instant';
import { type CalendarTimeline, calendarAt } from '../../reaction/calendar-timeline';
import type { OrganisationEvent } from '../changes';
import type { Installation, Onboarding } from '../installation';
import { isUnderWay, whatIsMissing, withState } from './onboarding';

/** Service days after which a step that waits for its owner has stalled, and as many from one reminder to the next (process 7). */
export const serviceDaysForStep = 5;

/**
 * The onboardings of whose steps somebody is to be reminded, with so many reminders; what was missed while the bot was down is
 * said once. Nobody is reminded of an optional item: no maintainer waits for it.
 */
export function onboardingRemindersDue(
  { onboardings, calendars }: Pick<Installation, 'onboardings' | 'calendars'>,
  now: Instant,
): readonly OrganisationEvent[] {
  return onboardings.filter(isUnderWay).flatMap((onboarding) => {
    const reminded = withReminders(onboarding, calendars, now);
    return reminded === onboarding ? [] : [{ type: 'onboardingRecorded', onboarding: reminded }];
  });
}

function withReminders(onboarding: Onboarding, calendars: CalendarTimeline, now: Instant): Onboarding {
  return whatIsMissing(onboarding).reduce((reminded, { id, state }) => {
    if (state.kind !== 'open') return reminded;
    const reminders = remindersBy(calendars, state.since, now);
    return reminders > state.reminders ? withState(reminded, id, { ...state, reminders }) : reminded;
  }, onboarding);
}

/** How many reminders have come due. */
function remindersBy(calendars: CalendarTimeline, since: Instant, now: Instant): number {
  let count = 0;
  // Service time that ends at 24:00 ended on the day before (process 2.4).
  for (let due = stalledAt(calendars, since); due < now; due = stalledAt(calendars, due - 1)) count += 1;
  return count;
}

/** At the end of the service time of the last of its service days; the day of `since` is none of them (process 2.5). */
function stalledAt(calendars: CalendarTimeline, since: Instant): Instant {
  return calendarAt(calendars, since).calendar.addServiceDays(since, serviceDaysForStep);
}
