import type { Instant } from '../domain/instant';
import type { Installation, PersonId } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { dispatch, peopleInCharge, peopleWithAnyRole, placeMayRead } from '../domain/ticket/access';
import type { TicketEvent } from '../domain/ticket/event-rules';
import type { Reminded } from '../domain/ticket/reminded';
import type { Ticket } from '../domain/ticket/ticket';
import { stillWaits, timers } from '../domain/ticket/timers';
import type { Remind } from './messages/effect';

const breachPercent = 100;
const minute = 60_000;

/**
 * Who is reminded because of what the bot recorded on its own (process 2, Warnings; 3, 4, 6, 10), each in their place.
 * Reminders of the same minute may go out together.
 */
export function remindersOf(
  event: TicketEvent,
  ticket: Ticket,
  installation: Installation,
): readonly Remind[] {
  if (event.type === 'reactionBreached' && event.role === 'scheduler') {
    const people = peopleWithAnyRole(installation, ['dispatcher', 'processOwner']);
    // A breach exists only after the deadline (process 2.4).
    const dueAt = event.deadline + 1;
    const since = event.cycle.startedAt;
    return [remind(dispatch, people, { timer: 'reaction', step: breachPercent, since, dueAt })];
  }
  if (event.type === 'reactionWarned') {
    const { percent: step, dueAt, cycle } = event;
    const people = peopleWithAnyRole(installation, ['dispatcher']);
    return [remind(dispatch, people, { timer: 'reaction', step, since: cycle.startedAt, dueAt })];
  }
  if (event.type !== 'reminded') return [];
  return timers[event.timer]
    .places(ticket, event.step)
    .map((place) => remind(place, peopleToRemind(place, event, ticket, installation), event));
}

/** The person in charge; all dispatchers if none of them is. */
function peopleToRemind(
  place: Place,
  { timer }: Reminded,
  ticket: Ticket,
  installation: Installation,
): readonly PersonId[] {
  if (place.kind !== 'dispatch') return peopleInCharge(place, ticket);
  const inCharge = timers[timer].dispatcherInCharge?.(ticket);
  return inCharge === undefined ? peopleWithAnyRole(installation, ['dispatcher']) : [inCharge];
}

/** Whether a reminder is still true: a breach stays a fact; anything else is dropped once it has been done. */
export function isStillDue({ place, timer, step, since }: Remind, ticket: Ticket): boolean {
  if (!placeMayRead(place, ticket)) return false;
  return (timer === 'reaction' && step === breachPercent) || stillWaits(ticket, timer, since);
}

/**
 * Until when a reminder waits for others due in the same minute, so that they share one post (process 2). A late one
 * does not wait.
 */
export function announceFrom({ dueAt }: Remind, recordedAt: Instant): Instant {
  return Math.max(recordedAt, (Math.floor(dueAt / minute) + 1) * minute);
}

function remind(
  place: Place,
  people: readonly PersonId[],
  { timer, step, since, dueAt }: Pick<Remind, 'timer' | 'step' | 'since' | 'dueAt'>,
): Remind {
  return { kind: 'remind', place, people, timer, step, since, dueAt };
}
