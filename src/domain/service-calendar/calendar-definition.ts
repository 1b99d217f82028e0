/** ISO weekday 1 (Monday) to 7 (Sunday) */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * A half-open window of wall-clock time, [from, to) (process 2.4): 'HH:MM' or 'HH:MM:SS', `to` up to '24:00'.
 * A window across midnight is written as two.
 */
export interface ServiceWindow {
  readonly from: string;
  readonly to: string;
}

/**
 * A service calendar as defined in the organisation file (process 2.6, 2.7). Dates are 'YYYY-MM-DD' in `zone`. An open
 * day overrides a closed weekday and a holiday: that date has exactly its own windows.
 */
export interface CalendarDefinition {
  /** IANA zone whose wall clock the windows follow */
  readonly zone: string;
  readonly hours: Partial<Record<IsoWeekday, readonly ServiceWindow[]>>;
  /** region of feiertagejs, such as 'BUND' or 'BY'; without it only the dates listed here are holidays */
  readonly holidayRegion?: string;
  readonly holidays?: readonly string[];
  readonly closedDays?: readonly string[];
  readonly openDays?: readonly { readonly date: string; readonly windows: readonly ServiceWindow[] }[];
}
