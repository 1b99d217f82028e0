import { askingToSay } from '../../../texts/word-meanings.de';
import { wordsOf } from './meaning';
import { wordSet } from './typed-signs';

const asking = wordSet(askingToSay);
/** Whoever writes more says something, whatever words it is made of. */
const mostAsking = 3;

/** Of what is typed behind "Kommentar" or "Antwort": "Kommentar hinzufügen" asks how, and says nothing. */
export function asksHow(text: string, isAnswer: boolean): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > mostAsking) return false;
  return words.every((word) => asking.has(word)) && !isSentence(text, isAnswer);
}

/**
 * Of a text that might ask how: it begins like a sentence of its own and does not go on with the command's. "bitte eintragen"
 * answers what was asked before; a comment has nothing before it.
 */
function isSentence(text: string, isAnswer: boolean): boolean {
  const begins = /^\p{Lu}/u.test(text);
  const requests = /^bitte\P{L}+\p{L}/iu.test(text);
  return isAnswer ? begins || requests : begins && requests;
}
