import type { Instant } from '../../domain/instant';

/** One holder at a time: how several processes on one store have one sender. */
export interface LeaseStore {
  /**
   * Takes or renews the lease; false where another holder's lease still runs at `now`. One that would run for more than
   * twice as long as the one asked for was taken by a clock that has been put back, and counts for nothing.
   */
  hold(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}
