import type { Instant } from '../instant';
import type { CalendarProblem } from './calendar-problem';

/** The calendar does not hold the amount of service time, or of service days, between the start and the end of 2199. */
export class AmountNeverReached extends Error {
  override readonly name = 'AmountNeverReached';
  constructor(
    readonly start: Instant,
    readonly amount: number,
    readonly unit: 'serviceSeconds' | 'serviceDays',
  ) {
    super(
      `the calendar never reaches ${amount} ${unit === 'serviceDays' ? 'service days' : 'service seconds'} up to 2199`,
    );
  }
}

/** The end of a span lies before its start. */
export class EndBeforeStart extends Error {
  override readonly name = 'EndBeforeStart';
  constructor(
    readonly from: Instant,
    readonly to: Instant,
  ) {
    super('the end lies before the start');
  }
}

/** An instant outside the years the calendar covers, or not a number at all. */
export class InstantOutOfRange extends Error {
  override readonly name = 'InstantOutOfRange';
  constructor(readonly instant: number) {
    super('the instant must lie in the years 1970 to 2199');
  }
}

/** An amount that is negative, not finite, or not a whole number of days. */
export class InvalidAmount extends Error {
  override readonly name = 'InvalidAmount';
  constructor(readonly amount: number) {
    super('the amount must be a number of seconds of at least 0, or a whole number of days of at least 1');
  }
}

/** No calendar can be made from this definition; `problems` says why, as reported by checkCalendarDefinition. */
export class InvalidCalendar extends Error {
  override readonly name = 'InvalidCalendar';
  constructor(readonly problems: readonly CalendarProblem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.message}`).join('; '));
  }
}
