import type { Instant } from '../instant';
import type { PersonId } from '../organisation/installation';
import type { Place } from '../organisation/place';
import { calendarAt, type CalendarTimeline } from '../reaction/calendar-timeline';
import { pendingThresholds } from '../reaction/cycle-thresholds';
import { askerOf, dispatch, peopleInCharge, placeOfParty } from './access';
import { openQuestion } from './talk/conversation';
import { targetDays } from './plan/plan-target';
import { unconfirmedOperators } from './release/release-notice';
import { presentCycle, type Ticket } from './ticket';
import { isOpen } from './ticket-state';

/** What there are reminders for, other than the reaction time; each has a row in the table below. */
export const reminderKinds = [
  'planTarget',
  'returnUnanswered',
  'questionUnanswered',
  'noticeUnconfirmed',
  'legalDuty',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const timerKinds = ['reaction', ...reminderKinds] as const;
export type TimerKind = (typeof timerKinds)[number];

/** An instant at which the bot acts on its own. */
export interface TimerStep {
  /**
   * For the reaction time, the percentage; for a return, question or notice, the service days; for the legal duty, the
   * hours; for a plan's target, -1 for the service day before it, 0 for the day itself, 1 for the first one after it.
   */
  readonly step: number;
  readonly dueAt: Instant;
}

export interface TimerSettings {
  readonly calendars: CalendarTimeline;
  /** Ascending percentages of the service time until the deadline, 100 the last (process 2, Warnings). */
  readonly warningPercents: readonly number[];
}

interface Timer {
  /** When the ticket began to wait for what the timer is about; undefined if it does not wait. */
  since(ticket: Ticket): Instant | undefined;
  /** The steps of one wait, ascending, recorded or not; only the reaction time leaves out recorded ones, from its cycle. */
  steps(ticket: Ticket, since: Instant, settings: TimerSettings): readonly TimerStep[];
  /** Runs around the clock, so it is announced at any hour. */
  readonly atAnyHour?: true;
}

/** A timer whose steps are announced as reminders. */
interface ReminderTimer extends Timer {
  /** Where a step is announced; nowhere if only cards show it. */
  places(ticket: Ticket, step: number): readonly Place[];
  /** The dispatcher in charge; all dispatchers are told if none is. */
  dispatcherInCharge?(ticket: Ticket): PersonId | undefined;
  /** Its steps appear on all cards, not only the dispatcher's. */
  readonly onAllCards?: true;
}

const returnSteps = [5, 10] as const;
const questionSteps = [2, 5] as const;
const noticeSteps = [2] as const;
/** Hours after which the operator is reminded of the 24-hour legal duty (process 10). */
const legalDutyHours = 20;
const hour = 3_600_000;

/** Service days without an answer after which a returned ticket may be closed (process 3). */
export const serviceDaysUntilUnanswered = returnSteps[1];

/** Every kind of timer (process 2 Warnings, 3, 4, 6, 10): what it waits for, and when it is due. */
export const timers: Readonly<Record<'reaction', Timer> & Record<ReminderKind, ReminderTimer>> = {
  reaction: {
    since(ticket) {
      const cycle = presentCycle(ticket);
      return cycle.end === undefined ? cycle.startedAt : undefined;
    },
    steps(ticket, since, { calendars, warningPercents }) {
      const { calendar } = calendarAt(calendars, since);
      return pendingThresholds(presentCycle(ticket), calendar, warningPercents).map(
        ({ percent: step, dueAt }) => ({ step, dueAt }),
      );
    },
  },
  planTarget: {
    since: ({ state, fixPlan }) => (state === 'accepted' || state === 'inProgress' ? fixPlan?.at : undefined),
    steps: (ticket, since, { calendars }) =>
      // A plan arms only steps that lie after its proposal.
      targetDays(ticket.fixPlan?.targetDate, calendars).filter(({ dueAt }) => dueAt > since),
    places(ticket, step) {
      if (step > 0) return [];
      return ticket.assignment === undefined ? [dispatch] : [placeOfParty('maintainer', ticket), dispatch];
    },
    dispatcherInCharge: (ticket) => peopleInCharge(dispatch, ticket)[0],
    onAllCards: true,
  },
  returnUnanswered: {
    since: ({ state, returned }) => (state === 'returned' ? returned?.at : undefined),
    steps: (_ticket, since, settings) => afterServiceDays(returnSteps, since, settings),
    places: (ticket, step) =>
      step >= serviceDaysUntilUnanswered
        ? [placeOfParty('operator', ticket), dispatch]
        : [placeOfParty('operator', ticket)],
    dispatcherInCharge: ({ returned }) => returned?.by,
  },
  questionUnanswered: {
    since: (ticket) => openQuestion(ticket)?.at,
    steps: (_ticket, since, settings) => afterServiceDays(questionSteps, since, settings),
    places(ticket, step) {
      const operator = placeOfParty('operator', ticket);
      if (step === questionSteps[0] || ticket.question === undefined) return [operator];
      return [operator, askerOf(ticket.question, ticket).place];
    },
    dispatcherInCharge: ({ question }) => question?.by,
  },
  noticeUnconfirmed: {
    since: (ticket) =>
      unconfirmedOperators(ticket).length > 0 ? ticket.done.releaseAndClose?.at : undefined,
    steps: (_ticket, since, settings) => afterServiceDays(noticeSteps, since, settings),
    places: () => [dispatch],
    dispatcherInCharge: ({ done }) => done.releaseAndClose?.by,
  },
  legalDuty: {
    atAnyHour: true,
    // Security-relevant since the report, or since somebody marked it later.
    since: (ticket) =>
      ticket.securityRelevant && isOpen(ticket)
        ? (ticket.done.markSecurityRelevant?.at ?? ticket.receivedAt)
        : undefined,
    steps: (_ticket, since) => [{ step: legalDutyHours, dueAt: since + legalDutyHours * hour }],
    places: (ticket) => [placeOfParty('operator', ticket)],
  },
};

/** The armed steps of one kind, ascending. A higher step covers the lower ones: after downtime only the highest is announced. */
export function pendingSteps(kind: TimerKind, ticket: Ticket, settings: TimerSettings): readonly TimerStep[] {
  const since = timers[kind].since(ticket);
  if (since === undefined) return [];
  const fired = ticket.firedTimers.filter((each) => each.timer === kind && each.since === since);
  return timers[kind]
    .steps(ticket, since, settings)
    .filter(({ step }) => fired.every((each) => each.step < step));
}

/** The next instant after `after` at which the bot has to look at the ticket on its own; undefined if nothing is armed. */
export function nextDueAt(
  ticket: Ticket,
  settings: TimerSettings,
  after: Instant = -Infinity,
): Instant | undefined {
  const instants = timerKinds
    .flatMap((kind) => pendingSteps(kind, ticket, settings))
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > after);
  return instants.length === 0 ? undefined : Math.min(...instants);
}

/** Whether the ticket still waits for what a recorded step was about: nobody is reminded of what has been done since. */
export function stillWaits(ticket: Ticket, kind: TimerKind, since: Instant): boolean {
  return timers[kind].since(ticket) === since;
}

/** Whether the step has been recorded for the current wait. */
export function hasFired(ticket: Ticket, kind: ReminderKind, step: number): boolean {
  const since = timers[kind].since(ticket);
  return ticket.firedTimers.some(
    (fired) => fired.timer === kind && fired.since === since && fired.step >= step,
  );
}

function afterServiceDays(
  days: readonly number[],
  since: Instant,
  { calendars }: TimerSettings,
): readonly TimerStep[] {
  const { calendar } = calendarAt(calendars, since);
  return days.map((step) => ({ step, dueAt: calendar.addServiceDays(since, step) }));
}
