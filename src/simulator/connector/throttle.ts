import { TeamsRefusal } from './refusals';

/** A rate: this many operations within this many milliseconds. */
export interface Rate {
  readonly operations: number;
  readonly milliseconds: number;
}

/** The documented limits for one bot in one conversation; all threads of a channel share them. */
export const documentedRates: readonly Rate[] = [
  { operations: 7, milliseconds: 1_000 },
  { operations: 8, milliseconds: 2_000 },
  { operations: 60, milliseconds: 30_000 },
  { operations: 1_800, milliseconds: 3_600_000 },
];

/** The documented limit for the reactions of one bot, in all conversations together. */
export const documentedReactionRates: readonly Rate[] = [{ operations: 2, milliseconds: 1_000 }];

const millisecondsPerSecond = 1_000;

/** Counts operations, each conversation's by themselves, in sliding windows. */
export class Throttle {
  private readonly operations = new Map<string, number[]>();

  constructor(
    private rates: readonly Rate[],
    private readonly now: () => number,
  ) {}

  /** Sets the rates; an empty list turns throttling off. */
  setRates(rates: readonly Rate[]): void {
    this.rates = rates;
  }

  /** Counts one operation, or refuses it with the number of whole seconds until it is allowed. Refused operations do not count. */
  take(counted: string): void {
    if (this.rates.length === 0) return;
    const now = this.now();
    const longest = Math.max(...this.rates.map((rate) => rate.milliseconds));
    const recent = (this.operations.get(counted) ?? []).filter((at) => at > now - longest);
    const free = Math.max(...this.rates.map((rate) => freeAt(recent, rate, now)));
    if (free > now) {
      const seconds = Math.ceil((free - now) / millisecondsPerSecond);
      throw new TeamsRefusal('throttled', `the next operation fits in ${free - now} ms`, seconds);
    }
    recent.push(now);
    this.operations.set(counted, recent);
  }
}

/** The instant from which this rate allows one more operation. */
function freeAt(recent: number[], rate: Rate, now: number): number {
  const within = recent.filter((at) => at > now - rate.milliseconds);
  const oldest = within[within.length - rate.operations];
  return oldest === undefined ? now : oldest + rate.milliseconds;
}
