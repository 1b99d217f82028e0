import {
  type Action,
  AdaptiveCard,
  ChoiceSetInput,
  GlobalSettings,
  type Input,
  OpenUrlAction,
  Strings,
  ToggleVisibilityAction,
} from 'adaptivecards';
import type { ActionRequest, AdaptiveCardJson } from '../../page-api';
import { texts } from '../texts/page.de';
import { mendAccessibility } from './card-accessibility';
import { drawingContext } from './drawing-context';
import { fluentHostConfig } from './host-config';
import { markdownAsHtml } from './markdown';
import { markComplaints } from './complaints';
import { openMenu } from './overflow-menu';
import { mentionMarks, pathProperty, preparedCard } from './prepare-card';
import { announceToggles } from './toggles';

/** What happens with a drawn card. */
export interface CardEvents {
  readonly press: (request: ActionRequest, button: HTMLElement | undefined) => void;
  readonly openLink: (address: string) => void;
  readonly type: (inputId: string, value: string) => void;
}

/** A card on the page. */
export interface DrawnCard {
  readonly element: HTMLElement;
  /** Restores the focus to the described spot; false if the card does not have it (any more). */
  readonly focus: (spot: FocusSpot) => boolean;
  /** Puts the focus on the field with this label; false if there is none. */
  readonly focusField: (label: string) => boolean;
  /** Describes where in the card the focus is; undefined if it is elsewhere. */
  readonly focused: () => FocusSpot | undefined;
}

/** A field by its id or a button by its title, which survive a redraw of the card. */
export interface FocusSpot {
  readonly input?: string;
  readonly button?: string;
  readonly selection?: readonly [number, number];
}

GlobalSettings.enableFullJsonRoundTrip = true;
GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
// Without it, buttons beyond the most that are shown side by side would vanish.
GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
Strings.defaults.overflowButtonText = () => '…';
Strings.defaults.overflowButtonTooltip = () => texts.cardMenu;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownAsHtml(text);
  result.didProcess = true;
};

/** Draws a card with what had been typed into it; throws if the library cannot read it. */
export function drawCard(
  json: AdaptiveCardJson,
  typed: ReadonlyMap<string, string>,
  events: CardEvents,
): DrawnCard {
  const card = new AdaptiveCard();
  card.hostConfig = fluentHostConfig;
  card.parse(preparedCard(json), drawingContext());
  for (const input of card.getAllInputs()) restore(input, typed);
  card.onAnchorClicked = (_element, anchor, event) => {
    if (event?.type === 'contextmenu') return false;
    events.openLink(anchor.href);
    return true;
  };
  card.onInputValueChanged = (input) => {
    if (input.id !== undefined) events.type(input.id, valueOf(input));
    if (card.renderedElement) mendAccessibility(card.renderedElement);
  };
  const menuButtons = new Map<Action, HTMLElement>();
  card.onDisplayOverflowActionMenu = (actions, button) => {
    if (!button) return false;
    for (const action of actions) menuButtons.set(action, button);
    openMenu(actions, button);
    return true;
  };
  card.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction) events.openLink(action.url ?? '');
    else if (!(action instanceof ToggleVisibilityAction)) {
      const place: unknown = action.getCustomProperty(pathProperty);
      const button = action.renderedElement ?? menuButtons.get(action);
      events.press({ action: String(place), inputs: valuesOf(card) }, button);
    }
  };
  const element = card.render();
  if (!element) throw new Error('the card has nothing to draw');
  showMentions(element);
  markComplaints(json, (id) => controlOf(card, id));
  mendAccessibility(element);
  announceToggles(card);
  // On a press, the library marks invalid fields and lets nobody else hear of the click, which is thus caught before it.
  element.addEventListener('click', () => setTimeout(() => mendAccessibility(element)), true);
  return {
    element,
    focused: () => spotOf(card, element),
    focus: (spot) => focusSpot(card, element, spot),
    focusField: (label) => {
      const input = card.getAllInputs().find((each) => each.label === label);
      return input?.id !== undefined && focusSpot(card, element, { input: input.id });
    },
  };
}

function valuesOf(card: AdaptiveCard): Record<string, string> {
  return Object.fromEntries(
    card.getAllInputs().flatMap((input) => (input.id === undefined ? [] : [[input.id, valueOf(input)]])),
  );
}

/** As Teams sends it; empty text for an empty field. */
function valueOf(input: Input): string {
  const value: unknown = input.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function restore(input: Input, typed: ReadonlyMap<string, string>): void {
  const value = input.id === undefined ? undefined : typed.get(input.id);
  if (value === undefined || !('defaultValue' in input)) return;
  if (input instanceof ChoiceSetInput && input.isMultiSelect !== true) {
    if (value !== '' && !input.choices.some((choice) => choice.value === value)) return;
  }
  input.defaultValue = input.getJsonTypeName() === 'Input.Number' && value !== '' ? Number(value) : value;
}

function showMentions(element: HTMLElement): void {
  const { open, close } = mentionMarks;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const marked: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.includes(open)) marked.push(node);
  }
  for (const node of marked) {
    const pieces = node.data.split(new RegExp(`(${open}[^${open}${close}]*${close})`));
    node.replaceWith(
      ...pieces.map((piece) => {
        if (!piece.startsWith(open)) return piece;
        const mention = document.createElement('span');
        mention.className = 'mention';
        mention.textContent = piece.slice(1, -1);
        return mention;
      }),
    );
  }
}

function spotOf(card: AdaptiveCard, element: HTMLElement): FocusSpot | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !element.contains(active)) return undefined;
  const input = card.getAllInputs().find((each) => each.renderedElement?.contains(active));
  if (input?.id === undefined) return { button: active.getAttribute('aria-label') ?? active.innerText };
  const text = active instanceof HTMLTextAreaElement || isTextField(active) ? active : undefined;
  return {
    input: input.id,
    ...(text && { selection: [text.selectionStart ?? 0, text.selectionEnd ?? 0] as const }),
  };
}

function focusSpot(card: AdaptiveCard, element: HTMLElement, spot: FocusSpot): boolean {
  const control = spot.input === undefined ? undefined : controlOf(card, spot.input);
  const button = [...element.querySelectorAll<HTMLElement>('button')].find(
    (each) => spot.button !== undefined && each.getAttribute('aria-label') === spot.button,
  );
  const target = control ?? button;
  target?.focus({ preventScroll: true });
  if (spot.selection && (target instanceof HTMLTextAreaElement || (target && isTextField(target))))
    target.setSelectionRange(...spot.selection);
  return target !== undefined;
}

/** What one types into, or the first choice. */
function controlOf(card: AdaptiveCard, id: string): HTMLElement | undefined {
  const input = card.getAllInputs().find((each) => each.id === id);
  return input?.renderedElement?.querySelector<HTMLElement>('input, textarea, select') ?? undefined;
}

function isTextField(element: HTMLElement): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement && ['text', 'search', 'tel', 'url', 'password'].includes(element.type)
  );
}
