import { cardOf } from '../connector/activity-checks';
import { asObject, objectsOf, textOf, type JsonObject } from '../connector/json';
import type { TeamsWorld } from '../connector/teams-world';
import { shownMessageText } from '../people/shown-text';
import type { TextPart } from '../page-api';

const link = /https?:\/\/[^\s<>()"]*[^\s<>()".,;:!?]/g;

/** A message's text as the viewer reads it, split into plain text, mentions and links. */
export function textParts(world: TeamsWorld, activity: JsonObject, viewer: string): TextPart[] {
  const text = shownMessageText(textOf(activity['text']) ?? '', textOf(activity['textFormat']));
  let parts: TextPart[] = text === '' ? [] : [{ kind: 'text', text }];
  for (const entity of mentionsIn(activity)) {
    const marked = String(entity['text']);
    const mention: TextPart = {
      kind: 'mention',
      text: marked.replace(/^<at>|<\/at>$/g, ''),
      viewer: keyOf(world, entity) === viewer,
    };
    parts = parts.flatMap((part) => (part.kind === 'text' ? splitAt(part.text, marked, mention) : [part]));
  }
  return parts.flatMap((part) => (part.kind === 'text' ? linked(part.text) : [part]));
}

/** Whom an activity mentions; cached, because everybody's counts need it after every change. */
const mentioned = new WeakMap<JsonObject, ReadonlySet<string | undefined>>();

/** Whether a message or its card mentions the person. */
export function mentions(world: TeamsWorld, activity: JsonObject, person: string): boolean {
  let keys = mentioned.get(activity);
  if (keys === undefined) {
    const card = asObject(asObject(cardOf(activity))['msteams']);
    keys = new Set([...mentionsIn(activity), ...mentionsIn(card)].map((entity) => keyOf(world, entity)));
    mentioned.set(activity, keys);
  }
  return keys.has(person);
}

function mentionsIn(owner: JsonObject): JsonObject[] {
  return objectsOf(owner['entities']).filter((entity) => entity['type'] === 'mention');
}

function keyOf(world: TeamsWorld, entity: JsonObject): string | undefined {
  return world.identity(String(asObject(entity['mentioned'])['id']))?.person.key;
}

function splitAt(text: string, marked: string, mention: TextPart): TextPart[] {
  return text
    .split(marked)
    .flatMap((between, index): TextPart[] => [
      ...(index === 0 ? [] : [mention]),
      ...(between === '' ? [] : [{ kind: 'text' as const, text: between }]),
    ]);
}

function linked(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(link)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', text: match[0], url: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
