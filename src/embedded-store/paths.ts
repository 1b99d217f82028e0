import type { Document } from 'bson';

/** An embedded document: a plain object, not a value type of BSON such as ObjectId. */
export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** An own field of the document, so that `constructor` and `__proto__` are names like any other. */
export function ownField(holder: Document, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder[name] as unknown) : undefined;
}

export const isArrayIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

function collect(value: unknown, parts: readonly string[], at: number, found: unknown[]): void {
  const part = parts[at];
  if (part === undefined) {
    found.push(value);
  } else if (Array.isArray(value)) {
    if (isArrayIndex(part) && Number(part) < value.length) collect(value[Number(part)], parts, at + 1, found);
    for (const element of value) if (isDocument(element)) collect(element, parts, at, found);
  } else {
    if (isDocument(value)) collect(ownField(value, part), parts, at + 1, found);
    else found.push(undefined);
  }
}

/** Every value a dotted path leads to, through arrays on the way; a missing field gives `undefined`. */
export function valuesAt(document: Document, parts: readonly string[]): unknown[] {
  const found: unknown[] = [];
  collect(document, parts, 0, found);
  return found;
}

/** The single value a dotted path leads to; if there is an array on the way, that array. */
export function valueOrArrayAt(document: Document, parts: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of parts) {
    if (Array.isArray(value)) return value;
    value = isDocument(value) ? ownField(value, part) : undefined;
  }
  return value;
}
