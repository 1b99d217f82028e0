import { asObject, isObject, textOf, type JsonObject } from './json';

/** What an author put into a card for readers other than the card's renderer. */
const notCard = new Set(['data', 'msteams', 'metadata', 'authentication', 'requires']);

/** Every typed object of a card (elements, inputs, actions), depth first, including those inside `fallback` and `selectAction`. */
export function partsOf(card: unknown): Generator<JsonObject> {
  return partsBeside(notCard, card);
}

/** The same without what stands in a `fallback`: what a client shows that knows every type in the card. */
export function partsWithoutFallbacks(card: unknown): Generator<JsonObject> {
  return partsBeside(new Set([...notCard, 'fallback']), card);
}

function* partsBeside(left: ReadonlySet<string>, card: unknown): Generator<JsonObject> {
  if (Array.isArray(card)) {
    for (const item of card) yield* partsBeside(left, item);
  } else if (isObject(card)) {
    if (typeof card['type'] === 'string') yield card;
    for (const [key, value] of Object.entries(card)) if (!left.has(key)) yield* partsBeside(left, value);
  }
}

/** Whether a part of a card is an action, and not an element. */
export function isAction(part: JsonObject): boolean {
  return String(part['type']).startsWith('Action.');
}

/** Whether an action stands in the menu "…" instead of among the buttons (Adaptive Cards 1.5). */
export function isInMenu(action: JsonObject): boolean {
  return textOf(action['mode'])?.toLowerCase() === 'secondary';
}

/** The most buttons that Teams shows side by side. */
export const maxButtons = 6;

/** What an Action.ToggleVisibility does: by the id of an element, whether it is shown; undefined turns it over. */
export function toggleTargets(action: JsonObject): { readonly id: string; readonly shown?: boolean }[] {
  const targets = Array.isArray(action['targetElements']) ? (action['targetElements'] as unknown[]) : [];
  return targets.map((target) => {
    const { elementId, isVisible } = asObject(target);
    const id = textOf(target) ?? textOf(elementId) ?? '';
    return typeof isVisible === 'boolean' ? { id, shown: isVisible } : { id };
  });
}

const typesOf12 = new Set(
  (
    'AdaptiveCard TextBlock RichTextBlock TextRun Image ImageSet Media Container ColumnSet Column FactSet Fact ' +
    'ActionSet Input.Text Input.Number Input.Date Input.Time Input.Toggle Input.ChoiceSet Action.OpenUrl ' +
    'Action.Submit Action.ToggleVisibility Action.ShowCard'
  ).split(' '),
);
const typesOf15 = new Set([...typesOf12, 'Table', 'TableRow', 'TableCell', 'Action.Execute']);

/** Whether a type belongs to Adaptive Cards 1.5; charts and other extras of Teams do not. */
export function isStandardType(type: unknown): boolean {
  return typeof type === 'string' && typesOf15.has(type);
}

/** Whether a client knows it that stopped at Adaptive Cards 1.2, as some telephones did. */
export function isOfVersion12(type: unknown): boolean {
  return typeof type === 'string' && typesOf12.has(type);
}

/** The card as a client limited to version 1.5 shows it: unknown parts are replaced by their `fallback`, or dropped if it says so. */
export function withFallbacks(card: JsonObject): JsonObject {
  // Only elements and actions have a `fallback`; an unknown one without it stays and is refused later.
  return replaceUnknown(card, (part) => isStandardType(part['type']) || !('fallback' in part)) as JsonObject;
}

/** Added after version 1.2. */
const laterKeys = new Set(['mode', 'associatedInputs', 'refresh']);

/**
 * The card as a client limited to version 1.2 shows it: unknown parts are replaced by their `fallback` and dropped
 * without one, there is no menu "…", so the first six actions are buttons and the others are left out, a button sends all
 * fields, and nothing asks again by itself.
 */
export function asOfVersion12(card: JsonObject): JsonObject {
  const known = replaceUnknown(card, (part) => isOfVersion12(part['type']));
  return withoutLater(known) as JsonObject;
}

function withoutLater(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLater);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (notCard.has(key)) return [[key, inner]];
      if (laterKeys.has(key)) return [];
      const cut: unknown = key === 'actions' && Array.isArray(inner) ? inner.slice(0, maxButtons) : inner;
      return [[key, withoutLater(cut)]];
    }),
  );
}

const dropped = Symbol('dropped');

function replaceUnknown(value: unknown, isKnown: (part: JsonObject) => boolean): unknown {
  const replaced = (inner: unknown) => replaceUnknown(inner, isKnown);
  if (Array.isArray(value)) return value.map(replaced).filter((item) => item !== dropped);
  if (!isObject(value)) return value;
  if (typeof value['type'] === 'string' && !isKnown(value)) {
    const { fallback = 'drop' } = value;
    return fallback === 'drop' ? dropped : replaced(fallback);
  }
  const copy: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'fallback') continue;
    const shown = notCard.has(key) ? inner : replaced(inner);
    if (shown !== dropped) copy[key] = shown;
  }
  return copy;
}
