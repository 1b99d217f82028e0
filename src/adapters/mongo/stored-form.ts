/** What mongoose and the store give back: dates where the domain has instants, null where it has nothing. */
type StoredValue = unknown;

/**
 * The domain's form of what was stored: instants are numbers there, and the domain has no dates of its own, so every
 * date is one. The other way needs no code: the schemas make dates of numbers where they say so.
 */
export function fromStored<T>(stored: StoredValue): T {
  return withoutDates(stored) as T;
}

function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(entries.map(([key, field]) => [key, withoutDates(field)]));
}

/**
 * The same value as it will come back: nothing undefined, and text that is well-formed, since BSON is UTF-8 and cannot
 * carry half a surrogate pair. Without this the hash of what was written would not be that of what is read.
 */
export function storable<T>(value: T): T {
  return withoutGaps(value) as T;
}

function withoutGaps(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('utf8');
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.map(([key, field]) => [key, withoutGaps(field)]));
}
