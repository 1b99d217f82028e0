import type { Instant } from '../instant';
import type { DayNumber } from './civil-date';
import { MILLISECONDS_PER_DAY } from './civil-date';
import type { DayRules } from './day-windows';
import type { SpanList } from './span-list';
import { addSpan } from './span-list';
import type { OffsetStretch, ZoneOffsets } from './zone-offsets';

/**
 * Appends the open spans of one UTC year, cut at its first and last instant.
 *
 * An instant is open while the wall clock it shows lies in a window of the day it shows (process 2.7). So each stretch of
 * constant offset is walked by itself: an hour that the clocks repeat is open twice, one they skip never.
 */
export function addOpenSpansOfYear(
  spans: SpanList,
  utcYear: number,
  rules: DayRules,
  offsets: ZoneOffsets,
): void {
  // The first and last hours of a UTC year belong to the neighbouring years of the zone.
  if (![utcYear - 1, utcYear, utcYear + 1].some((year) => rules.mayOpenIn(year))) return;
  for (const stretch of offsets.stretchesOf(utcYear)) addStretch(spans, stretch, rules);
}

function addStretch(spans: SpanList, stretch: OffsetStretch, rules: DayRules): void {
  const firstDay = Math.floor((stretch.from + stretch.offset) / MILLISECONDS_PER_DAY);
  const lastDay = Math.floor((stretch.to - 1 + stretch.offset) / MILLISECONDS_PER_DAY);
  for (let day = firstDay; day <= lastDay; day++) {
    const windows = rules.windowsOn(day);
    const midnight = day * MILLISECONDS_PER_DAY - stretch.offset;
    for (let index = 0; index < windows.length; index += 2) {
      const start = Math.max(midnight + (windows[index] ?? 0), stretch.from);
      const end = Math.min(midnight + (windows[index + 1] ?? 0), stretch.to);
      if (start < end) addSpan(spans, start, end);
    }
  }
}

/** The last instant at which the service time of a day of the zone ends, or undefined when the day has none (process 2.5). */
export function endOfServiceDay(day: DayNumber, rules: DayRules, offsets: ZoneOffsets): Instant | undefined {
  const windows = rules.windowsOn(day);
  if (windows.length === 0) return undefined;
  let end: Instant | undefined;
  for (const stretch of offsets.stretchesNear(day)) {
    const midnight = day * MILLISECONDS_PER_DAY - stretch.offset;
    for (let index = 0; index < windows.length; index += 2) {
      const start = Math.max(midnight + (windows[index] ?? 0), stretch.from);
      const close = Math.min(midnight + (windows[index + 1] ?? 0), stretch.to);
      if (start < close && (end === undefined || close > end)) end = close;
    }
  }
  return end;
}
