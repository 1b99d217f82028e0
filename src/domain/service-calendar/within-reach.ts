import { AmountNeverReached, InstantOutOfRange } from './calendar-errors';

/**
 * What is computed, or undefined where the calendar does not hold the service time for it. A file that is taken at start
 * holds enough; but a calendar may end at the end of its years, and days may be closed without end.
 */
export function withinReach<Result>(compute: () => Result): Result | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof AmountNeverReached || error instanceof InstantOutOfRange) return undefined;
    throw error;
  }
}
