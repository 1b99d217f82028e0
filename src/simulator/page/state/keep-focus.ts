/** What had the focus, and what it stood in, innermost first: once it is removed, it does not know any more. */
let last: readonly HTMLElement[] = [];
/** Dialogs and menus give the focus back on their own, a moment after they are gone; milliseconds. */
const givenBackWithin = 150;

/**
 * Whatever had the focus and goes away leaves it to the nearest thing around it that can have it, and not to the window:
 * who works by keyboard would start again from the top. A click beside everything is no loss.
 */
export function keepFocus(page: HTMLElement): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = around(target);
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    // It may be going away at this moment; only afterwards can that be seen.
    if (relatedTarget === null) queueMicrotask(() => judge(page));
  });
  new MutationObserver(() => {
    if (last[0]?.isConnected === false) judge(page);
  }).observe(document.body, { childList: true, subtree: true });
}

function judge(page: HTMLElement): void {
  const [had] = last;
  if (had === undefined || !isLost()) return;
  if (isUsable(had)) {
    if (document.hasFocus()) last = [];
  } else if (last.includes(page)) giveOn();
  else setTimeout(() => isLost() && giveOn(), givenBackWithin);
}

function giveOn(): void {
  const heir = last.slice(1).find(canHaveFocus);
  (heir ?? document.getElementById('messages'))?.focus({ preventScroll: true });
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.hasAttribute('tabindex') && isUsable(element);
}

function around(element: HTMLElement): HTMLElement[] {
  return element.parentElement === null ? [element] : [element, ...around(element.parentElement)];
}
