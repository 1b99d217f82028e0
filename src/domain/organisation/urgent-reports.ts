import type { FaultClass } from '../reaction/fault-class';

/** For which reports, new or supplemented, the dispatchers on duty are called (process 3). */
export interface UrgentReports {
  /** The classes that do not wait; a report of another one is posted without alarm. */
  readonly classes: readonly FaultClass[];
  /** Also outside service time; otherwise at its next opening. */
  readonly atAnyHour: boolean;
}

/** Outside service time too: dispatchers may be on call, and a channel can be muted, while a call that was not made is lost. */
export const standardUrgentReports: UrgentReports = { classes: [1, 2], atAnyHour: true };
