/** An item of a list with its position in it, from 0. */
interface Placed<Item> {
  readonly item: Item;
  readonly index: number;
}

interface Repeated<Item> extends Placed<Item> {
  readonly first: Placed<Item>;
}

/** The items that have the key of an earlier one, each with the first that has it. */
export function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Repeated<Item>[] {
  const firsts = new Map<string, Placed<Item>>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const first = firsts.get(key);
    if (first !== undefined) return [{ item, index, first }];
    firsts.set(key, { item, index });
    return [];
  });
}
