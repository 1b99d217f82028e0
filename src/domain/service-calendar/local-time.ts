import type { Instant } from '../instant';
import { millisecondsPerDay, dayOf, toIsoDate } from './civil-date';
import { zoneOffsets } from './zone-offsets';

const localTime = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** What a wall clock shows. */
export interface LocalTime {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  /** milliseconds since midnight, as the clock shows it */
  readonly timeOfDay: number;
}

/**
 * Milliseconds of 'YYYY-MM-DDTHH:MM[:SS]' as if its clock stood at UTC, or undefined when the text has another form or
 * is not a real day. Says nothing about whether the time exists in a zone.
 */
export function parseLocalTime(local: string): number | undefined {
  const match = localTime.exec(local);
  if (match === null) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return undefined;
  const seconds = Number(match[4]) * 3600 + Number(match[5]) * 60 + Number(match[6] ?? 0);
  return day * millisecondsPerDay + seconds * 1000;
}

/**
 * The instant at which a clock of the IANA zone shows 'YYYY-MM-DDTHH:MM[:SS]'. A time the clock shows twice means the
 * first; a time it never shows is undefined (process 2.7), as is text in another form.
 */
export function localToInstant(local: string, zone: string): Instant | undefined {
  return localToInstants(local, zone)[0];
}

/** All instants at which a clock of the zone shows the time, in order: none in a gap, two where the clock is put back. */
export function localToInstants(local: string, zone: string): readonly Instant[] {
  const shown = parseLocalTime(local);
  if (shown === undefined) return [];
  return zoneOffsets(zone)
    .stretchesNear(Math.floor(shown / millisecondsPerDay))
    .filter((stretch) => shown - stretch.offset >= stretch.from && shown - stretch.offset < stretch.to)
    .map((stretch) => shown - stretch.offset);
}

/** Times that a clock skips when it is put forward: from `before` (the first one skipped) to `after` (the first one shown again). */
export interface SkippedTime {
  readonly before: LocalTime;
  readonly after: LocalTime;
}

/** The gap that a nonexistent local time falls into, for telling people which times do exist; undefined for other times. */
export function skippedTime(local: string, zone: string): SkippedTime | undefined {
  const shown = parseLocalTime(local);
  if (shown === undefined) return undefined;
  const stretches = zoneOffsets(zone).stretchesNear(Math.floor(shown / millisecondsPerDay));
  for (const [index, { to, offset }] of stretches.entries()) {
    const after = to + (stretches[index + 1]?.offset ?? offset);
    if (shown >= to + offset && shown < after)
      return { before: toLocalTime(to + offset), after: toLocalTime(after) };
  }
  return undefined;
}

/** What the wall clock of the IANA zone shows at an instant. */
export function instantToLocal(at: Instant, zone: string): LocalTime {
  return toLocalTime(at + zoneOffsets(zone).offsetAt(at));
}

function toLocalTime(shown: number): LocalTime {
  const day = Math.floor(shown / millisecondsPerDay);
  return { date: toIsoDate(day), timeOfDay: shown - day * millisecondsPerDay };
}
