import { distance } from 'fastest-levenshtein';
import { defined } from '../../../defined';
import { textLimits } from '../../../domain/ticket/text-limits';
import { commandNames, overdueWord } from '../../../texts/commands.de';
import { askingWords } from '../../../texts/fault-signs.de';
import { askingToReport, phrases, type Wish } from '../../../texts/phrases.de';
import { aboutTicket, askedAboutTicket, reflexives, thanks } from '../../../texts/word-meanings.de';
import { isClearFault, soundsLikeFault } from './fault-signs';
import { countsAlone, isTurning, type Meaning, meaningOf, wordsOf } from './meaning';
import { moduleNamed, type NamedModule, type Narrowing, narrowedBy } from './narrowing';
import {
  type ChatRequest,
  type FaultText,
  type ListFilter,
  parseTyped,
  type SpokenText,
  type Wanted,
} from './parse-chat-command';
import { ticketsNamed } from './tickets-named';
import { folded, wordSet } from './typed-signs';

/** UTF-16 units of a text that are read to understand it; a command takes far less. */
const mostRead = 1_000;
/** How many wishes are offered to choose from. */
const mostNear = 3;

interface Phrase {
  readonly wish: Wish;
  readonly words: ReadonlySet<string>;
}

const known: readonly Phrase[] = Object.entries(phrases).flatMap(([wish, texts]) =>
  texts.map((text) => ({ wish: wish as Wish, words: meaningOf(wordsOf(text)).words })),
);
const ofTicket = meaningOf([...aboutTicket].flatMap(wordsOf));
const asked = new Set([...meaningOf(askedAboutTicket.map(folded)).words, ...wordSet(askedAboutTicket)]);
const ofTicketWords = new Set([...ofTicket.words, ...wordSet(aboutTicket)]);
const asks = wordSet(askingWords);
const reporting = [...meaningOf(wordsOf(askingToReport)).words];
const inPerson = wordSet(reflexives);
const thanked = wordSet(thanks);
const late = meaningOf(wordsOf(overdueWord)).words;

/**
 * What somebody wants who writes as people do. What changes something is taken only as `parseTyped` takes it; everything
 * else leads to something to read, or to a form that is still to be sent. Undefined for an empty text.
 */
export function understand(text: string, modules: readonly NamedModule[]): ChatRequest | undefined {
  const exact = parseTyped(text);
  if (exact !== undefined) return exact;
  const read = text.slice(0, mostRead);
  const words = wordsOf(read);
  if (words.length === 0) return withoutWords(text);
  const { tickets, rest } = ticketsNamed(words);
  if (tickets.length > 0) return aboutTickets(tickets, rest, read);
  const narrowing = narrowedBy(words, modules);
  const meaning = meaningOf(narrowing.rest);
  const isQuestion = asksSomething(read, words);
  const wanted = text.length > mostRead ? undefined : wantedBy(meaning, narrowing, words, isQuestion);
  if (wanted !== undefined) return wanted;
  const module = moduleNamed(words, modules);
  if (soundsLikeFault(words, module !== undefined)) return { command: 'faultText', ...toldIn(text, module) };
  const near = numberAlone(words);
  if (near !== undefined) return { command: 'notUnderstood', near };
  return {
    command: 'notUnderstood',
    near: nearestTo(meaning, narrowing, words),
    told: toldIn(text, module),
  };
}

/** Question marks alone ask what can be asked. */
function withoutWords(text: string): ChatRequest | undefined {
  if (text.trim() === '') return undefined;
  return text.includes('?') ? { command: 'help' } : { command: 'notUnderstood', near: [] };
}

function asksSomething(text: string, [first = '']: readonly string[]): boolean {
  return text.includes('?') || asks.has(first);
}

/** "#12", "Status von 12": the ticket that may be meant. */
function numberAlone(words: readonly string[]): readonly Wanted[] | undefined {
  const [number, ...others] = words.filter((word) => /^\d+$/.test(word));
  if (number === undefined || others.length > 0) return undefined;
  const { tickets } = ticketsNamed(['ticket', number]);
  const { words: said, unknown } = meaningOf(words.filter((word) => word !== number));
  const isPlain = [...said, ...unknown].every((word) => ofTicketWords.has(word));
  return isPlain && tickets.length > 0
    ? tickets.map((ticket) => ({ command: 'ticket', ...ticket }))
    : undefined;
}

/** A button's command. */
export function understandButton(
  command: string,
  modules: readonly NamedModule[],
): Wanted | SpokenText | undefined {
  const request = understand(command, modules);
  return request?.command === 'faultText' || request?.command === 'notUnderstood' ? undefined : request;
}

type Tickets = ReturnType<typeof ticketsNamed>['tickets'];

/** One that is asked about is shown; with anything else said it is only offered, as that may be meant for the ticket. */
function aboutTickets(tickets: Tickets, rest: readonly string[], text: string): ChatRequest {
  const near = tickets.slice(0, mostNear).map((ticket) => ({ command: 'ticket', ...ticket }) as const);
  const [only, ...others] = near;
  const { words, unknown } = meaningOf(rest);
  const isQuestion = asksSomething(text, wordsOf(text));
  const isAsked = (word: string) =>
    ofTicketWords.has(word) || !countsAlone(word) || (isQuestion && asked.has(word));
  const isPlain = [...words, ...unknown].every(isAsked) && !thanked.has(rest[0] ?? '');
  return only !== undefined && others.length === 0 && isPlain ? only : { command: 'notUnderstood', near };
}

function wantedBy(
  meaning: Meaning,
  narrowing: Narrowing,
  words: readonly string[],
  isQuestion: boolean,
): ChatRequest | undefined {
  if (thanked.has(words[0] ?? '') || meaning.unknown.length > 0 || narrowing.contradicts) return undefined;
  const { filter } = narrowing;
  const isNarrowed = Object.keys(filter).length > 0;
  if (isLateAndAwaited(meaning.words))
    return { command: 'openTickets', filter: { ...filter, overdue: true, waiting: true } };
  const wish = wishOf(meaning.words);
  // "Störung im Betriebstagebuch" tells of one, "Gibt es eine Störung?" asks about it.
  const isOther = filter.module !== undefined || isQuestion || isClearFault(words);
  const tells =
    wish === 'reportFault' && (isOther ? !asksToReport(meaning.words) : isInPerson(meaning.words, words));
  if (wish !== undefined) return tells ? undefined : requestOf(wish, filter);
  return isNarrowed && ![...meaning.words].some(countsAlone) ? narrowedAlone(filter, words) : undefined;
}

/** "Ich melde mich". */
function isInPerson(said: ReadonlySet<string>, words: readonly string[]): boolean {
  return said.size === 1 && words.some((word) => inPerson.has(word));
}

function asksToReport(said: ReadonlySet<string>): boolean {
  return reporting.some((word) => said.has(word));
}

/** Both filters of a list that are said as wishes of their own: "überfällige Tickets, die auf mich warten". */
function isLateAndAwaited(said: ReadonlySet<string>): boolean {
  const others = new Set([...said].filter((word) => !late.has(word)));
  return others.size < said.size && wishOf(others) === 'waiting';
}

/** The largest phrase that says all that is said. */
function wishOf(said: ReadonlySet<string>): Wish | undefined {
  const alone = [...said].filter(countsAlone);
  const fitting = known.filter(
    ({ words }) => words.size > 0 && isWithin(words, said) && alone.every((word) => words.has(word)),
  );
  return fitting.reduce<Phrase | undefined>(
    (best, each) => (each.words.size > (best?.words.size ?? 0) ? each : best),
    undefined,
  )?.wish;
}

/** Nothing but a class or a state is a list; a module alone, or "test", may mean much. */
function narrowedAlone(filter: ListFilter, words: readonly string[]): Wanted | undefined {
  const { faultClass, state } = filter;
  const isWork = state === 'inTest' || state === 'inProgress';
  const isState = state !== undefined && (!isWork || words.some((word) => word === 'in' || word === 'im'));
  return faultClass !== undefined || isState ? { command: 'openTickets', filter } : undefined;
}

function requestOf(wish: Wish, filter: ListFilter): ChatRequest | undefined {
  const isNarrowed = Object.keys(filter).length > 0;
  switch (wish) {
    case 'overdue':
    case 'waiting':
      return { command: 'openTickets', filter: { ...filter, [wish]: true } };
    case 'openTickets':
    case 'myTickets':
    case 'ourTickets':
    case 'overview':
    case 'standing':
      return isNarrowed ? { command: 'openTickets', filter } : commandOf(wish);
    case 'reportFault':
      return filter.module === undefined ? { command: wish } : { command: wish, module: filter.module };
    case 'digestOn':
    case 'digestOff':
      // Switched by its own words alone (docs/decisions/cards.md).
      return { command: 'notUnderstood', near: [{ command: wish }, { command: 'overview' }] };
    case 'reactBy':
      return commandOf(filter.faultClass === undefined ? wish : 'serviceHours');
    case 'bugfixPackages':
    case 'contract':
    case 'endedTickets':
    case 'serviceHours':
    case 'contacts':
    case 'organisation':
    case 'onboarding':
    case 'help':
    case 'helpAll':
    case 'ids':
      return commandOf(wish);
  }
}

function commandOf(wish: Exclude<Wish, 'digestOn' | 'digestOff'>): Wanted {
  switch (wish) {
    case 'overdue':
    case 'waiting':
      return { command: 'openTickets', filter: { [wish]: true } };
    default:
      return { command: wish };
  }
}

/** What a report begins with, as it was typed. */
function toldIn(text: string, module: string | undefined): Omit<FaultText, 'command'> {
  const typed = text.trim();
  const description = typed.length > textLimits.description ? undefined : typed;
  return defined({ description, module });
}

/** What shares the most words that count, then what is spelled most alike; of two wishes in one text both. */
function nearestTo(meaning: Meaning, narrowing: Narrowing, words: readonly string[]): readonly Wanted[] {
  const wishes = likeliest(meaning.words);
  const others = (wishes.length > 0 ? wishes : spelledLike(words.join(' '))).map(offered);
  const named = ofNarrowing(narrowing);
  const near = [...named, ...others.filter((each) => !named.some((one) => isSameOffer(one, each)))];
  return near.slice(0, mostNear);
}

/** Lists of what was named, and a report about the module. */
function ofNarrowing({ filter, alternatives }: Narrowing): readonly Wanted[] {
  const lists = alternatives.map((each) => ({ command: 'openTickets', filter: each }) as const);
  const { module } = filter;
  const isModuleAlone = module !== undefined && Object.keys(filter).length === 1;
  return isModuleAlone ? [...lists, { command: 'reportFault', module }] : lists;
}

function likeliest(said: ReadonlySet<string>): readonly Wish[] {
  const left = new Set(said);
  const wishes: Wish[] = [];
  for (let round = 0; round < mostNear; round += 1) {
    const score = (phrase: Phrase) => likeness(phrase, left) * 100 + likeness(phrase, said);
    const [best] = known
      .filter(
        (phrase) => isOffered(phrase.wish) && likeness(phrase, said) > 0 && !wishes.some(isSame(phrase.wish)),
      )
      .sort((one, other) => score(other) - score(one));
    if (best === undefined) break;
    wishes.push(best.wish);
    best.words.forEach((word) => left.delete(word));
  }
  return wishes;
}

function isOffered(wish: Wish): boolean {
  return wish !== 'helpAll' && wish !== 'endedTickets';
}

function isSame(wish: Wish): (other: Wish) => boolean {
  return (other) => isSameOffer(offered(wish), offered(other));
}

function offered(wish: Wish): Wanted {
  return wish === 'digestOn' || wish === 'digestOff' ? { command: wish } : commandOf(wish);
}

/** "Meine Tickets" and "Unsere Tickets" are one list. */
function isSameOffer(one: Wanted, other: Wanted): boolean {
  const own: readonly string[] = ['myTickets', 'ourTickets', 'reactBy'];
  const isOwn = own.includes(one.command) && own.includes(other.command);
  return isOwn || (one.command === other.command && isSameFilter(one, other));
}

function isSameFilter(one: Wanted, other: Wanted): boolean {
  const [a, b] = [one, other].map((each) => JSON.stringify('filter' in each ? each.filter : undefined));
  return a === b;
}

function likeness({ words }: Phrase, said: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => said.has(word));
  const counting = shared.filter((word) => countsAlone(word) && !isTurning(word)).length;
  return counting === 0 ? 0 : 4 * counting + shared.length - (words.size - shared.length);
}

const longestCompared = 60;

function spelledLike(said: string): readonly Wish[] {
  if (said.length > longestCompared) return [];
  return [...new Set(known.map(({ wish }) => wish))].flatMap((wish) => {
    const name = wish in commandNames ? folded(commandNames[wish as keyof typeof commandNames]) : '';
    return name !== '' && distance(said, name) <= Math.max(said.length, name.length) * 0.45 ? [wish] : [];
  });
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}
