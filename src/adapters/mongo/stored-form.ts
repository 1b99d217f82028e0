import { schemaVersion as versionKnown } from './migrations/registry';

/** A document of a later version, written while this process runs: read half, it would be understood wrongly. */
export class NewerDocument extends Error {
  override readonly name = 'NewerDocument';
  constructor(version: number) {
    super(`a document has schema version ${version}, this software knows ${versionKnown}`);
  }
}

/**
 * Converts a stored document into the domain's form: every date is an instant, a number in the domain, which has no dates
 * of its own. The other direction needs no code: the schemas turn numbers into dates. The mark of its version stays in
 * the store. Throws NewerDocument for one that this software does not know.
 */
export function fromStored<T>(stored: object): T {
  const { schemaVersion = 0, ...document } = stored as { readonly schemaVersion?: number };
  if (schemaVersion > versionKnown) throw new NewerDocument(schemaVersion);
  return withoutDates(document) as T;
}

function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(entries.map(([key, field]) => [key, withoutDates(field)]));
}

/**
 * Like `fromStored`, but drops nothing: what is to be proved unchanged is compared with every field that stands there, and
 * a value of a kind that the bot never stores differs from any that it does.
 */
export function faithful<T>(stored: unknown): T {
  return withEveryField(stored) as T;
}

function withEveryField(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(withEveryField);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const { _bsontype: kind } = value as { readonly _bsontype?: unknown };
  if (typeof kind === 'string') return { [kind]: JSON.stringify(value) };
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withEveryField(field)]));
}

/**
 * The value as it will be read back: nothing undefined, and well-formed text, since BSON is UTF-8 and cannot carry half
 * a surrogate pair. Without this, the hash of what was written would differ from that of what is read.
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
