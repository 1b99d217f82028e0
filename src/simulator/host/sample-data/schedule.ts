import type { SampleFault } from '../../../texts/sample-month.de';
import { storyOf, type SampleStep } from './story';

/** The part of service time that the sample month needs. */
export interface ServiceTime {
  nextOpening(after: number): number | undefined;
  isOpen(at: number): boolean;
}

export interface ScheduledStep {
  readonly at: number;
  /** Index in the list of faults. */
  readonly fault: number;
  readonly step: SampleStep;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Service time is consumed in pieces of this length. */
const piece = 15 * minute;
const monthLength = 31 * day;
/** Keeps the tickets of one day from all coming in the same minute. */
const spread = 37 * minute;

/**
 * When each step of the sample month happens: in service time, chronologically, and before `now`. A fault that needs
 * more time starts earlier, a month before now at the earliest; what still does not fit is left out.
 */
export function scheduleOf(faults: readonly SampleFault[], time: ServiceTime, now: number): ScheduledStep[] {
  const steps = faults.flatMap((fault, index): ScheduledStep[] => {
    let start = now - fault.daysAgo * day - (1 + (index % 7)) * spread;
    let times = timesOf(fault, time, start);
    while ((times.at(-1)?.at ?? 0) >= now && start - day > now - monthLength) {
      start -= day;
      times = timesOf(fault, time, start);
    }
    return times.filter(({ at }) => at < now).map(({ at, step }) => ({ at, step, fault: index }));
  });
  return steps.sort((a, b) => a.at - b.at || a.fault - b.fault);
}

function timesOf(
  fault: SampleFault,
  time: ServiceTime,
  start: number,
): { readonly at: number; readonly step: SampleStep }[] {
  let at = start;
  return storyOf(fault).map(({ step, after }) => {
    at = later(time, at, after * minute);
    return { at, step };
  });
}

/** The instant after this much service time; inside service time, even for 0. */
export function later(time: ServiceTime, from: number, milliseconds: number): number {
  let at = from;
  let left = milliseconds;
  for (;;) {
    if (!time.isOpen(at)) {
      const opening = time.nextOpening(at);
      if (opening === undefined) return at;
      at = opening;
    }
    if (left <= 0) return at;
    at += piece;
    left -= piece;
  }
}
