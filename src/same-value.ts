/** Whether two values as stored are the same; a field that is undefined is none. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return differingFields(one, other).length === 0;
}

/** The fields in which two objects differ; for lists, the positions. */
export function differingFields(one: object, other: object): readonly string[] {
  const [left, right] = [fieldsOf(one), fieldsOf(other)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => !isSameValue(left.get(name), right.get(name)));
}

/** Those of the items that are not among the others, both made the same way. */
export function notAmong<Item>(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const known = new Set(others.map((other) => JSON.stringify(other)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
}

function fieldsOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value));
}
