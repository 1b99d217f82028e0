import { IANAZone } from 'luxon';
import type { Instant } from '../instant';
import { startOfUtcYear, utcYearOf } from './calendar-range';
import { type DayNumber, millisecondsPerDay, yearOf } from './civil-date';
import { createWallClockProbe } from './wall-clock-probe';

/** A stretch of time with one offset from UTC: local time = instant + offset. */
export interface OffsetStretch {
  readonly from: Instant;
  /** exclusive */
  readonly to: Instant;
  /** milliseconds, positive east of Greenwich */
  readonly offset: number;
}

/** The clock changes of one zone, found year by year on demand and then kept. */
export interface ZoneOffsets {
  /** Milliseconds to add to the instant to get the wall-clock time. */
  offsetAt(at: Instant): number;
  /** The stretches of one UTC year, in order, cut at its first and last instant. */
  stretchesOf(utcYear: number): readonly OffsetStretch[];
  /** Stretches that hold every instant at which the clocks show this day, in order. */
  stretchesNear(day: DayNumber): readonly OffsetStretch[];
}

const second = 1000;
const quarterHour = 900_000;
// The shortest time any zone spends at another offset before returning is 7 days (Gaza 2040, Recife 2000), so probes
// closer together than that miss no clock change.
const probeStep = 5 * millisecondsPerDay;

/** By the name used in the query and by the runtime's own name for the zone. */
const known = new Map<string, ZoneOffsets>();
// There are some 600 names; any more are odd spellings, which need not be cached.
const maxNames = 1000;

/** True for the name of an IANA zone; bare offsets such as '+01:00' do not count, even where the runtime accepts them. */
export function isKnownZone(zone: string): boolean {
  return known.has(zone) || (/^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone));
}

/** The clock changes of a zone that isKnownZone accepts. One table per zone serves every calendar. */
export function zoneOffsets(zone: string): ZoneOffsets {
  const remembered = known.get(zone);
  if (remembered !== undefined) return remembered;
  const name = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  const offsets = known.get(name) ?? createZoneOffsets(name);
  known.set(name, offsets);
  if (known.size < maxNames) known.set(zone, offsets);
  return offsets;
}

function createZoneOffsets(zone: string): ZoneOffsets {
  const clock: ZoneClock = { luxonZone: IANAZone.create(zone), probe: createWallClockProbe(zone) };
  const years = new Map<number, readonly OffsetStretch[]>();

  const stretchesOf = (utcYear: number): readonly OffsetStretch[] => {
    let stretches = years.get(utcYear);
    if (stretches === undefined) {
      stretches = findStretches(startOfUtcYear(utcYear), startOfUtcYear(utcYear + 1), clock);
      years.set(utcYear, stretches);
    }
    return stretches;
  };

  return {
    stretchesOf,
    offsetAt(at) {
      const stretches = stretchesOf(utcYearOf(at));
      for (const stretch of stretches) if (at < stretch.to) return stretch.offset;
      return readOffset(clock, at);
    },
    stretchesNear(day) {
      // Clocks are at most 14 hours from UTC, so only days next to New Year touch two UTC years.
      const [first, last] = [yearOf(day - 1), yearOf(day + 1)];
      return first === last ? stretchesOf(first) : [...stretchesOf(first), ...stretchesOf(last)];
    },
  };
}

interface ZoneClock {
  readonly luxonZone: IANAZone;
  /** same result as luxon's offset, in seconds, but faster */
  readonly probe: (at: Instant) => number;
}

function readOffset(clock: ZoneClock, at: Instant): number {
  // luxon counts in minutes, with a fraction where a zone's offset has seconds.
  return Math.round(clock.luxonZone.offset(at) * 60) * second;
}

function findStretches(from: Instant, to: Instant, clock: ZoneClock): OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  let stretchStart = from;
  let shown = clock.probe(from);
  for (let probed = from; probed < to;) {
    const next = Math.min(probed + probeStep, to);
    // The end of the year belongs to the next one; the last second is the last that can differ.
    if (clock.probe(next === to ? to - second : next) === shown) {
      probed = next;
      continue;
    }
    const change = firstChange(probed, next, shown, clock);
    stretches.push({ from: stretchStart, to: change, offset: readOffset(clock, stretchStart) });
    stretchStart = change;
    shown = clock.probe(change);
    // Probe the rest of the step again: it may contain a second change.
    probed = change;
  }
  stretches.push({ from: stretchStart, to, offset: readOffset(clock, stretchStart) });
  return stretches;
}

/** The first instant in (low, high] whose clock differs from `shown`. Clocks change at whole seconds, nearly all at quarter hours. */
function firstChange(low: Instant, high: Instant, shown: number, clock: ZoneClock): Instant {
  const coarse = bisect(low, high, quarterHour, shown, clock);
  if (clock.probe(coarse - second) === shown) return coarse;
  return bisect(Math.max(low, coarse - quarterHour), coarse, second, shown, clock);
}

function bisect(low: Instant, high: Instant, unit: number, shown: number, clock: ZoneClock): Instant {
  while (high - low > unit) {
    const middle = low + Math.max(1, Math.floor((high - low) / 2 / unit)) * unit;
    if (clock.probe(middle) === shown) low = middle;
    else high = middle;
  }
  return high;
}
