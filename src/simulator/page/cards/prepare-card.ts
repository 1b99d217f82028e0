import type { AdaptiveCardJson } from '../../page-api';
import { texts } from '../texts/page.de';

type Json = Record<string, unknown>;

/** The property of the drawn copy that holds an action's place in the card's JSON. */
export const pathProperty = 'placeInCard';

/** Private-use characters that enclose a mention's name until the card is drawn. */
export const mentionMarks = { open: '\ue000', close: '\ue001' };

/** Whatever the card says of them, there are wrong entries in these. */
const ownForm = new Set(['Input.Date', 'Input.Time']);
const constrained = ['isRequired', 'regex', 'min', 'max', 'maxLength'];

/**
 * The card as it is drawn: a copy in which each action knows its place in the host's card, each input with a rule has
 * an error message, and mentions are marked. The card itself is not changed.
 */
export function preparedCard(card: AdaptiveCardJson): AdaptiveCardJson {
  const mentions = mentionsOf(card);
  const copy = visit(structuredClone(card), [], mentions) as Json;
  return { lang: 'de', ...copy };
}

function visit(value: unknown, path: readonly (string | number)[], mentions: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index], mentions));
  if (typeof value === 'string') return markMentions(value, mentions);
  if (!isJson(value)) return value;
  // A button's data belongs to the bot; it is not drawn.
  const visited = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'data' || key === 'msteams' ? item : visit(item, [...path, key], mentions),
    ]),
  );
  const type = typeof value['type'] === 'string' ? value['type'] : '';
  if (type.startsWith('Action.')) visited[pathProperty] = path.join('/');
  const ruled = ownForm.has(type) || constrained.some((rule) => value[rule] !== undefined);
  if (type.startsWith('Input.') && ruled)
    visited['errorMessage'] ??= texts.inputWrong(type, value['isRequired'] === true);
  return visited;
}

/** The texts that `msteams.entities` makes mentions: "<at>Name</at>". */
function mentionsOf(card: AdaptiveCardJson): string[] {
  const teams = card['msteams'];
  const entities = isJson(teams) && Array.isArray(teams['entities']) ? (teams['entities'] as unknown[]) : [];
  return entities.flatMap((entity) =>
    isJson(entity) && entity['type'] === 'mention' && typeof entity['text'] === 'string'
      ? [entity['text']]
      : [],
  );
}

function markMentions(text: string, mentions: readonly string[]): string {
  return mentions.reduce(
    (marked, mention) =>
      mention === ''
        ? marked
        : marked.replaceAll(
            mention,
            `${mentionMarks.open}${mention.replace(/^<at>|<\/at>$/g, '')}${mentionMarks.close}`,
          ),
    text,
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
