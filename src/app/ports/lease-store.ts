import type { Instant } from '../../domain/instant';

/** One holder at a time: how several processes on one store have one sender. */
export interface LeaseStore {
  /** Takes or renews the lease; false where another holder's lease still runs at `now`. */
  hold(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}
