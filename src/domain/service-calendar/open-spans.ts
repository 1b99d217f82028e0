import type { Instant } from '../instant';
import { utcYearOf } from './calendar-range';
import { type DayNumber, millisecondsPerDay } from './civil-date';
import type { DayRules } from './day-windows';
import { addSpan, type SpanList } from './span-list';
import type { ZoneOffsets } from './zone-offsets';

/**
 * Appends the open spans of [from, to), clipped to it.
 *
 * An instant is open if the wall-clock time then shown lies in a window of the date then shown (process 2.7). So each
 * stretch of constant offset is walked separately: an hour that the clocks repeat is open twice, one they skip never.
 */
export function addOpenSpans(
  spans: SpanList,
  from: Instant,
  to: Instant,
  rules: DayRules,
  offsets: ZoneOffsets,
): void {
  // The first and last hours may belong to neighbouring years in the zone.
  if (!rules.mayOpenIn(utcYearOf(from - millisecondsPerDay), utcYearOf(to + millisecondsPerDay))) return;
  for (let year = utcYearOf(from); year <= utcYearOf(to - 1); year++) {
    for (const stretch of offsets.stretchesOf(year)) {
      addStretch(spans, Math.max(from, stretch.from), Math.min(to, stretch.to), stretch.offset, rules);
    }
  }
}

function addStretch(spans: SpanList, from: Instant, to: Instant, offset: number, rules: DayRules): void {
  const firstDay = Math.floor((from + offset) / millisecondsPerDay);
  const lastDay = Math.floor((to - 1 + offset) / millisecondsPerDay);
  for (let day = firstDay; day <= lastDay; day++) {
    const windows = rules.windowsOn(day);
    const midnight = day * millisecondsPerDay - offset;
    for (let index = 0; index < windows.length; index += 2) {
      const start = Math.max(midnight + (windows[index] as number), from);
      const end = Math.min(midnight + (windows[index + 1] as number), to);
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
    const midnight = day * millisecondsPerDay - stretch.offset;
    for (let index = 0; index < windows.length; index += 2) {
      const start = Math.max(midnight + (windows[index] ?? 0), stretch.from);
      const close = Math.min(midnight + (windows[index + 1] ?? 0), stretch.to);
      if (start < close && (end === undefined || close > end)) end = close;
    }
  }
  return end;
}
