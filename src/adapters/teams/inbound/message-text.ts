import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { withoutEntities } from '../chat/typed-signs';
import { isSameId } from '../sdk/same-id';

/** What somebody wrote, with its entities as Teams sends them. */
export interface MessageText {
  /** The bot's own mention is gone; everybody else is named in plain words. */
  readonly named: string;
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
/** Alone, or around what is quoted; what is left of one in another goes too. */
const quoteMark =
  /<quoted\b[^<>]*\/>|<quoted\b[^<>]*>(?:(?:(?!<quoted\b)[^])*?<\/quoted\s*>)?|<\/quoted\s*>/gi;
const marks = new RegExp(`${mentionMark.source}|${quoteMark.source}`, 'gi');
const leadingBlanks = /^(?:[ \t\u00a0]|&nbsp;|&#160;)+/i;
const endsBlank = /(?:^|\s|&nbsp;|&#160;)$/i;

/**
 * The text of a message as its writer meant it. The bot's own mention brought it here and is no part of it, wherever it
 * stands. A mention of somebody else, or of a tag or channel, is the name that stands in the text; in front of
 * everything it only says who shall read it. The mark of a reply that quotes is Teams' and not the writer's: signs that
 * somebody typed come as entities.
 */
export function messageText(activity: Activity): MessageText {
  const parts = partsOf(activity);
  const begin = parts.findIndex((part) => part.kind === 'text' && !isBlank(part.text));
  const said = begin === -1 ? [] : parts.slice(begin);
  return {
    named: joined(said, (part) => (part.isBot ? undefined : part.name)),
    bare: joined(said, () => undefined),
  };
}

function partsOf(activity: Activity): readonly Part[] {
  const text = typeof activity.text === 'string' ? activity.text : '';
  const isBot = botAmong(activity);
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: mark, 1: name, index } of text.matchAll(marks)) {
    parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push(name === undefined ? { kind: 'quote' } : { kind: 'mention', name, isBot: isBot(name) });
    from = index + mark.length;
  }
  return [...parts, { kind: 'text', text: text.slice(from) }];
}

/**
 * Whether the next mention of a name in the text is the bot's. The entities say so by id; of several with the same name
 * they come in the order of the text. Without an entity there is only the name.
 */
function botAmong({ entities, recipient }: Activity): (name: string) => boolean {
  const byName = new Map<string, boolean[]>();
  for (const entity of entities ?? []) {
    const mention = mentionShape.safeParse(entity);
    if (!mention.success) continue;
    const { text, mentioned } = mention.data;
    const name = withoutEntities(text.replace(mentionMark, '$1'));
    byName.set(name, [...(byName.get(name) ?? []), isSameId(mentioned.id, recipient?.id)]);
  }
  return (written) => {
    const name = withoutEntities(written);
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
  let text = '';
  let leftOut = false;
  for (const part of parts) {
    const next = part.kind === 'mention' ? wordFor(part) : part.kind === 'text' ? part.text : undefined;
    if (next === undefined) leftOut = true;
    else if (next !== '') {
      text += leftOut ? behindGap(text, next) : next;
      leftOut = false;
    }
  }
  return text;
}

function behindGap(before: string, next: string): string {
  if (endsBlank.test(before)) return next.replace(leadingBlanks, '');
  return /^[\p{L}\p{N}]/u.test(next) ? ` ${next}` : next;
}

function isBlank(text: string): boolean {
  return withoutEntities(text).trim() === '';
}
