export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of a card, with what a reader or an author put into it; action data included. */
export function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  if (!isObject(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** The elements, inputs and actions of a card: what is in action data is no part of it. */
export function partsOf(card: unknown): readonly Json[] {
  return [...partsIn(card)];
}

function* partsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* partsIn(item);
  if (!isObject(value)) return;
  if (typeof value['type'] === 'string') yield value;
  for (const [key, inner] of Object.entries(value)) if (key !== 'data') yield* partsIn(inner);
}

export interface PlacedString {
  readonly text: string;
  /** The property that holds it. */
  readonly key: string;
  /** The object whose property it is. */
  readonly owner: Json;
  /** Inside the data of an action. */
  readonly inData: boolean;
}

/** Every string of a card with where it stands. */
export function* stringsIn(value: unknown, inData = false): Generator<PlacedString> {
  if (Array.isArray(value)) for (const item of value) yield* stringsIn(item, inData);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') yield { text: inner, key, owner: value, inData };
    else yield* stringsIn(inner, inData || key === 'data');
  }
}

export function bytesOf(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
