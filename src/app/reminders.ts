import type { Instant } from '../domain/instant';
import type { Installation, PersonId } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import {
  dispatch,
  peopleInCharge,
  peopleWithAnyRole,
  placeMayRead,
  placeOfParty,
} from '../domain/ticket/access';
import type { TicketEvent } from '../domain/ticket/event-rules';
import type { Reminded } from '../domain/ticket/reminded';
import type { Ticket } from '../domain/ticket/ticket';
import { serviceDaysUntilUnanswered, stillWaits } from '../domain/ticket/timers';
import type { Remind } from './messages/effect';

const breachPercent = 100;
const minute = 60_000;

/**
 * Who is reminded because of what the bot recorded by itself (process 2, Warnings; 3, 4, 6, 10), each in their place. It may
 * be told together with others of the same minute.
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
  if (place.kind !== 'dispatch') return peopleInCharge(place, ticket);
  const inHand = {
    planTarget: peopleInCharge(place, ticket)[0],
    returnUnanswered: ticket.returned?.by,
    questionUnanswered: ticket.question?.by,
    noticeUnconfirmed: ticket.done.releaseAndClose?.by,
    legalDuty: undefined,
  }[timer];
  return inHand === undefined ? peopleWithAnyRole(installation, ['dispatcher']) : [inHand];
}

function placesToRemind({ timer, step }: Reminded, ticket: Ticket): readonly Place[] {
  const operator: Place = { kind: 'organisation', organisation: ticket.operator };
  switch (timer) {
    case 'planTarget':
      // From the day after on the cards show it.
      if (step > 0) return [];
      return ticket.assignment === undefined ? [dispatch] : [placeOfParty('maintainer', ticket), dispatch];
    case 'returnUnanswered':
      return step >= serviceDaysUntilUnanswered ? [operator, dispatch] : [operator];
    case 'questionUnanswered': {
      const asker = ticket.question?.role === 'maintainer' ? placeOfParty('maintainer', ticket) : dispatch;
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
