import { distance } from 'fastest-levenshtein';
import { phrases } from '../../../texts/phrases.de';
import { faultEndings, faultNoun } from '../../../texts/fault-signs.de';
import { besides, fillers, otherWishes, sameMeaning, turning } from '../../../texts/word-meanings.de';
import { folded, wordSet } from './typed-signs';

/** How many words of a text are looked at; no wish takes more. */
export const mostWords = 40;
/** How many of them may have typing errors: whoever writes more tells something. */
const mostGuessed = 14;
/** No word that is known is longer. */
const longestWord = 40;

/** What a text means, word by word, without what only fills it. */
export interface Meaning {
  /** Words that are known, each by the one that stands for it. */
  readonly words: ReadonlySet<string>;
  /** Those that the list of phrases does not know. */
  readonly unknown: readonly string[];
}

const known = vocabulary();
const byLength = grouped(known.keys());
const turns = wordSet(turning);
const fault = folded(faultNoun);
const endings = faultEndings.map(folded);
const others = wordSet(otherWishes);
const isBeside = wordSet(besides);

/** The words of a text in their folded form. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).split(' ', mostWords).filter(Boolean);
}

/** How many letters of a word may be wrong. */
export function wrongLetters(word: string): number {
  return word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
}

/**
 * How many letters of a word are wrong, two that changed places being one; Infinity where it begins like another word, as
 * what is put in front makes another of it: "annehmen" is no "aufnehmen".
 */
export function typingErrors(word: string, meant: string): number {
  if (isSwapped(word, meant)) return 1;
  return word.slice(0, 2) === meant.slice(0, 2) ? distance(word, meant) : Infinity;
}

function isSwapped(word: string, meant: string): boolean {
  const at = [...word].findIndex((letter, place) => letter !== meant[place]);
  const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  return at !== -1 && swapped === meant;
}

export function meaningOf(words: readonly string[]): Meaning {
  const meant = new Set<string>();
  const unknown: string[] = [];
  for (const [at, word] of words.entries()) {
    const stands = standsFor(word, at < mostGuessed);
    if (stands === undefined) unknown.push(word);
    else if (stands !== '') meant.add(stands);
  }
  return { words: meant, unknown };
}

function standsFor(word: string, mayBeGuessed: boolean): string | undefined {
  const exact = known.get(word) ?? (isFaultCompound(word) ? fault : undefined);
  return exact ?? (mayBeGuessed ? nearest(word) : undefined);
}

/** "Serverfehler": a fault by what the word ends with. */
export function isFaultCompound(word: string): boolean {
  return endings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending));
}

/** Whether a word turns the meaning around. */
export function isTurning(word: string): boolean {
  return turns.has(word);
}

/** A word that makes another wish of a text, however near to one it is spelled: "Störung abmelden", "Keine Tickets". */
export function isOtherWish(word: string): boolean {
  return others.has(word) || turns.has(word);
}

/** Whether a word counts alone; the others mean something only beside one that does. */
export function countsAlone(word: string): boolean {
  return !isBeside.has(word);
}

/** A word of the list of phrases, which names no module. */
export function isPhraseWord(word: string): boolean {
  return known.has(word);
}

/** One of them with typing errors. */
export function isNearPhraseWord(word: string): boolean {
  return nearest(word) !== undefined;
}

function nearest(word: string): string | undefined {
  const most = wrongLetters(word);
  if (most === 0 || word.length > longestWord) return undefined;
  let best:
    { readonly off: number; readonly length: number; readonly stands: string | undefined } | undefined;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const each of byLength.get(length) ?? []) {
      if (turns.has(each) || wrongLetters(each) === 0) continue;
      const off = typingErrors(word, each);
      if (off > Math.min(most, wrongLetters(each))) continue;
      // Of two the longer one: a letter is left out more often than put in.
      const isBetter = off < (best?.off ?? Infinity) || (off === best?.off && length > best.length);
      if (isBetter) best = { off, length, stands: others.has(each) ? undefined : known.get(each) };
    }
  }
  return best?.stands;
}

/** Each word with the one that stands for it; what only fills a sentence stands for nothing. */
function vocabulary(): ReadonlyMap<string, string> {
  const standsFor = new Map<string, string>();
  const learn = (word: string, stands: string) => {
    if (!standsFor.has(word)) standsFor.set(word, stands);
  };
  for (const word of turning) learn(folded(word), folded(word));
  for (const [first = '', ...others] of sameMeaning) {
    for (const word of [first, ...others]) learn(folded(word), folded(first));
  }
  for (const word of otherWishes) learn(folded(word), folded(word));
  for (const word of besides) learn(folded(word), folded(word));
  for (const word of fillers) learn(folded(word), '');
  for (const word of Object.values(phrases).flat().flatMap(wordsOf)) learn(word, word);
  return standsFor;
}

function grouped(words: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) groups.set(word.length, [...(groups.get(word.length) ?? []), word]);
  return groups;
}
