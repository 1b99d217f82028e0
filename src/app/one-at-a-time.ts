import type { Clock } from './ports/clock';
import type { LeaseStore } from './ports/lease-store';
import { createLease } from './lease';

export interface OneAtATimeDeps {
  readonly leases: LeaseStore;
  readonly clock: Clock;
  /** Monotonic time in milliseconds. */
  readonly elapsed: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Different for each piece of work, in any process. */
  readonly newHolder: () => string;
}

/** Runs work that others, in whatever process, may not do at the same time. */
export type OneAtATime = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Far more than a command takes; a process that dies with it holds the others up for so long, in milliseconds. */
const term = 3_000;
const pause = 25;

/** Commands about two tickets: a write guards one document, so what was read of the other could have changed. */
export function createOneAtATime(deps: OneAtATimeDeps): OneAtATime {
  return async (work) => {
    const lease = createLease({ ...deps, name: 'two tickets', holder: deps.newHolder(), term });
    while (!(await lease.renew())) await deps.wait(pause);
    try {
      return await work();
    } finally {
      await lease.release();
    }
  };
}
