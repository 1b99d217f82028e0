import type { Action } from 'adaptivecards';

/**
 * The menu of the button "…" with the actions that are no buttons (Adaptive Cards 1.5, mode "secondary"). It stays inside
 * the card, so that a dialog keeps the focus; the library's own menu would be outside.
 */
export function openMenu(actions: readonly Action[], button: HTMLElement): void {
  const menu = document.createElement('div');
  menu.className = 'card-menu';
  menu.role = 'menu';
  menu.popover = 'auto';
  menu.ariaLabel = button.ariaLabel;
  const close = (): void => {
    menu.hidePopover();
    button.focus();
  };
  const items = actions.map((action) => itemOf(action, close));
  menu.append(...items);
  menu.addEventListener('keydown', (event) => onKey(event, items, close));
  menu.addEventListener('toggle', ({ newState }) => {
    button.ariaExpanded = String(newState === 'open');
    if (newState === 'closed') menu.remove();
  });
  button.after(menu);
  menu.showPopover({ source: button });
  items[0]?.focus();
}

function itemOf(action: Action, close: () => void): HTMLButtonElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.role = 'menuitem';
  item.tabIndex = -1;
  item.className = 'card-menu-item';
  item.textContent = action.title ?? '';
  // Not `disabled`: somebody who cannot see the menu should still come across it.
  item.ariaDisabled = action.isEnabled ? null : 'true';
  item.addEventListener('click', () => {
    if (!action.isEnabled) return;
    close();
    action.execute();
  });
  return item;
}

function onKey(event: KeyboardEvent, items: readonly HTMLButtonElement[], close: () => void): void {
  const at = items.indexOf(event.target as HTMLButtonElement);
  const next: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const to = next[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (to === undefined) return;
  else items[to]?.focus();
  event.preventDefault();
  // Escape closes the menu and not also the dialog around it.
  event.stopPropagation();
}
