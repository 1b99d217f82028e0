import { isAction, partsOf } from '../connector/card-walk';
import { isObject, type JsonObject } from '../connector/json';

/**
 * The action of a card that a client names by its place in the card's JSON, keys and indexes joined by "/"
 * ("body/2/items/0/selectAction", "actions/1"), or by its id. Undefined if there is none. A button's own `data` is not
 * part of the card, so nothing in it is an action.
 */
export function actionAt(card: JsonObject, place: string): JsonObject | undefined {
  const actions = [...partsOf(card)].filter(isAction);
  const named = actions.filter((action) => action['id'] === place);
  if (named.length === 1) return named[0];
  const found = valueAt(card, place.split('/'));
  return actions.find((action) => action === found);
}

function valueAt(card: JsonObject, keys: readonly string[]): unknown {
  let value: unknown = card;
  for (const key of keys) {
    if (Array.isArray(value)) value = /^\d{1,6}$/.test(key) ? (value as unknown[])[Number(key)] : undefined;
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
