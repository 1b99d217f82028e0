import type { Instant } from '../instant';
import { serviceDayAfter, serviceDayAt } from '../reaction/service-day';
import { presenceAt } from './absences';
import { peopleWithRole } from './find';
import { inForceAt } from './in-force';
import type { Installation, Person, PersonId } from './installation';

/**
 * The dispatchers who are called at an instant (process 2, Warnings; 3): those of the day's roster, for one who is absent the
 * deputy if they dispatch too; where none of them is there, or the roster is silent, all who are not absent. Where all are
 * absent, it is all of them: no deputy who dispatches is there then either. The roster of the instant's day counts, at any
 * hour of it, on the clock of the calendar in force; on a day without service time, that of the next service day.
 */
export function dispatchersOnDuty(installation: Installation, now: Instant): readonly Person[] {
  const dispatchers = peopleWithRole(inForceAt(installation, now), 'dispatcher');
  const { isThere, inSteadOf } = presenceAt(installation, now);
  const there = dispatchers.filter(({ id }) => isThere(id));
  const called = rosterAt(installation, now).map(inSteadOf);
  const onDuty = there.filter(({ id }) => called.includes(id));
  return [onDuty, there].find((each) => each.length > 0) ?? dispatchers;
}

function rosterAt({ calendars, duty }: Installation, at: Instant): readonly PersonId[] {
  const counts = serviceDayAt(calendars, at) ?? serviceDayAfter(calendars, at);
  return duty.find(({ day }) => day === counts?.day)?.dispatchers ?? [];
}
