export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements, inputs and actions of a card: what is in action data is no part of it. */
export function partsOf(card: unknown): readonly Json[] {
  const parts: Json[] = [];
  // Lists filled on the way down: thousands of cards are walked, and nested generators take most of that time.
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    if (typeof value['type'] === 'string') parts.push(value);
    for (const key of Object.keys(value)) if (key !== 'data') visit(value[key]);
  };
  visit(card);
  return parts;
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
export function stringsIn(card: unknown): readonly PlacedString[] {
  const strings: PlacedString[] = [];
  const visit = (value: unknown, inData: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, inData);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string') strings.push({ text: inner, key, owner: value, inData });
      else visit(inner, inData || key === 'data');
    }
  };
  visit(card, false);
  return strings;
}

export function bytesOf(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
