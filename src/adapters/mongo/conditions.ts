/** Conditions of a query by field. */
export type Conditions = Readonly<Record<string, unknown>>;

/** Exactly this value, which cannot act as an operator; undefined, for `defined`, if there is no condition. */
export function exactly<Value>(value: Value | undefined): { readonly $eq: Value } | undefined {
  return value === undefined ? undefined : { $eq: value };
}

/** One of these values, none of which can act as an operator; undefined if there is no condition. */
export function whereOneOf<Value>(
  values: readonly Value[] | undefined,
): { readonly $in: Value[] } | undefined {
  return values === undefined ? undefined : { $in: [...values] };
}
