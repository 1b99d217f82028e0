import type { Instant } from '../../instant';
import type { CalendarTimeline } from '../../reaction/calendar-timeline';
import type { OrganisationEvent } from '../changes';
import { timesDue } from '../due-every';
import type { Installation, Onboarding } from '../installation';
import { isUnderWay, whatIsMissing, withState } from './onboarding';

/** Service days after which a step that waits for its owner has stalled, and as many from one reminder to the next (process 7). */
const serviceDaysForStep = 5;

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
    const reminders = timesDue(calendars, state.since, { serviceDays: serviceDaysForStep, now });
    return reminders > state.reminders ? withState(reminded, id, { ...state, reminders }) : reminded;
  }, onboarding);
}
