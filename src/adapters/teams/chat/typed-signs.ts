import { decodeHTMLStrict } from 'entities';

/** What takes no room in a text and comes along with copying: soft hyphen, zero-width signs, marks of direction. */
export const invisible = String.raw`[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]`;

/** What only separates: blanks of every kind, with what cannot be seen. One class, so that no pattern tries two ways. */
export const gap = String.raw`[\s\u00ad\u200b-\u200f\u2060-\u2064]`;

/** Stands for the name of somebody who is mentioned. No character, so that nobody types it, and part of no command. */
export const nameSign = '\ufdd0';

/**
 * A text as it was typed, of one that Teams sends with HTML entities for signs, named or numbered. Decoded once: what
 * looks like an entity afterwards was typed. The entity of a protected blank is what clients make of an ordinary one.
 */
export function withoutEntities(text: string): string {
  return decodeHTMLStrict(text.replace(/&(?:nbsp|#0*160|#x0*a0);/gi, ' '));
}

/**
 * What parts a command or a ticket's number from the text behind it: blanks, and one sign directly behind the word: a
 * colon, or a full stop, comma, semicolon or dash with a blank after it. Everything else is text as it was typed:
 * "-5 °C", ".NET 8", "--force", and the dash of a list.
 */
export const separator = String.raw`${invisible}*(?::|[.,;\p{Pd}](?=\s|$))?${gap}*`;

/**
 * The letters that count: lower case, umlauts and their two-letter forms as one plain vowel, everything else as
 * single blanks.
 */
export function folded(text: string): string {
  return text
    .replace(new RegExp(invisible, 'gu'), '')
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words as they are written in a list, in the form that the words of a text are compared in. */
export function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(folded));
}
