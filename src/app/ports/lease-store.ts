/** Who holds a lease; each renewal has a `term` of its own, so that a lease that is kept looks different each time. */
export interface LeaseRecord {
  readonly holder: string;
  readonly term: string;
}

/** One record per lease, replaced by whoever knows the present one. It holds no time: the clocks of several machines differ. */
export interface LeaseStore {
  find(name: string): Promise<LeaseRecord | undefined>;
  /**
   * Writes the holder if the record is still `expected` (undefined: there is none) and returns the new record;
   * undefined if somebody else was faster: nothing was written.
   */
  replace(name: string, expected: LeaseRecord | undefined, holder: string): Promise<LeaseRecord | undefined>;
  release(name: string, holder: string): Promise<void>;
}
