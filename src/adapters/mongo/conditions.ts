/** Conditions of a query by field. */
export type Conditions = Readonly<Record<string, unknown>>;

/** Exactly this value, which cannot be an operator itself; undefined, for `defined`, where nothing is asked for. */
export function exactly<Value>(value: Value | undefined): { readonly $eq: Value } | undefined {
  return value === undefined ? undefined : { $eq: value };
}

/** One of these values, none of which can be an operator itself; undefined where nothing is asked for. */
export function whereOneOf<Value>(
  values: readonly Value[] | undefined,
): { readonly $in: Value[] } | undefined {
  return values === undefined ? undefined : { $in: [...values] };
}
