import type { Instant } from '../domain/instant';
import type { Installation, PersonId, Role } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { placeMayRead } from '../domain/ticket/permissions';
import type { ReactionBreached, ReactionWarned, Reminded } from '../domain/ticket/events';
import type { Ticket } from '../domain/ticket/ticket';
import { serviceDaysUntilUnanswered, stillWaits } from '../domain/ticket/timers';
import type { Effect, Remind } from './effect';
import { dispatch, handlersIn, placeOf } from './handlers';

const breachPercent = 100;
const minute = 60_000;

/**
 * To the dispatchers and the process owner (process 2, Warnings). Where nobody's action brought it to light it is a
 * reminder like the thresholds before it, and may be told together with others.
 */
export function ofBreach(event: ReactionBreached, installation: Installation): Effect {
  const people = holders(installation, ['dispatcher', 'processOwner']);
  if (event.role !== 'scheduler')
    return { kind: 'mention', place: dispatch, people, reason: 'reactionBreached' };
  // A breach exists only after the deadline (process 2.4).
  const dueAt = event.deadline + 1;
  return remind(dispatch, people, {
    timer: 'reaction',
    step: breachPercent,
    since: event.cycle.startedAt,
    dueAt,
  });
}

export function ofWarning({ percent, dueAt, cycle }: ReactionWarned, installation: Installation): Effect {
  const people = holders(installation, ['dispatcher']);
  return remind(dispatch, people, { timer: 'reaction', step: percent, since: cycle.startedAt, dueAt });
}

/** Who is told that something waits, each in their place. */
export function remindersOf(event: Reminded, ticket: Ticket, installation: Installation): readonly Effect[] {
  return placesToRemind(event, ticket).map((place) =>
    remind(place, peopleToRemind(place, event, ticket, installation), event),
  );
}

/** Whoever has it in hand; all dispatchers where none of them has. */
function peopleToRemind(
  place: Place,
  { timer }: Reminded,
  ticket: Ticket,
  installation: Installation,
): readonly PersonId[] {
  if (place.kind !== 'dispatch') return handlersIn(place, ticket);
  const inHand = {
    planTarget: handlersIn(place, ticket)[0],
    returnUnanswered: ticket.returned?.by,
    questionUnanswered: ticket.question?.by,
    noticeUnconfirmed: ticket.done.releaseAndClose?.by,
    legalDuty: undefined,
  }[timer];
  return inHand === undefined ? holders(installation, ['dispatcher']) : [inHand];
}

function placesToRemind({ timer, step }: Reminded, ticket: Ticket): readonly Place[] {
  const operator: Place = { kind: 'organisation', organisation: ticket.operator };
  switch (timer) {
    case 'planTarget':
      // From the day after on the cards show it.
      if (step > 0) return [];
      return ticket.assignment === undefined ? [dispatch] : [placeOf('maintainer', ticket), dispatch];
    case 'returnUnanswered':
      return step >= serviceDaysUntilUnanswered ? [operator, dispatch] : [operator];
    case 'questionUnanswered': {
      const asker = ticket.question?.role === 'maintainer' ? placeOf('maintainer', ticket) : dispatch;
      return step > firstReminder ? [operator, asker] : [operator];
    }
    case 'noticeUnconfirmed':
      return [dispatch];
    case 'legalDuty':
      return [operator];
  }
}

/** Service days after which the operator alone is reminded of a question. */
const firstReminder = 2;

/** Whether a reminder still says something true: a breach stays a fact, of all else nobody is told once it was done. */
export function isStillDue({ place, timer, step, since }: Remind, ticket: Ticket): boolean {
  if (!placeMayRead(place, ticket)) return false;
  return (timer === 'reaction' && step === breachPercent) || stillWaits(ticket, timer, since);
}

/**
 * Until when a reminder waits for others that fall due in the same minute, so that they are one post (process 2). What is
 * late already waits for nothing.
 */
export function toldFrom({ dueAt }: Remind, recordedAt: Instant): Instant {
  return Math.max(recordedAt, (Math.floor(dueAt / minute) + 1) * minute);
}

export function holders(installation: Installation, wanted: readonly Role[]): readonly PersonId[] {
  return installation.people
    .filter((person) => person.roles.some((grant) => wanted.includes(grant.role)))
    .map((person) => person.id);
}

function remind(
  place: Place,
  people: readonly PersonId[],
  { timer, step, since, dueAt }: Pick<Remind, 'timer' | 'step' | 'since' | 'dueAt'>,
): Remind {
  return { kind: 'remind', place, people, timer, step, since, dueAt };
}
