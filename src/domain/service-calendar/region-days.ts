/**
 * What the law of a region says beyond feiertagejs, which knows only days that recur. Whoever finds another day adds it here;
 * sources are the holiday laws of the states.
 */
export interface RegionDays {
  /** The region of feiertagejs whose days count as well. */
  readonly like: string;
  /** Holidays of one year only, 'YYYY-MM-DD'. */
  readonly once?: readonly string[];
  /** Days of `like`, 'MM-DD', that are no holidays here. */
  readonly not?: readonly string[];
}

/** Berlin: 75 and 80 years since the liberation (8 May 1945), 75 years since the uprising of 17 June 1953. */
const berlinOnce = ['2020-05-08', '2025-05-08', '2028-06-17'];

export const regionDays: Readonly<Record<string, RegionDays>> = {
  BE: { like: 'BE', once: berlinOnce },
  ALL: { like: 'ALL', once: berlinOnce },
  /**
   * Bavaria where most people are not Catholic: there 15 August is a working day (Art. 1 (1) no. 2 FTG). It is a holiday in
   * most municipalities, Munich among them, so 'BY' has it.
   */
  'BY-EV': { like: 'BY', not: ['08-15'] },
};
