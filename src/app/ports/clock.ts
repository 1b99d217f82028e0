import type { Instant } from '../../domain/instant';

/** The only source of the current time; tests and the simulator substitute their own. */
export interface Clock {
  now(): Instant;
}
