import { type Action, type AdaptiveCard, type CardElement, ToggleVisibilityAction } from 'adaptivecards';

/**
 * Tells screen readers whether what a button shows or hides is visible now. The library refers to the elements by their
 * ids instead, which are not unique on a page of many cards.
 */
export function announceToggles(card: AdaptiveCard): void {
  const toggles = card.getAllActions().flatMap((action) => {
    const hidden = hiddenTargets(card, action);
    return hidden.length === 0 ? [] : [{ action, hidden }];
  });
  const tell = (): void => {
    for (const { action, hidden } of toggles) {
      const button = action.renderedElement;
      button?.removeAttribute('aria-controls');
      if (button) button.ariaExpanded = String(hidden.some(({ isVisible }) => isVisible));
    }
  };
  tell();
  card.onElementVisibilityChanged = tell;
}

/** What a button shows that is hidden at first. */
function hiddenTargets(card: AdaptiveCard, action: Action): CardElement[] {
  if (!(action instanceof ToggleVisibilityAction)) return [];
  return Object.keys(action.targetElements)
    .map((id) => card.getElementById(id))
    .filter((element) => element !== undefined)
    .filter(({ isVisible }) => !isVisible);
}
