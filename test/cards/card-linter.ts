import { complaintsOfParser } from '../../src/simulator/connector/card-parser';
import { isOfVersion12, withFallbacks } from '../../src/simulator/connector/card-walk';
import type { CardPart } from '../../src/adapters/teams/cards/card-json';
import { bytesOf, isObject, type Json, partsOf, stringsIn } from './card-parts';

/** Where a card is shown: dialogs and messages allow different actions. */
export type Surroundings = 'message' | 'dialog';

const maxBytes = 28 * 1024;
const maxActions = 6;
const maxColumns = 2;
const maxChoices = 60;
/** Keys of a form's own data; an input of the same id would overwrite them. */
const reserved = new Set(['do', 'form', 'page', 'nonce', 'ticket', 'version', 'origin', 'held', 'msteams']);

/** What Teams, a phone, a screen reader or a reader would have against a card; empty when nothing. */
export function lintCard(card: object, surroundings: Surroundings): readonly string[] {
  const parts = partsOf(card);
  const instead = new Set(parts.map((part) => part['fallback']));
  return [
    ...complaintsOfParser(withFallbacks(card as Record<string, unknown>)).map(
      (complaint) => `parser: ${complaint}`,
    ),
    ...lintWhole(card as Json, parts),
    ...parts.flatMap((part) => lintPart(part as CardPart)),
    ...parts.flatMap((part) => lintAction(part as CardPart, surroundings, instead)),
    ...lintForOldClients(card),
    ...lintInputs(parts),
    ...lintFolds(parts),
    ...lintLeftovers(card),
  ];
}

function lintWhole(card: Json, parts: readonly Json[]): readonly string[] {
  const bytes = bytesOf(card);
  return [
    ...(card['version'] === '1.5' ? [] : ['the version is not 1.5']),
    ...(bytes < maxBytes ? [] : [`${bytes} bytes are too many`]),
    ...lintMentions(card, parts),
    ...(Array.isArray(card['body']) && card['body'].length > 0 ? [] : ['there is nothing to read']),
  ];
}

/** What calls somebody stands in a text of ours, and what the entity says is all the client needs to know. */
function lintMentions(card: Json, parts: readonly Json[]): readonly string[] {
  if (!('msteams' in card)) return [];
  const { entities, ...rest } = isObject(card['msteams']) ? card['msteams'] : {};
  const texts = parts.flatMap((part) => (part['type'] === 'TextBlock' ? [String(part['text'])] : []));
  const mentions = Array.isArray(entities) ? entities.filter(isObject) : [];
  return [
    ...(Object.keys(rest).length === 0 ? [] : ['msteams holds more than mentions']),
    ...(mentions.length > 0 ? [] : ['msteams mentions nobody']),
    ...mentions.flatMap(({ text }) =>
      /^<at>[^<>]+<\/at>$/.test(String(text)) && texts.some((each) => each.includes(String(text)))
        ? []
        : [`no text block holds the mention ${String(text)}`],
    ),
  ];
}

function lintPart(part: CardPart): readonly string[] {
  const name = `${part.type} ${JSON.stringify(part['text'] ?? part['title'] ?? part['id'] ?? '').slice(0, 60)}`;
  const wrong: string[] = [];
  if (part.type === 'Action.ShowCard') wrong.push('ShowCard does not work on phones');
  if (part.type === 'TextBlock' && part['wrap'] !== true) wrong.push('does not wrap');
  if ((part.type === 'TextBlock' || part.type === 'TextRun') && !said(part['text']))
    wrong.push('says nothing');
  if (part.type.startsWith('Chart.')) wrong.push(...lintChart(part));
  if (part.type === 'Image' && !said(part['altText'])) wrong.push('has no altText');
  if (isColoured(part) && !/\p{L}{3}/u.test(String(part['text'])))
    wrong.push('says something by colour alone');
  if (part.type === 'Container' && 'style' in part && !labelled(part))
    wrong.push('is marked by colour alone');
  // What stands in the overflow menu is no button.
  const buttons = listIn(part, 'actions').filter((action) => (action as Json)['mode'] !== 'secondary');
  if (buttons.length > maxActions) wrong.push('has too many actions');
  if (listIn(part, 'columns').length > maxColumns) wrong.push('is too wide for a phone');
  return wrong.map((what) => `${name}: ${what}`);
}

/** Clients without charts show a table; every value of a chart has a word in its legend, so that colour says nothing alone. */
function lintChart(chart: CardPart): readonly string[] {
  const bars = listIn(chart, 'data').filter(isObject);
  const values = bars.flatMap((bar) => listIn(bar, 'data')).filter(isObject);
  return [
    ...(isObject(chart['fallback']) && chart['fallback']['type'] === 'Table'
      ? []
      : ['has no table as fallback']),
    ...(said(chart['title']) && bars.length > 0 && bars.every((bar) => said(bar['title']))
      ? []
      : ['has no titles']),
    ...(values.every((each) => said(each['legend']) && Number(each['value']) > 0)
      ? []
      : ['has a value without a word']),
  ];
}

/** What an older client shows instead of a button may send a message: it has nothing else to send. */
function lintAction(
  part: CardPart,
  surroundings: Surroundings,
  instead: ReadonlySet<unknown>,
): readonly string[] {
  if (!part.type.startsWith('Action.')) return [];
  const name = `${part.type} ${JSON.stringify(part['title'])}`;
  const wrong: string[] = [];
  if (!said(part['title'])) wrong.push('has no title');
  if (part.type === 'Action.Execute' && !said(part['verb'])) wrong.push('has no verb');
  if (part.type === 'Action.Execute' && surroundings === 'dialog') wrong.push('does not work in a dialog');
  const sends = part.type === 'Action.Submit' && surroundings === 'message' && !opensDialog(part);
  if (sends && !instead.has(part)) {
    wrong.push('would send a message');
  }
  return wrong.map((what) => `${name}: ${what}`);
}

/** Nothing to read or to press: an older client may show nothing in its place. */
const ornaments: ReadonlySet<string> = new Set();

/** A client of Adaptive Cards 1.2 leaves out what it does not know: in place of it stands something that it knows. */
function lintForOldClients(card: unknown): readonly string[] {
  if (Array.isArray(card)) return card.flatMap(lintForOldClients);
  if (!isObject(card)) return [];
  const { type, fallback } = card;
  if (typeof type === 'string' && !isOfVersion12(type)) {
    if (isObject(fallback)) return lintForOldClients(fallback);
    return fallback === 'drop' && ornaments.has(type)
      ? []
      : [`${type} ${JSON.stringify(card['title'] ?? '')}: vanishes on a client of version 1.2`];
  }
  const inner = Object.entries(card).filter(
    ([key]) => !['data', 'fallback', 'msteams', 'refresh'].includes(key),
  );
  return inner.flatMap(([, value]) => lintForOldClients(value));
}

/** What is hidden can be shown, and what is to be shown is there once. */
function lintFolds(parts: readonly Json[]): readonly string[] {
  const targets = parts.flatMap((part) => listIn(part, 'targetElements'));
  const ids = parts.flatMap((part) => (typeof part['id'] === 'string' ? [part['id']] : []));
  const hidden = parts.filter((part) => part['isVisible'] === false).map((part) => part['id']);
  return [
    ...targets
      .filter((target) => ids.filter((id) => id === target).length !== 1)
      .map((target) => `nothing, or more than one thing, to show: "${String(target)}"`),
    ...hidden
      .filter((id) => !targets.includes(id))
      .map((id) => `nothing shows what is hidden: "${String(id)}"`),
  ];
}

function lintInputs(parts: readonly Json[]): readonly string[] {
  const inputs = parts.filter((part) => String(part['type']).startsWith('Input.'));
  const ids = inputs.map((input) => String(input['id']));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two inputs "${id}"`);
  return [...twice, ...inputs.flatMap(lintInput)];
}

function lintInput(input: Json): readonly string[] {
  const wrong: string[] = [];
  if (!said(input['id']) || reserved.has(String(input['id']))) wrong.push('has no id of its own');
  if (!said(input['label'])) wrong.push('has no label');
  if (input['isRequired'] === true && !said(input['errorMessage'])) wrong.push('has no errorMessage');
  if (input['type'] === 'Input.Text' && typeof input['maxLength'] !== 'number')
    wrong.push('has no maxLength');
  if (input['type'] === 'Input.ChoiceSet') {
    const { choices } = input;
    const fixed =
      Array.isArray(choices) &&
      choices.every((each) => isObject(each) && said(each['title']) && said(each['value']));
    if (!fixed || choices.length === 0 || choices.length > maxChoices || 'choices.data' in input) {
      wrong.push('needs static choices');
    }
    if (
      fixed &&
      input['isMultiSelect'] === true &&
      choices.some((each) => String((each as Json)['value']).includes(','))
    ) {
      wrong.push('has a value that would be read as two');
    }
    if (fixed && choices.length > 4 && input['style'] !== 'compact') wrong.push('is too long to be expanded');
  }
  return wrong.map((what) => `${String(input['type'])} ${String(input['id'])}: ${what}`);
}

/** What a template leaves behind where its data lack something. */
function lintLeftovers(card: object): readonly string[] {
  return stringsIn(card)
    .filter(({ text }) => /\$\{|\bundefined\b|\[object |\bNaN\b|\bInvalid\b/.test(text))
    .map(({ text }) => `left over: ${text.slice(0, 80)}`);
}

function listIn(part: Json, key: string): readonly unknown[] {
  return Array.isArray(part[key]) ? part[key] : [];
}

function said(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '';
}

function isColoured(part: Json): boolean {
  return 'color' in part && !['Default', 'default'].includes(String(part['color']));
}

/** A marked container says in a sentence or a word what the mark means. */
function labelled(part: Json): boolean {
  return partsOf(part['items']).some(({ text }) => typeof text === 'string' && /\p{L}{3}/u.test(text));
}

function opensDialog(part: Json): boolean {
  const data = isObject(part['data']) ? part['data'] : {};
  return isObject(data['msteams']) && data['msteams']['type'] === 'task/fetch';
}
