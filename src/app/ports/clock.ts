import type { Instant } from '../../domain/instant';

/** The only source of the present time; tests and the simulator put their own in its place. */
export interface Clock {
  now(): Instant;
}
