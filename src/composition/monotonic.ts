import { performance } from 'node:perf_hooks';

/** Milliseconds since the start of the process, unaffected by changes of the clock. */
export const monotonic = (): number => performance.now();
