import type { SampleFault } from '../../../texts/sample-month.de';
import { storyOf, type SampleStep } from './story';

/** Service time, as far as the sample month needs it. */
export interface ServiceTime {
  nextOpening(after: number): number | undefined;
  isOpen(at: number): boolean;
}

export interface ScheduledStep {
  at: number;
  /** Place in the list of faults. */
  fault: number;
  step: SampleStep;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Service time is spent in pieces of this length. */
const PIECE = 15 * MINUTE;
const MONTH = 31 * DAY;
/** Tickets of one day do not all come in the same minute. */
const SPREAD = 37 * MINUTE;

/**
 * When each step of the sample month happens: in service time, in the order of time, and before `now`. A fault whose way
 * takes longer than it has begins earlier, a month before now at the earliest; what does not fit even then is left out.
 */
export function scheduleOf(faults: readonly SampleFault[], time: ServiceTime, now: number): ScheduledStep[] {
  const steps = faults.flatMap((fault, index): ScheduledStep[] => {
    let start = now - fault.daysAgo * DAY - (1 + (index % 7)) * SPREAD;
    let times = timesOf(fault, time, start);
    while ((times.at(-1)?.at ?? 0) >= now && start - DAY > now - MONTH) {
      start -= DAY;
      times = timesOf(fault, time, start);
    }
    return times.filter(({ at }) => at < now).map(({ at, step }) => ({ at, step, fault: index }));
  });
  return steps.sort((a, b) => a.at - b.at || a.fault - b.fault);
}

function timesOf(fault: SampleFault, time: ServiceTime, start: number): { at: number; step: SampleStep }[] {
  let at = start;
  return storyOf(fault).map(({ step, after }) => {
    at = later(time, at, after * MINUTE);
    return { at, step };
  });
}

/** The instant after so much service time; inside service time, even for none. */
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
    at += PIECE;
    left -= PIECE;
  }
}
