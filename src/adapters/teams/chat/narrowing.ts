import { distance } from 'fastest-levenshtein';
import { defined } from '../../../defined';
import type { MaintainedModule, ModuleId } from '../../../domain/organisation/installation';
import type { FaultClass } from '../../../domain/reaction/fault-class';
import { openStates, type TicketState } from '../../../domain/ticket/ticket-state';
import { classNumbers, classWords, noModule, stateWords } from '../../../texts/narrowing-words.de';
import { joining } from '../../../texts/word-meanings.de';
import { isNearPhraseWord, isPhraseWord, typingErrors, wrongLetters } from './meaning';
import type { ListFilter } from './parse-chat-command';
import { folded, wordSet } from './typed-signs';

export type NamedModule = Pick<MaintainedModule, 'id' | 'name'>;

/** What of a text narrows a list, in whatever order it was said, and the words that are left. */
export interface Narrowing {
  readonly filter: ListFilter;
  /** Two classes, states or modules: a list has one of each at most. */
  readonly contradicts: boolean;
  /** The lists that may be meant; several where two classes were named, none where nothing narrows. */
  readonly alternatives: readonly ListFilter[];
  readonly rest: readonly string[];
}

const isClassWord = wordSet(classWords);
const stateOf = new Map<string, TicketState>(
  openStates.flatMap((state) =>
    stateWords[state as keyof typeof stateWords].map((word) => [folded(word), state] as const),
  ),
);
const tooCommon = wordSet(noModule);
/** A shorter beginning or end of a module's name may be of anything. */
const shortestPart = 7;
/** From so many letters on, one of them may be wrong. */
const longPart = 8;
/** From so many letters on, one of a state's may be wrong: shorter ones are too near to other words. */
const longState = 10;
/** How much of a word has to be as in the module's name. */
const mostOfWord = 0.6;
const joined = /^(klasse|fehlerklasse|kl|class|k|fk|p|prio|prioritat)([1-4])$/;

export function narrowedBy(words: readonly string[], modules: readonly NamedModule[]): Narrowing {
  const classes = new Set<FaultClass>();
  const states = new Set<TicketState>();
  const named = new Set<ModuleId>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const faultClass = classIn(word, words[at + 1]);
    const state = stateIn(word);
    const found = modulesNamed(word, modules);
    if (faultClass !== undefined) {
      classes.add(faultClass.is);
      at += faultClass.words - 1;
      for (let also = furtherClass(words, at + 1); also !== undefined; also = furtherClass(words, at + 1)) {
        classes.add(also.is);
        at += also.words;
      }
    } else if (state !== undefined) states.add(state);
    else if (found.length === 1 && found[0] !== undefined) named.add(found[0]);
    // "Geplante", in front of "Netzmaßnahmen": the same module's.
    else if (!isPartOfNamed(word, words[at + 1], modules)) rest.push(word);
  }
  const [faultClass] = classes;
  const [state] = states;
  const [module] = named;
  const filter: ListFilter = defined({ module, state, faultClass });
  const alternatives =
    classes.size > 1 ? [...classes].map((each) => ({ ...filter, faultClass: each })) : [filter];
  return {
    filter,
    contradicts: classes.size > 1 || states.size > 1 || named.size > 1,
    alternatives: Object.keys(filter).length === 0 ? [] : alternatives,
    rest,
  };
}

function stateIn(word: string): TicketState | undefined {
  const exact = stateOf.get(word);
  if (exact !== undefined || word.length < longState || isPhraseWord(word)) return exact;
  return [...stateOf].find(([named]) => named.length >= longState && typingErrors(word, named) === 1)?.[1];
}

/** "… und 2", or ", 2", behind a class. */
function furtherClass(words: readonly string[], at: number) {
  const skipped = joining.includes(words[at] ?? '') ? 1 : 0;
  const next = words[at + skipped] ?? '';
  const is = Object.hasOwn(classNumbers, next) ? classNumbers[next] : undefined;
  return is && { is, words: skipped + 1 };
}

/** The one module that a text names, by its name or enough of it; undefined where none is, or several. */
export function moduleNamed(words: readonly string[], modules: readonly NamedModule[]): ModuleId | undefined {
  const { filter, contradicts } = narrowedBy(words, modules);
  return contradicts ? undefined : filter.module;
}

function classIn(
  word: string,
  next: string | undefined,
): { readonly is: FaultClass; readonly words: number } | undefined {
  const [, , digit = ''] = joined.exec(word) ?? [];
  const one = classNumbers[digit];
  if (one !== undefined) return { is: one, words: 1 };
  const isClass = isClassWord.has(word) || (word.length > 4 && distance(word, 'klasse') === 1);
  const two =
    isClass && next !== undefined && Object.hasOwn(classNumbers, next) ? classNumbers[next] : undefined;
  return two === undefined ? undefined : { is: two, words: 2 };
}

function modulesNamed(word: string, modules: readonly NamedModule[]): readonly ModuleId[] {
  if (tooCommon.has(word)) return [];
  const parts = modules.flatMap(({ id, name }) =>
    folded(name)
      .split(' ')
      .filter((part) => !tooCommon.has(part))
      .map((part) => ({ id, part })),
  );
  const exact = parts.filter(({ part }) => part === word);
  if (exact.length > 0) return distinct(exact);
  if (isPhraseWord(word) || word.length < 5) return [];
  const typed = parts.filter(({ part }) => distanceWithin(word, part, wrongLetters(part)));
  if (typed.length > 0) return distinct(typed);
  if (word.length < shortestPart || isNearPhraseWord(word)) return [];
  return distinct(parts.filter(({ part }) => beginsOrEnds(word, part)));
}

/** "Kaskade" of "Kaskadeninformationstool", "Tagebuch" of "Betriebstagebuch", a wrong letter allowed in a long one. */
function beginsOrEnds(word: string, part: string): boolean {
  if (word.length > part.length || word.length > 40) return false;
  const stem = commonStem(word, part);
  // "Störungsinfo" of "Störungsinformationstool", but not "Störungsdienst": what both begin with says nothing.
  if (stem > 0) return inCommon(word, part) - stem >= Math.max(4, mostOfWord * (word.length - stem));
  if (part.startsWith(word) || part.endsWith(word)) return true;
  if (inCommon(word, part) >= Math.max(longPart, mostOfWord * word.length)) return true;
  if (word.length < longPart) return false;
  return [-1, 0, 1].some((more) => {
    const length = word.length + more;
    return distance(word, part.slice(0, length)) <= 1 || distance(word, part.slice(-length)) <= 1;
  });
}

/** How many letters of a word that is too common both begin with, what joins it to the rest of a compound included. */
function commonStem(word: string, part: string): number {
  const both = word.slice(0, inCommon(word, part));
  const stems = [...tooCommon].filter((stem) => both.startsWith(stem));
  const length = Math.max(0, ...stems.map((stem) => stem.length));
  return length > 0 && both[length] === 's' ? length + 1 : length;
}

/** How many letters two words begin with alike. */
function inCommon(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function distanceWithin(word: string, part: string, most: number): boolean {
  return Math.abs(word.length - part.length) <= most && distance(word, part) <= most;
}

function isPartOfNamed(word: string, next: string | undefined, modules: readonly NamedModule[]): boolean {
  if (next === undefined || word === '') return false;
  return modules.some(({ id, name }) => {
    const parts = folded(name).split(' ');
    return parts.length > 1 && parts.includes(word) && modulesNamed(next, modules).includes(id);
  });
}

function distinct(parts: readonly { readonly id: ModuleId }[]): readonly ModuleId[] {
  return [...new Set(parts.map(({ id }) => id))];
}
