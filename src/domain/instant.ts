/** Milliseconds since 1970-01-01T00:00:00Z. The domain uses no other form; zones matter only where a person reads or types. */
export type Instant = number;

export const millisecondsPerSecond = 1_000;
