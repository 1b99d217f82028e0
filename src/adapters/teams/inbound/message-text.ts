import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { nameSign, withoutEntities } from '../chat/typed-signs';
import { isSameId } from '../sdk/same-id';

/**
 * UTF-16 units that are looked at; Teams delivers no more than about 50,000. Whatever is longer than a comment may be is
 * refused whole, so nothing is stored in part.
 */
const longestText = 60_000;
/** Of mentions and what they are called; more than any message holds. */
const mostEntities = 500;
const longestName = 500;

/** What somebody wrote, as they typed it. */
export interface MessageText {
  /** The bot's own mention is gone; in place of everybody else's stands the sign of a name. */
  readonly marked: string;
  /** What the signs stand for, in order: names as they are displayed, which nobody typed. */
  readonly names: readonly string[];
  /** Without any mention: a command does not depend on who is told of it. */
  readonly bare: string;
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote' }
  | { readonly kind: 'mention'; readonly name: string; readonly isBot: boolean };

const mentionShape = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string() }),
});

const mentionMark = /<at\b[^<>]*>([^<]*)<\/at\s*>/gi;
/** What stands in a mark; a value in quotation marks may hold the sign that would end it. */
const attributes = String.raw`(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*|[^<>]*)`;
/** Alone, or around what is quoted; what is left of one in another goes too. */
const quoteMark = String.raw`<quoted\b${attributes}\/>|<quoted\b${attributes}>(?:(?:(?!<quoted\b)[^])*?<\/quoted\s*>)?|<\/quoted\s*>`;
/** Some clients send paragraphs; a tag that was typed comes with entities. */
const lineMark = String.raw`<(?:\/?(?:p|div)|br)(?:\s[^<>]*)?\/?>`;
const marks = new RegExp(`${mentionMark.source}|(${quoteMark})|${lineMark}`, 'gi');
const leadingBlanks = /^[ \t\u00a0]+/;
/** "@Software-Pflege, …": it belongs to whoever is addressed in front, and not to what is said. */
const addressing = /^[\s,:;.!\p{Pd}]+/u;

/**
 * The text of a message as its writer meant it. The bot's own mention brought it here and is no part of it, wherever it
 * stands. A mention of somebody else, or of a tag or channel, is the name that stands in the text; in front of
 * everything it only says who shall read it. The mark of a reply that quotes is Teams' and not the writer's: signs that
 * somebody typed come as entities.
 */
export function messageText(activity: Activity): MessageText {
  const said = behindAddress(partsOf(activity));
  return {
    marked: joined(said, (part) => (part.isBot ? undefined : nameSign)),
    names: said.flatMap((part) => (part.kind === 'mention' && !part.isBot ? part.name : [])),
    bare: joined(said, () => undefined),
  };
}

/** Without the mentions and quotes that the message begins with. */
function behindAddress(parts: readonly Part[]): readonly Part[] {
  let addressed = false;
  for (const [index, part] of parts.entries()) {
    addressed ||= part.kind === 'mention';
    if (part.kind !== 'text') continue;
    const text = addressed ? part.text.replace(addressing, '') : part.text;
    if (text.trim() !== '') return [{ kind: 'text', text }, ...parts.slice(index + 1)];
  }
  return [];
}

function partsOf(activity: Activity): readonly Part[] {
  const text = typeof activity.text === 'string' ? activity.text.slice(0, longestText) : '';
  const isBot = botAmong(activity);
  const parts: Part[] = [];
  const say = (typed: string) =>
    parts.push({ kind: 'text', text: withoutEntities(typed).replaceAll(nameSign, '') });
  let from = 0;
  for (const { 0: mark, 1: name, 2: quote, index } of text.matchAll(marks)) {
    say(text.slice(from, index));
    if (name !== undefined) {
      const plain = withoutEntities(name).replaceAll(nameSign, '');
      parts.push({ kind: 'mention', name: plain, isBot: isBot(plain) });
    } else if (quote !== undefined) parts.push({ kind: 'quote' });
    else if (/^<(?:\/|br)/i.test(mark)) parts.push({ kind: 'text', text: '\n' });
    from = index + mark.length;
  }
  say(text.slice(from));
  return parts;
}

/**
 * Whether the next mention of a name in the text is the bot's. The entities say so by id; of several with the same name
 * they come in the order of the text. Without an entity there is only the name.
 */
function botAmong({ entities, recipient }: Activity): (name: string) => boolean {
  const byName = new Map<string, boolean[]>();
  for (const entity of (entities ?? []).slice(0, mostEntities)) {
    const mention = mentionShape.safeParse(entity);
    if (!mention.success) continue;
    const { text, mentioned } = mention.data;
    const name = withoutEntities(text.slice(0, longestName).replace(mentionMark, '$1'));
    byName.set(name, [...(byName.get(name) ?? []), isSameId(mentioned.id, recipient?.id)]);
  }
  return (name) => {
    const waiting = byName.get(name);
    const isBot = waiting !== undefined && waiting.length > 1 ? waiting.shift() : waiting?.[0];
    return isBot ?? name.toLowerCase() === recipient?.name?.toLowerCase();
  };
}

/** The parts in a row; what is left out leaves one blank, not two. */
function joined(
  parts: readonly Part[],
  wordFor: (mention: Extract<Part, { readonly kind: 'mention' }>) => string | undefined,
): string {
  const words: string[] = [];
  /** What stands last; looking for it in the whole text would cost more with every part. */
  let last = '';
  let leftOut = false;
  for (const part of parts) {
    const next = part.kind === 'mention' ? wordFor(part) : part.kind === 'text' ? part.text : undefined;
    if (next === undefined) leftOut = true;
    else if (next !== '') {
      const word = leftOut ? behindGap(last, next) : next;
      words.push(word);
      last = word.at(-1) ?? last;
      leftOut = false;
    }
  }
  return words.join('');
}

function behindGap(last: string, next: string): string {
  if (last.trim() === '') return next.replace(leadingBlanks, '');
  return /^[\p{L}\p{N}]/u.test(next) ? ` ${next}` : next;
}
