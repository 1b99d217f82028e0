import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { templateWords } from '../../../texts/template-words.de';
import type { AdaptiveCardJson } from './card-json';

const folder = join(__dirname, '../../../../cards');
const compiled = new Map<string, Template>();

/**
 * The card of cards/<template>.json with the data and the words of templates put in. The data are never read as a template themselves, so `${…}` that
 * somebody typed stays as it is; what a client would replace by a date is neutralised (docs/decisions/cards.md).
 */
export function expandCard(template: string, data: object): AdaptiveCardJson {
  const card: unknown = compiledTemplate(template).expand({ $root: { ...data, words: templateWords } });
  return neutralised(card) as AdaptiveCardJson;
}

function compiledTemplate(name: string): Template {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const template = new Template(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  compiled.set(name, template);
  return template;
}

/** Not shown, or shown in an input, where clients replace nothing: must come back as it was. */
const untouched = new Set(['data', 'value', 'url', 'id']);

/** A copy in which no text holds {{DATE(…)}} or {{TIME(…)}}: an invisible joiner stands between the braces. */
function neutralised(part: unknown): unknown {
  if (typeof part === 'string') return part.replace(/\{(?=\{(?:DATE|TIME)\()/g, '{\u2060');
  if (Array.isArray(part)) return part.map(neutralised);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      // What a property's $when has taken away is left behind as null.
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, untouched.has(key) ? value : neutralised(value)]),
  );
}
