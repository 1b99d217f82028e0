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
 * What a service calendar is made of, as it stands in the organisation file (process 2.6, 2.7). Dates are 'YYYY-MM-DD' in
 * `zone`. For a single date an open day wins over a closed one's weekday and over a holiday: it has exactly its own windows.
 */
export interface CalendarDefinition {
  /** IANA zone whose wall clock the windows follow */
  readonly zone: string;
  readonly hours: Partial<Record<IsoWeekday, readonly ServiceWindow[]>>;
  /** region of feiertagejs, such as 'BUND' or 'BY'; without it only the dates named here are holidays */
  readonly holidayRegion?: string;
  readonly holidays?: readonly string[];
  readonly closedDays?: readonly string[];
  readonly openDays?: readonly { readonly date: string; readonly windows: readonly ServiceWindow[] }[];
}
