import {
  askingWords,
  denyingWords,
  faultNoun,
  faultSigns,
  noTurn,
  passiveWords,
  reflexiveWords,
} from '../../../texts/fault-signs.de';
import { sameMeaning, thanks, turning } from '../../../texts/word-meanings.de';
import { isFaultCompound, meaningOf, typingErrors, wrongLetters } from './meaning';
import { wordSet } from './typed-signs';

const clear = wordSet(faultSigns.clear);
const vague = wordSet([...faultSigns.vague, ...faultSigns.gone]);
const works = wordSet(faultSigns.works);
const holds = wordSet(faultSigns.holds);
const things = wordSet(faultSigns.things);
const gone = wordSet(faultSigns.gone);
const over = wordSet(faultSigns.over);
const lost = wordSet(faultSigns.lost);
const passive = wordSet(passiveWords);
const reflexive = wordSet(reflexiveWords);
const denies = wordSet(denyingWords);
const asking = wordSet(askingWords);
const turns = wordSet(turning.filter((word) => !noTurn.includes(word)));
const thanked = wordSet(thanks);
const nouns = wordSet(sameMeaning.find(([first]) => first === faultNoun) ?? []);
/** An answer of a server that failed. */
const failureCode = /^[45]\d\d$/;

/** A word that says it alone, and is not denied: "Absturz", but not "kein Absturz". */
export function isClearFault(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const isDenied = turns.has(words[at - 1] ?? '') || denies.has(words[at + 1] ?? '');
    return !isDenied && (isNear(word, clear) || isFaultCompound(word));
  });
}

/** Of the folded words of a text: somebody tells what does not work. Whether it is a fault is not decided by it. */
export function soundsLikeFault(words: readonly string[], namesModule: boolean): boolean {
  if (thanked.has(words[0] ?? '')) return false;
  const has = (signs: ReadonlySet<string>) => words.some((word) => signs.has(word));
  if (has(over)) return false;
  if (isClearFault(words)) return true;
  if (has(nouns) && has(gone)) return false;
  const isTurned = has(turns);
  const named = words.filter(isThing).length + (namesModule ? 1 : 0);
  if (isTurned && doesNot(words, named)) return true;
  const noun = has(nouns) && !isTurned && !asking.has(words[0] ?? '');
  if (!noun && !has(vague)) return false;
  return named > 0 || words.some((word) => failureCode.test(word)) || (noun && has(vague));
}

/** Beside a word that turns around: what does not work, does not hold of something named, or is not there. */
function doesNot(words: readonly string[], named: number): boolean {
  const has = (signs: ReadonlySet<string>) => words.some((word) => signs.has(word));
  const isReflexive = has(reflexive) && words.includes('sich');
  if (has(works) || isReflexive || words.some((word, at) => turns.has(word) && lost.has(words[at + 1] ?? '')))
    return true;
  const unknown = meaningOf(words.filter((word) => !holds.has(word))).unknown.length;
  const isMore = words.includes('mehr');
  if (has(holds) && (named > 0 || unknown > 0 || isMore)) return true;
  // What is done, and to what.
  if (has(passive) && unknown > 1) return true;
  return named > 1 || (named > 0 && isMore);
}

/** "Kontaktliste" is a list as well. */
function isThing(word: string): boolean {
  return (
    things.has(word) ||
    [...things].some((thing) => thing.length > 4 && word.length > thing.length + 2 && word.endsWith(thing))
  );
}

function isNear(word: string, signs: ReadonlySet<string>): boolean {
  if (signs.has(word)) return true;
  if (word.length < 6 || word.length > 20) return false;
  for (const sign of signs) {
    if (wrongLetters(sign) > 0 && Math.abs(sign.length - word.length) < 2 && typingErrors(word, sign) === 1)
      return true;
  }
  return false;
}
