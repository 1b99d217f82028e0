import { isObject, objectsOf, stringsIn, textOf, type JsonObject } from './json';
import { isInMenu, isStandardType, maxButtons, partsOf, withFallbacks } from './card-walk';
import { complaintsOfParser } from './card-parser';
import { TeamsRefusal } from './refusals';
import { checkToggles } from './toggle-check';

const latestMinor = 5;
const maxRefreshIds = 60;
const cardBytes = 28 * 1024;
const refreshId = /^(29:.+|8:orgid:[0-9a-f-]{36})$/i;

/** Where the card is shown: dialogs and messages allow different things, and only a conversation has a roster of people to mention. */
export interface CardSurroundings {
  isMember(id: string): boolean;
}

/** Refuses a card as strictly as the strictest client would; the reasons are in docs/connector.md. */
export function checkCard(card: unknown, surroundings: CardSurroundings): void {
  if (!isObject(card) || card['type'] !== 'AdaptiveCard') {
    throw new TeamsRefusal('invalid-card', 'the content is not an object of type AdaptiveCard');
  }
  checkVersion(card['version']);
  const bytes = Buffer.byteLength(JSON.stringify(card), 'utf8');
  if (bytes > cardBytes) throw new TeamsRefusal('card-too-large', `${bytes} bytes of ${cardBytes}`);
  checkStructure(card);
  checkParts(card);
  checkToggles(card);
  checkRefresh(card['refresh']);
  checkMentions(card, surroundings);
  const complaints = complaintsOfParser(withFallbacks(card));
  if (complaints.length > 0) throw new TeamsRefusal('invalid-card', complaints.join(' | '));
}

function checkVersion(version: unknown): void {
  const match = /^1\.(\d)$/.exec(textOf(version) ?? '');
  if (!match || Number(match[1]) > latestMinor) {
    throw new TeamsRefusal(
      'card-version',
      `version ${JSON.stringify(version)} instead of 1.0 to 1.${latestMinor}`,
    );
  }
}

/** The parser ignores a body that is not a list and list entries that are not objects. */
function checkStructure(card: JsonObject): void {
  for (const key of ['body', 'actions']) {
    const list = card[key];
    if (list === undefined) continue;
    if (!Array.isArray(list)) throw new TeamsRefusal('invalid-card', `${key} is not a list`);
    if (!list.every((item) => isObject(item) && typeof item['type'] === 'string')) {
      throw new TeamsRefusal('invalid-card', `${key} has an entry without a type`);
    }
  }
}

function checkParts(card: JsonObject): void {
  for (const part of partsOf(card)) {
    const type = String(part['type']);
    if (type === 'Action.ShowCard') throw new TeamsRefusal('show-card', `"${String(part['title'])}"`);
    if (type === 'Action.Execute' && !textOf(part['verb'])) {
      throw new TeamsRefusal('execute-without-verb', `"${String(part['title'] ?? part['type'])}"`);
    }
    const buttons = objectsOf(part['actions']).filter((action) => !isInMenu(action)).length;
    if (buttons > maxButtons) throw new TeamsRefusal('too-many-actions', `${buttons} in one ${type}`);
    if (!isStandardType(type) && /^[A-Z]/.test(type) && !('fallback' in part)) {
      throw new TeamsRefusal('invalid-card', `"${type}" is not part of version 1.5 and has no fallback`);
    }
  }
}

function checkRefresh(refresh: unknown): void {
  if (refresh === undefined) return;
  const action = isObject(refresh) ? refresh['action'] : undefined;
  if (!isObject(action) || action['type'] !== 'Action.Execute') {
    throw new TeamsRefusal('invalid-card', 'refresh needs an Action.Execute');
  }
  const ids = (refresh as JsonObject)['userIds'];
  if (ids === undefined) return;
  if (!Array.isArray(ids) || ids.length > maxRefreshIds || !ids.every((id) => refreshId.test(String(id)))) {
    throw new TeamsRefusal('too-many-refresh-ids', `at most ${maxRefreshIds} of the form 29:… or 8:orgid:…`);
  }
}

function checkMentions(card: JsonObject, surroundings: CardSurroundings): void {
  const teams = card['msteams'];
  if (!isObject(teams)) return;
  const texts = [...stringsIn({ body: card['body'], actions: card['actions'] })];
  for (const entity of objectsOf(teams['entities'])) {
    checkMention(entity, (text) => texts.some((candidate) => candidate.includes(text)), surroundings);
  }
}

/** One mention entity, of a message or of a card: its text has to occur there and its person has to be in the roster. */
export function checkMention(
  entity: JsonObject,
  isInText: (text: string) => boolean,
  surroundings: CardSurroundings,
): void {
  if (entity['type'] !== 'mention') return;
  const text = textOf(entity['text']) ?? '';
  if (!/^<at>[^<>]+<\/at>$/.test(text) || !isInText(text)) {
    throw new TeamsRefusal('mention-without-text', `no "${text}" in the text`);
  }
  const mentioned = entity['mentioned'];
  const id = isObject(mentioned) ? textOf(mentioned['id']) : undefined;
  if (!id || !surroundings.isMember(id))
    throw new TeamsRefusal('mention-of-stranger', `"${id ?? ''}" of "${text}"`);
}
