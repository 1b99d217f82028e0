import type { Clock } from './ports/clock';
import type { LeaseRecord, LeaseStore } from './ports/lease-store';

export interface LeaseDeps {
  readonly leases: LeaseStore;
  readonly name: string;
  /** Names this process; a process with the same name takes over its lease at once. */
  readonly holder: string;
  /** How long it lasts after each renewal, in milliseconds; the same for every process that wants it. */
  readonly term: number;
  /** Monotonic time in milliseconds of this process. */
  readonly elapsed: () => number;
  readonly clock: Clock;
}

/** One holder at a time, among several processes on one store. */
export interface Lease {
  /** Takes or renews it; false while another process holds it. */
  renew(): Promise<boolean>;
  /** Whether it is certain that nobody else holds it. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/**
 * No instant of one machine is compared with one of another, so their clocks may differ: whoever waits takes the lease
 * after having watched it for a whole term without a renewal, and its holder relies on it for one term from before the
 * renewal. Both measure that with their own monotonic time.
 */
export function createLease({ leases, name, holder, term, elapsed, clock }: LeaseDeps): Lease {
  /** The record as last seen, and since when it has looked like this. */
  let seen: { readonly record: LeaseRecord; readonly since: number } | undefined;
  let held: { readonly elapsed: number; readonly clock: number } | undefined;

  async function renew(): Promise<boolean> {
    const asked = { elapsed: elapsed() + term, clock: clock.now() + term };
    const mine = seen?.record.holder === holder ? seen.record : undefined;
    const renewed = (mine && (await leases.replace(name, mine, holder))) ?? (await take());
    held = renewed === undefined ? undefined : asked;
    if (renewed !== undefined) seen = { record: renewed, since: asked.elapsed - term };
    return renewed !== undefined;
  }

  async function take(): Promise<LeaseRecord | undefined> {
    const found = await leases.find(name);
    if (found !== undefined && found.holder !== holder && !hasExpired(found)) return undefined;
    return leases.replace(name, found, holder);
  }

  function hasExpired(found: LeaseRecord): boolean {
    const { record, since } = seen ?? {};
    if (since !== undefined && record?.holder === found.holder && record.term === found.term)
      return elapsed() - since >= term;
    seen = { record: found, since: elapsed() };
    return false;
  }

  return {
    renew,
    // A machine that was suspended may find its monotonic time where it left it, so the clock is asked too.
    isHeld: () => held !== undefined && elapsed() < held.elapsed && clock.now() < held.clock,
    release: () => {
      held = undefined;
      return leases.release(name, holder);
    },
  };
}
