const escapable = /\\([\\`*_{}[\]()#+\-.!<>&~|"'$%,/:;=?@^])/g;
const privateUse = 0xe000;

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/**
 * What a reader sees of Markdown: marks removed, links as "text (url)". Deliberately strict: anything some client would
 * treat as markup is treated as markup here, so that unescaped text which should arrive as typed visibly changes.
 */
export function shownMarkdown(source: string): string {
  const kept: string[] = [];
  const keep = (text: string): string => {
    kept.push(text);
    return String.fromCharCode(privateUse + kept.length - 1);
  };
  const text = shownDates(source)
    .replace(escapable, (_match, character: string) => keep(character))
    .replace(/(?<!`)`+([^`]+)`+/g, (_match, code: string) => keep(code))
    .replace(/!?\[([^[\]]*)\]\(([^()\s]+)(?:\s[^()]*)?\)/g, (_match, label: string, url: string) =>
      label === url ? url : `${label} (${url})`,
    )
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, '―')
    .replace(/^[ \t]{0,3}#{1,6}[ \t]+/gm, '')
    .replace(/^[ \t]{0,3}>[ \t]?/gm, '')
    .replace(/^([ \t]*)[-*+][ \t]+/gm, '$1• ')
    .replace(/^([ \t]*\d+)[.)][ \t]+/gm, '$1. ')
    .replace(/\*\*(?=\S)(.+?)\*\*/g, '$1')
    .replace(/__(?=\S)(.+?)__/g, '$1')
    .replace(/~~(?=\S)(.+?)~~/g, '$1')
    .replace(/\*(?=[^\s*])([^*\n]*[^\s*])\*/g, '$1')
    .replace(/(?<![\p{L}\d])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\d])/gu, '$1');
  return decodeEntities(text).replace(
    /[\ue000-\uf8ff]/g,
    (character) => kept[character.charCodeAt(0) - privateUse] ?? character,
  );
}

/** What a reader sees of a message's text in the activity's format; Markdown by default. */
export function shownMessageText(text: string, format: string | undefined): string {
  if (format === 'plain') return text;
  const withoutTags = text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(
      /<\/?(?:b|i|u|s|em|strong|strike|p|div|span|pre|code|ul|ol|li|h[1-6]|blockquote|a)(?:\s[^<>]*)?>/gi,
      '',
    );
  return format === 'xml' ? decodeEntities(withoutTags) : shownMarkdown(withoutTags);
}

/** Puts "@Name" where a mention entity makes a mention of the `<at>` text; without an entity the text stays as it is. */
export function shownMentions(text: string, mentionTexts: string[]): string {
  return mentionTexts.reduce(
    (shown, mention) => shown.replaceAll(mention, `@${mention.replace(/^<at>|<\/at>$/g, '')}`),
    text,
  );
}

/** Cards replace {{DATE(…)}} and {{TIME(…)}} with the client's local time. */
export function shownDates(text: string): string {
  return text.replace(
    /\{\{(DATE|TIME)\(([^,()]+)(?:,\s*\w+)?\)\}\}/g,
    (match, kind: string, instant: string) => {
      const at = Date.parse(instant);
      if (Number.isNaN(at)) return match;
      const style = kind === 'DATE' ? { dateStyle: 'medium' as const } : { timeStyle: 'short' as const };
      return new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', ...style }).format(at);
    },
  );
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_match, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_match, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(?:lt|gt|quot|nbsp|amp|#39);/g, (entity) => entities[entity] ?? entity);
}
