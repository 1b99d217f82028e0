import { distance } from 'fastest-levenshtein';
import { askingWords, faultNoun, faultSigns, noTurn } from '../../../texts/fault-signs.de';
import { sameMeaning, thanks, turning } from '../../../texts/word-meanings.de';
import { wrongLetters } from './meaning';
import { wordSet } from './typed-signs';

const clear = wordSet(faultSigns.clear);
const vague = wordSet([...faultSigns.vague, ...faultSigns.gone]);
const works = wordSet(faultSigns.works);
const things = wordSet(faultSigns.things);
const gone = wordSet(faultSigns.gone);
const over = wordSet(faultSigns.over);
const asking = wordSet(askingWords);
const turns = wordSet(turning.filter((word) => !noTurn.includes(word)));
const thanked = wordSet(thanks);
const nouns = wordSet(sameMeaning.find(([first]) => first === faultNoun) ?? []);
/** An answer of a server that failed. */
const failureCode = /^[45]\d\d$/;

/** Of the folded words of a text: somebody tells what does not work. Whether it is a fault is not decided by it. */
export function soundsLikeFault(words: readonly string[], namesModule: boolean): boolean {
  if (words.length < 2 || thanked.has(words[0] ?? '')) return false;
  const has = (signs: ReadonlySet<string>) => words.some((word) => signs.has(word));
  if (has(over)) return false;
  if (words.some((word) => isNear(word, clear))) return true;
  const isTurned = has(turns);
  const fails = isTurned && has(works);
  if (has(nouns) && has(gone)) return false;
  const noun = has(nouns) && !isTurned && !asking.has(words[0] ?? '');
  const named = words.filter((word) => things.has(word)).length + (namesModule ? 1 : 0);
  if (!fails && !noun && !has(vague)) return isTurned && named > 1;
  if (words.includes('wieder') && has(works) && !isTurned) return false;
  const to = named > 0 || words.some((word) => failureCode.test(word));
  return to || (fails && has(vague)) || (fails && words.includes('mehr')) || (noun && has(vague));
}

function isNear(word: string, signs: ReadonlySet<string>): boolean {
  if (signs.has(word)) return true;
  if (word.length < 6 || word.length > 20) return false;
  for (const sign of signs) {
    if (wrongLetters(sign) > 0 && Math.abs(sign.length - word.length) < 2 && distance(word, sign) === 1)
      return true;
  }
  return false;
}
