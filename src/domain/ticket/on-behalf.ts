import type { Instant } from '../instant';

export const reportingWays = ['phone', 'mail'] as const;
export type ReportingWay = (typeof reportingWays)[number];

/** A dispatcher acted on an operator's word: who said it, how and when (process 3). */
export interface OnBehalf {
  readonly way: ReportingWay;
  readonly saidBy: string;
  readonly at: Instant;
}
