import { decodeHTMLStrict } from 'entities';

/** What takes no room in a text and comes along with copying: soft hyphen, zero-width signs, marks of direction. */
export const invisible = String.raw`[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]`;

/** What only separates: blanks of every kind, with what cannot be seen. One class, so that no pattern tries two ways. */
export const gap = String.raw`[\s\u00ad\u200b-\u200f\u2060-\u2064]`;

/** Between the parts of a number: blanks of every kind, and whatever looks like a hyphen. */
export const numberGap = String.raw`[\s\p{Pd}\u2212\u2043\u00ad\u200b-\u200f\u2060-\u2064]`;

/**
 * A text as it was typed, of one that Teams sends with HTML entities for signs, named or numbered. Decoded once: what
 * looks like an entity afterwards was typed. The entity of a protected blank is what clients make of an ordinary one.
 */
export function withoutEntities(text: string): string {
  return decodeHTMLStrict(text.replace(/&(?:nbsp|#0*160|#x0*a0);/gi, ' '));
}
