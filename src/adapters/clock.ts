import type { Clock } from '../app/ports/clock';

/** The machine's clock: the only place where the current time enters. */
export const systemClock: Clock = { now: () => Date.now() };
