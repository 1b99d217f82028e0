import type { Instant } from '../domain/instant';
import { type Addressee, oncePerPlace, placeMayRead } from '../domain/ticket/access';
import { type Place, placeKey } from '../domain/organisation/place';
import { calendarAt, type CalendarTimeline } from '../domain/reaction/calendar-timeline';
import { decideDue, decideRecount, type DueContext } from '../domain/ticket/decide-due';
import type { TicketEvent } from '../domain/ticket/event-rules';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket } from '../domain/ticket/ticket';
import {
  breachPercent,
  isStillToTell,
  type RecordedStep,
  timers,
  type TimerKind,
} from '../domain/ticket/timers';
import { downtimeAfter, openingAfter, stuckAfter } from './delivery-policy';
import type { Remind } from './messages/effect';

/** Reminders that fall due within so many milliseconds, a minute of the clock, share one post (process 2, Warnings). */
export const sharedMinute = 60_000;

/**
 * What is told because of what the bot recorded on its own (process 2, Warnings; 3, 4, 6, 10), place by place. Reminders
 * of the same minute may go out together.
 */
export function remindersOf(
  event: TicketEvent,
  ticket: Ticket,
  calendars: CalendarTimeline,
): readonly Remind[] {
  const recorded = recordedBy(event);
  if (recorded === undefined) return [];
  const { timer, step } = recorded;
  return oncePerPlace(timers[timer].tells(ticket, step, { calendars })).map(({ place }) => ({
    kind: 'remind',
    ...recorded,
    place,
  }));
}

/** The breach that a person's step caused, said as one that time caused; undefined for any other event. */
export function breachSaid(event: TicketEvent | undefined, place: Place): Remind | undefined {
  if (event?.type !== 'reactionBreached') return undefined;
  const { deadline, cycle } = event;
  const step = {
    timer: 'reaction',
    step: breachPercent,
    since: cycle.startedAt,
    dueAt: deadline + 1,
  } as const;
  return { kind: 'remind', ...step, place };
}

function recordedBy(event: TicketEvent): Omit<RecordedStep, 'place'> | undefined {
  if (event.type === 'reactionBreached' && event.role === 'scheduler') {
    // A breach exists only after the deadline (process 2.4).
    const dueAt = event.deadline + 1;
    return { timer: 'reaction', step: breachPercent, since: event.cycle.startedAt, dueAt };
  }
  if (event.type === 'reactionWarned') {
    const { percent: step, dueAt, cycle } = event;
    return { timer: 'reaction', step, since: cycle.startedAt, dueAt };
  }
  if (event.type !== 'reminded') return undefined;
  const { timer, step, since, dueAt } = event;
  return { timer, step, since, dueAt };
}

/**
 * Whom a reminder is told to, held against the ticket as it stands (process 2, Warnings); undefined if nothing is left
 * to say. What is due by now counts, whether or not the bot has come to record it.
 */
export function addresseeOf(effect: Remind, stored: Ticket, context: DueContext): Addressee | undefined {
  const { place, timer, step } = effect;
  const ticket = asDueNow(stored, context);
  if (!placeMayRead(place, ticket) || !isStillToTell(ticket, effect, context)) return undefined;
  return timers[timer].tells(ticket, step, context).find((each) => placeKey(each.place) === placeKey(place));
}

function asDueNow(stored: Ticket, context: DueContext): Ticket {
  const recounted = decideRecount(stored, context).reduce<Ticket>(evolve, stored);
  return decideDue(recounted, context).reduce<Ticket>(evolve, recounted);
}

/**
 * Until when a reminder waits: for others due in the same minute, so that they share one post (0 for none: it is told at
 * once); for the next opening, where it fell due while the bot was down, or at an hour at which nobody works (process 2,
 * Warnings).
 */
export function announceFrom(
  { timer, dueAt }: Remind,
  recordedAt: Instant,
  calendars: CalendarTimeline,
  shared = sharedMinute,
): Instant {
  if (recordedAt - dueAt > downtimeAfter || !isNearServiceTime(dueAt, calendars))
    return openingFor(timer, recordedAt, calendars) ?? recordedAt;
  return shared === 0 ? recordedAt : Math.max(recordedAt, (Math.floor(dueAt / shared) + 1) * shared);
}

/**
 * The opening for which a reminder is kept that Teams did not take for long and that would now come outside service
 * time (process 2, Warnings); undefined if it is to be told now.
 */
export function keptUntil(
  { timer, dueAt }: Remind,
  notBefore: Instant = dueAt,
  now: Instant,
  calendars: CalendarTimeline,
): Instant | undefined {
  return now - notBefore > stuckAfter ? openingFor(timer, now, calendars) : undefined;
}

/** Whether service time runs at the instant, or has closed at it: a breach is due 1 ms after a deadline (process 2, Warnings). */
function isNearServiceTime(at: Instant, calendars: CalendarTimeline): boolean {
  const { calendar } = calendarAt(calendars, at);
  return calendar.isOpen(at) || calendar.isOpen(at - 2);
}

/** The next opening, where service time does not run at `at` and the timer does not run around the clock. */
function openingFor(timer: TimerKind, at: Instant, calendars: CalendarTimeline): Instant | undefined {
  return timers[timer].atAnyHour === true ? undefined : openingAfter(at, calendars);
}
