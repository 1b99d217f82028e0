import { isObject, type JsonObject } from './json';

/** What an author put into a card for readers other than the card's renderer. */
const notCard = new Set(['data', 'msteams', 'metadata', 'authentication', 'requires']);

/** Every typed object of a card (elements, inputs, actions), depth first, including those inside `fallback` and `selectAction`. */
export function* partsOf(card: unknown): Generator<JsonObject> {
  if (Array.isArray(card)) {
    for (const item of card) yield* partsOf(item);
  } else if (isObject(card)) {
    if (typeof card['type'] === 'string') yield card;
    for (const [key, value] of Object.entries(card)) if (!notCard.has(key)) yield* partsOf(value);
  }
}

const knownTypes = new Set(
  (
    'AdaptiveCard TextBlock RichTextBlock TextRun Image ImageSet Media Container ColumnSet Column FactSet Fact Table TableRow ' +
    'TableCell ActionSet Input.Text Input.Number Input.Date Input.Time Input.Toggle Input.ChoiceSet Action.OpenUrl ' +
    'Action.Submit Action.Execute Action.ToggleVisibility Action.ShowCard'
  ).split(' '),
);

/** Whether a type belongs to Adaptive Cards 1.5; charts and other extras of Teams do not. */
export function isStandardType(type: unknown): boolean {
  return typeof type === 'string' && knownTypes.has(type);
}

/** The card as a client limited to version 1.5 shows it: unknown parts are replaced by their `fallback`, or dropped if it says so. */
export function withFallbacks(card: JsonObject): JsonObject {
  return replaceUnknown(card) as JsonObject;
}

const dropped = Symbol('dropped');

function replaceUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaceUnknown).filter((item) => item !== dropped);
  if (!isObject(value)) return value;
  // Only elements and actions have a `fallback`; an unknown one without it stays and is refused later.
  if (typeof value['type'] === 'string' && !isStandardType(value['type']) && 'fallback' in value) {
    return value['fallback'] === 'drop' ? dropped : replaceUnknown(value['fallback']);
  }
  const copy: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'fallback') continue;
    const replaced = notCard.has(key) ? inner : replaceUnknown(inner);
    if (replaced !== dropped) copy[key] = replaced;
  }
  return copy;
}
