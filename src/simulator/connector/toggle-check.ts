import { isAction, partsOf, partsWithoutFallbacks, toggleTargets, withFallbacks } from './card-walk';
import { textOf, type JsonObject } from './json';
import { TeamsRefusal } from './refusals';

/**
 * Refuses a card with an Action.ToggleVisibility that would do nothing: clients ignore a target that is not there. The
 * card is looked at as clients with and without the extras of Teams show it.
 */
export function checkToggles(card: JsonObject): void {
  checkTargets([...partsWithoutFallbacks(card)]);
  checkTargets([...partsOf(withFallbacks(card))]);
}

function checkTargets(parts: readonly JsonObject[]): void {
  const elements = new Set(parts.filter((part) => !isAction(part)).map((part) => textOf(part['id'])));
  for (const action of parts) {
    if (action['type'] !== 'Action.ToggleVisibility') continue;
    const targets = toggleTargets(action);
    const vain = targets.find(({ id }) => id === '' || !elements.has(id));
    if (vain === undefined && targets.length > 0) continue;
    const title = textOf(action['title']) ?? 'Action.ToggleVisibility';
    throw new TeamsRefusal('toggle-without-target', `"${title}" names "${vain?.id ?? ''}"`);
  }
}
