import type { Instant } from '../../domain/instant';

/** One holder at a time: this gives several processes on one store a single sender. */
export interface LeaseStore {
  /**
   * Takes or renews the lease; false if another holder's lease is still valid at `now`. A lease that would last more
   * than twice as long as the requested one was taken under a clock that has since been put back, and is ignored.
   */
  hold(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}
