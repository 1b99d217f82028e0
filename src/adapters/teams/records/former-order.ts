import { isSameValue } from '../../../same-value';

/** What was chosen, in the order of before: of several choices it means nothing in which order a client names them. */
export function inFormerOrder<Item>(former: readonly Item[], chosen: readonly Item[]): readonly Item[] {
  const has = (items: readonly Item[], item: Item) => items.some((each) => isSameValue(each, item));
  return [...former.filter((each) => has(chosen, each)), ...chosen.filter((each) => !has(former, each))];
}
