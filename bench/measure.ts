const roundCount = 5;
const roundMilliseconds = 150;

let sink = 0;

/**
 * Queries per second of each contestant: they take turns, so that a slow moment of the machine affects all of them, and
 * the median of the rounds counts. A contestant runs the given number of queries and returns something computed from
 * the results.
 */
export function ratesOf(contestants: Record<string, (count: number) => number>): Record<string, number> {
  const rates: Record<string, number[]> = {};
  const counts = Object.entries(contestants).map(([name, work]) => [name, work, countFor(work)] as const);
  for (let round = 0; round < roundCount; round++) {
    for (const [name, work, count] of counts) {
      const begun = performance.now();
      sink += work(count);
      (rates[name] ??= []).push((count / (performance.now() - begun)) * 1000);
    }
  }
  if (Number.isNaN(sink)) throw new Error('a contestant returned no number');
  return Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, median(values)]));
}

/** How many queries fill a round; finding out also warms up the contestant. */
function countFor(work: (count: number) => number): number {
  for (let count = 1; ; count *= 2) {
    const begun = performance.now();
    sink += work(count);
    const took = performance.now() - begun;
    if (took > roundMilliseconds / 2) return Math.max(1, Math.round((count * roundMilliseconds) / took));
  }
}

/** The median of an odd number of values. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Wall-clock time in milliseconds. */
export async function millisecondsOf(action: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}
