/** An instant in time: milliseconds since 1970-01-01T00:00:00Z. The domain knows no other form; zones enter only where a person reads or types. */
export type Instant = number;

export const millisecondsPerSecond = 1_000;
