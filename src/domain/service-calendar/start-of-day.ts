import type { Instant } from '../instant';
import { type DayNumber, millisecondsPerDay } from './civil-date';
import { zoneOffsets } from './zone-offsets';

/**
 * The first instant at which a clock of the IANA zone shows the day. Where the clock skips midnight, that is later than
 * 00:00; where a zone skipped the whole day, it is the beginning of the next.
 */
export function startOfDay(day: DayNumber, zone: string): Instant {
  const shown = day * millisecondsPerDay;
  for (const { from, to, offset } of zoneOffsets(zone).stretchesNear(day)) {
    const begins = Math.max(from, shown - offset);
    if (begins < to) return begins;
  }
  throw new RangeError(`there is no day ${day} in ${zone}`);
}

/** The day that a clock of the IANA zone shows at an instant. */
export function dayNumberAt(at: Instant, zone: string): DayNumber {
  return Math.floor((at + zoneOffsets(zone).offsetAt(at)) / millisecondsPerDay);
}
