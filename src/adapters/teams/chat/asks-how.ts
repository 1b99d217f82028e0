import { askingToSay } from '../../../texts/word-meanings.de';
import { wordsOf } from './meaning';
import { wordSet } from './typed-signs';

const asking = wordSet(askingToSay);
/** Whoever writes more says something, whatever words it is made of. */
const mostAsking = 3;

/** Of what is typed behind "Kommentar" or "Antwort": "Kommentar hinzufügen" asks how, and says nothing. */
export function asksHow(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.length <= mostAsking && words.every((word) => asking.has(word));
}
