import type { Instant } from '../instant';
import { type Place, placeKey } from '../organisation/place';
import { calendarAt, type CalendarTimeline } from '../reaction/calendar-timeline';
import { highestFired, pendingThresholds } from '../reaction/cycle-thresholds';
import { thresholds } from '../reaction/thresholds';
import { withinReach } from '../service-calendar/within-reach';
import type { Audience } from './audience';
import { type Addressee, authorOf, dispatch, inDispatch, partyOfTicket } from './access';
import { knownAtOf, openLegalReports } from './legal/legal-duties';
import { isLegalDeadline, legalSteps } from './legal/legal-steps';
import type { LegalReport } from './legal/legal-report';
import { openQuestion } from './talk/conversation';
import { targetDays } from './plan/plan-target';
import { unconfirmedOperators } from './release/release-notice';
import { presentCycle, type Ticket } from './ticket';

/** What there are reminders for, other than the reaction time; each has a row in the table below. */
export const reminderKinds = [
  'planTarget',
  'returnUnanswered',
  'questionUnanswered',
  'noticeUnconfirmed',
  'legalDuty',
  'legalDutySecond',
  'legalDutyFinal',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const timerKinds = ['reaction', ...reminderKinds] as const;
export type TimerKind = (typeof timerKinds)[number];

/** An instant at which the bot acts on its own. */
export interface TimerStep {
  /**
   * For the reaction time, the percentage; for a return, question or notice, the service days; for a legal report, the
   * hours after Kenntnis of its reminder, for the final one the service days before it is due, and of its deadline; for a plan's target, -1 for the service day before it, 0 for the day itself, 1 for its end.
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
  /** Whom a recorded step is announced to, as the ticket stands; nobody if only cards show it. */
  tells(ticket: Ticket, step: number, settings: Pick<TimerSettings, 'calendars'>): readonly Addressee[];
  /** Runs around the clock, so it is announced at any hour. */
  readonly atAnyHour?: true;
  /** Whose cards its steps appear on, unless on the dispatcher's alone. */
  readonly shownTo?: Audience;
}

const returnSteps = [5, 10] as const;
const questionSteps = [2, 5] as const;
const noticeSteps = [2] as const;

/** Service days without an answer after which a returned ticket may be closed (process 3). */
export const serviceDaysUntilUnanswered = returnSteps[1];

/** The step of the reaction time that is the breach. */
export const breachPercent = 100;

export function isBreach({ timer, step }: Pick<RecordedStep, 'timer' | 'step'>): boolean {
  return timer === 'reaction' && step === breachPercent;
}

/** The report to the authority that a timer is about (process 10). */
export const legalTimers = {
  legalDuty: 'first',
  legalDutySecond: 'second',
  legalDutyFinal: 'final',
} as const satisfies Readonly<Partial<Record<ReminderKind, LegalReport>>>;
export type LegalTimer = keyof typeof legalTimers;

/** Every kind of timer (process 2 Warnings, 3, 4, 6, 10): what it waits for, when it is due, and who is told. */
export const timers: Readonly<Record<TimerKind, Timer>> = {
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
    tells: (_ticket, step) => [
      {
        place: dispatch,
        people: [],
        roles: step === breachPercent ? ['dispatcher', 'processOwner'] : ['dispatcher'],
      },
    ],
  },
  planTarget: {
    since: ({ state, fixPlan }) => (state === 'accepted' || state === 'inProgress' ? fixPlan?.at : undefined),
    steps: (ticket, _since, { calendars }) => armedTargetDays(ticket, calendars),
    tells(ticket, step, { calendars }) {
      // Who should have been told on the day and was not, because the bot was down, is told that it is overdue.
      const isMissed = () =>
        armedTargetDays(ticket, calendars).some((each) => each.step === 0) &&
        !recordedSteps(ticket, 'planTarget').includes(0);
      if (step > 0 && !isMissed()) return [];
      const dispatchers = partyOfTicket('dispatcher', ticket);
      return ticket.assignment === undefined
        ? [dispatchers]
        : [partyOfTicket('maintainer', ticket), dispatchers];
    },
    shownTo: 'everybody',
  },
  returnUnanswered: {
    since: ({ state, returned }) => (state === 'returned' ? returned?.at : undefined),
    steps: (_ticket, since, settings) => afterServiceDays(returnSteps, since, settings),
    tells: (ticket, step) =>
      step >= serviceDaysUntilUnanswered
        ? [partyOfTicket('operator', ticket), inDispatch(ticket.returned?.by)]
        : [partyOfTicket('operator', ticket)],
  },
  questionUnanswered: {
    since: (ticket) => openQuestion(ticket)?.at,
    steps: (_ticket, since, settings) => afterServiceDays(questionSteps, since, settings),
    tells(ticket, step) {
      const operator = partyOfTicket('operator', ticket);
      if (step === questionSteps[0] || ticket.question === undefined) return [operator];
      return [operator, authorOf(ticket.question, ticket)];
    },
  },
  noticeUnconfirmed: {
    since: (ticket) =>
      unconfirmedOperators(ticket).length > 0 ? ticket.done.releaseAndClose?.at : undefined,
    steps: (_ticket, since, settings) => afterServiceDays(noticeSteps, since, settings),
    tells: ({ done }) => [inDispatch(done.releaseAndClose?.by)],
  },
  // One for each report to the authority: what was entered about one says nothing of the others.
  legalDuty: legalTimer('legalDuty'),
  legalDutySecond: legalTimer('legalDutySecond'),
  legalDutyFinal: legalTimer('legalDutyFinal'),
};

/** The armed steps of one kind, ascending. A higher step covers the lower ones: after downtime only the highest is announced. */
export function pendingSteps(kind: TimerKind, ticket: Ticket, settings: TimerSettings): readonly TimerStep[] {
  const since = timers[kind].since(ticket);
  if (since === undefined) return [];
  const steps = timers[kind].steps(ticket, since, settings);
  if (kind === 'reaction') return steps;
  const fired = recordedSteps(ticket, kind);
  return steps.filter(({ step }) => fired.every((each) => each < step));
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

/** A step that was recorded, and the place where it is to be announced. */
export interface RecordedStep extends TimerStep {
  readonly timer: TimerKind;
  /** When the wait began that it is about. */
  readonly since: Instant;
  readonly place: Place;
}

/**
 * Whether a recorded step is still to be announced, to the ticket as it stands: nobody is reminded of what has been
 * done since, or of a step below one that is announced there too. A breach stays a fact.
 */
export function isStillToTell(
  ticket: Ticket,
  recorded: RecordedStep,
  context: TimerSettings & { readonly now: Instant },
): boolean {
  const { timer: kind, step, since, place } = recorded;
  if (kind === 'reaction') return step === breachPercent || isShareUsedUp(ticket, recorded, context);
  const isToldHere = (other: number) =>
    timers[kind].tells(ticket, other, context).some((each) => placeKey(each.place) === placeKey(place));
  return (
    timers[kind].since(ticket) === since &&
    isReached(ticket, recorded, context) &&
    !recordedSteps(ticket, kind).some((other) => other > step && isToldHere(other))
  );
}

/** Whether the step has been reached by the calendar in force now, which may be another one than when it was recorded. */
function isReached(
  ticket: Ticket,
  { timer, step, since }: RecordedStep,
  context: TimerSettings & { readonly now: Instant },
): boolean {
  return timers[timer]
    .steps(ticket, since, context)
    .some((each) => each.step === step && each.dueAt <= context.now);
}

/** Whether the share is the highest that has been used up, by the class and calendar in force now. */
function isShareUsedUp(
  ticket: Ticket,
  { step, since }: RecordedStep,
  { calendars, now }: TimerSettings & { readonly now: Instant },
): boolean {
  const cycle = presentCycle(ticket);
  if (timers.reaction.since(ticket) !== since || highestFired(cycle) !== step) return false;
  const { calendar } = calendarAt(calendars, since);
  return thresholds(since, cycle.deadline, calendar, [step]).every(({ dueAt }) => dueAt <= now);
}

/** Whether the step or a higher one has been recorded for the current wait. */
export function hasFired(ticket: Ticket, kind: ReminderKind, step: number): boolean {
  return recordedSteps(ticket, kind).some((fired) => fired >= step);
}

/** The steps recorded for the current wait. */
function recordedSteps(ticket: Ticket, kind: ReminderKind): readonly number[] {
  const since = timers[kind].since(ticket);
  return ticket.firedTimers
    .filter((fired) => fired.timer === kind && fired.since === since)
    .map(({ step }) => step);
}

/** A plan arms only steps that lie after its proposal. */
function armedTargetDays({ fixPlan }: Ticket, calendars: CalendarTimeline): readonly TimerStep[] {
  return fixPlan === undefined
    ? []
    : targetDays(fixPlan.targetDate, calendars).filter(({ dueAt }) => dueAt > fixPlan.at);
}

/**
 * Reminds of a legal report, once, and has the cards say when its deadline has passed; that the ticket has ended changes
 * nothing for the law (process 10).
 */
function legalTimer(kind: LegalTimer): Timer {
  const report = legalTimers[kind];
  return {
    atAnyHour: true,
    since: (ticket) => (openLegalReports(ticket).includes(report) ? knownAtOf(ticket) : undefined),
    steps: (ticket, _since, { calendars }) => legalSteps(ticket, report, calendars),
    tells: (ticket, step) =>
      // Who was not reminded, because the bot was down, is told that it is late.
      isLegalDeadline(report, step) &&
      !recordedSteps(ticket, kind).every((each) => isLegalDeadline(report, each))
        ? []
        : [partyOfTicket('operator', ticket)],
    shownTo: 'operator',
  };
}

function afterServiceDays(
  days: readonly number[],
  since: Instant,
  { calendars }: TimerSettings,
): readonly TimerStep[] {
  const { calendar } = calendarAt(calendars, since);
  return days.flatMap((step) => {
    // A service day that the calendar does not have never comes.
    const dueAt = withinReach(() => calendar.addServiceDays(since, step));
    return dueAt === undefined ? [] : [{ step, dueAt }];
  });
}
