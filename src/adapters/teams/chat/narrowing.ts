import { distance } from 'fastest-levenshtein';
import { defined } from '../../../defined';
import type { MaintainedModule, ModuleId } from '../../../domain/organisation/installation';
import type { FaultClass } from '../../../domain/reaction/fault-class';
import { openStates, type TicketState } from '../../../domain/ticket/ticket-state';
import { classNumbers, classWords, noModule, stateWords } from '../../../texts/narrowing-words.de';
import { joining } from '../../../texts/word-meanings.de';
import { isPhraseWord, wrongLetters } from './meaning';
import type { ListFilter } from './parse-chat-command';
import { folded } from './typed-signs';

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

const isClassWord = new Set(classWords.map(folded));
const stateOf = new Map<string, TicketState>(
  openStates.flatMap((state) =>
    stateWords[state as keyof typeof stateWords].map((word) => [folded(word), state] as const),
  ),
);
const tooCommon = new Set(noModule.map(folded));
/** A shorter beginning or end of a module's name may be of anything. */
const shortestPart = 6;
const joined = /^(klasse|fehlerklasse|kl|class|k)([1-4])$/;

export function narrowedBy(words: readonly string[], modules: readonly NamedModule[]): Narrowing {
  const classes = new Set<FaultClass>();
  const states = new Set<TicketState>();
  const named = new Set<ModuleId>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const faultClass = classIn(word, words[at + 1]);
    const state = stateOf.get(word);
    const found = modulesNamed(word, modules);
    if (faultClass !== undefined) {
      classes.add(faultClass.is);
      at += faultClass.words - 1;
      for (let also = furtherClass(words, at + 1); also !== undefined; also = furtherClass(words, at + 1)) {
        classes.add(also);
        at += 2;
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

/** "… und 2" behind a class. */
function furtherClass(words: readonly string[], at: number): FaultClass | undefined {
  const next = words[at + 1] ?? '';
  const isAnd = joining.includes(words[at] ?? '');
  return isAnd && Object.hasOwn(classNumbers, next) ? classNumbers[next] : undefined;
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
  const parts = modules.flatMap(({ id, name }) =>
    folded(name)
      .split(' ')
      .map((part) => ({ id, part })),
  );
  const exact = parts.filter(({ part }) => part === word && !tooCommon.has(word));
  if (exact.length > 0) return distinct(exact);
  if (tooCommon.has(word) || isPhraseWord(word) || word.length < shortestPart - 1) return [];
  const typed = parts.filter(({ part }) => distanceWithin(word, part, wrongLetters(part)));
  if (typed.length > 0) return distinct(typed);
  if (word.length < shortestPart) return [];
  return distinct(parts.filter(({ part }) => beginsOrEnds(word, part)));
}

/** "Kaskade" of "Kaskadeninformationstool", "Tagebuch" of "Betriebstagebuch", a wrong letter allowed. */
function beginsOrEnds(word: string, part: string): boolean {
  if (word.length > part.length || word.length > 40) return false;
  if (part.startsWith(word) || part.endsWith(word)) return true;
  if (inCommon(word, part) >= Math.max(8, 0.6 * word.length)) return true;
  return [-1, 0, 1].some((more) => {
    const length = word.length + more;
    return distance(word, part.slice(0, length)) <= 1 || distance(word, part.slice(-length)) <= 1;
  });
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
