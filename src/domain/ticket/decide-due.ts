import type { Instant } from '../instant';
import { calendarAt } from '../reaction/calendar-timeline';
import { fireThresholds, pendingThresholds } from '../reaction/cycle-thresholds';
import { recountForCalendar, recordBreach } from '../reaction/reaction-cycle';
import { scheduler } from './event-base';
import type { DeadlineRecounted, ReactionBreached, ReactionWarned } from './reaction-events';
import type { Reminded } from './reminded';
import { presentCycle, type Ticket } from './ticket';
import {
  pendingSteps,
  type ReminderKind,
  type TimerKind,
  timerKinds,
  timers,
  type TimerSettings,
  type TimerStep,
} from './timers';

export type TimeEvent = ReactionBreached | ReactionWarned | DeadlineRecounted | Reminded;

export interface DueContext extends TimerSettings {
  readonly now: Instant;
}

/**
 * What the bot records on its own at `now`, at any hour, so that cards, lists and digests are true at once (process 2,
 * Warnings): for each timer the highest step reached, with the time it was due.
 */
export function decideDue(ticket: Ticket, context: DueContext): readonly TimeEvent[] {
  return timerKinds.flatMap((kind) => {
    const step = pendingSteps(kind, ticket, context).findLast(({ dueAt }) => dueAt <= context.now);
    return step === undefined ? [] : [eventOf(kind, step, ticket, context)];
  });
}

/** Recounts the running cycle after its calendar was edited (process 2.9); no events if that changes nothing. */
export function decideRecount(
  ticket: Ticket,
  { now, calendars }: Pick<DueContext, 'now' | 'calendars'>,
): readonly TimeEvent[] {
  const before = presentCycle(ticket);
  const cycle = recountForCalendar(before, now, calendars);
  if (cycle === before) return [];
  const base = { ...scheduler, at: now, commandId: commandIdOf(ticket, 'recount') };
  const { breach } = cycle;
  if (breach === undefined || before.breach !== undefined)
    return [{ ...base, type: 'deadlineRecounted', cycle }];
  const { deadline, reason } = breach;
  return [
    { ...base, type: 'deadlineRecounted', cycle },
    { ...base, type: 'reactionBreached', deadline, reason, cycle },
  ];
}

function eventOf(kind: TimerKind, step: TimerStep, ticket: Ticket, context: DueContext): TimeEvent {
  const since = timers[kind].since(ticket) ?? step.dueAt;
  return kind === 'reaction'
    ? reactionEvent(step, ticket, context)
    : reminder(kind, step, since, ticket, context);
}

function reminder(
  timer: ReminderKind,
  { step, dueAt }: TimerStep,
  since: Instant,
  ticket: Ticket,
  { now }: DueContext,
): Reminded {
  const commandId = commandIdOf(ticket, `${timer}:${step}`);
  return { ...scheduler, type: 'reminded', at: now, commandId, timer, step, since, dueAt };
}

function reactionEvent(
  { step: percent, dueAt }: TimerStep,
  ticket: Ticket,
  { now, calendars, warningPercents }: DueContext,
): ReactionWarned | ReactionBreached {
  const before = presentCycle(ticket);
  const { calendar } = calendarAt(calendars, before.startedAt);
  const reached = pendingThresholds(before, calendar, warningPercents).filter((each) => each.dueAt <= now);
  const cycle = recordBreach(fireThresholds(before, reached), now);
  const base = { ...scheduler, at: now, commandId: commandIdOf(ticket, `reaction:${percent}`) };
  if (cycle.breach !== undefined && before.breach === undefined) {
    const { deadline, reason } = cycle.breach;
    return { ...base, type: 'reactionBreached', deadline, reason, cycle };
  }
  return { ...base, type: 'reactionWarned', percent, dueAt, cycle };
}

/** The version makes it a single command: a second attempt finds that the ticket has moved on. */
function commandIdOf({ number, version }: Ticket, what: string): string {
  return `timer:${number}:${version}:${what}`;
}
