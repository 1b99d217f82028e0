import { distance } from 'fastest-levenshtein';
import { defined } from '../../../defined';
import { numberWords, ticketWords } from '../../../texts/narrowing-words.de';
import { joining } from '../../../texts/word-meanings.de';
import type { NamedTicket } from './leading-ticket';
import { wordSet } from './typed-signs';

/** The tickets that a text names anywhere, and its other words. */
export interface TicketsNamed {
  readonly tickets: readonly NamedTicket[];
  readonly rest: readonly string[];
}

const isTicketWord = wordSet(ticketWords);
const yearShape = /^20\d\d$/;
const numberShape = /^\d{1,6}$/;

/** Of folded words: "sp 2026 0001", "sp2026 1", "sp20260001", "ticket nr 12", "ticket12", "2026 0001". A bare number is none. */
export function ticketsNamed(words: readonly string[]): TicketsNamed {
  const tickets: NamedTicket[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = ticketAt(words, at) ?? (tickets.length > 0 ? furtherAt(words, at) : undefined);
    if (found === undefined) rest.push(words[at] ?? '');
    else if (!tickets.some((each) => isSame(each, found.ticket))) tickets.push(found.ticket);
    at += found?.words ?? 1;
  }
  return { tickets, rest };
}

function ticketAt(
  words: readonly string[],
  at: number,
): { readonly ticket: NamedTicket; readonly words: number } | undefined {
  const word = words[at] ?? '';
  const isPrefix = word === 'sp';
  const namesTicket =
    isTicketWord.has(word) || (word.length > 4 && distance(word.slice(0, 8), 'ticket') <= 1);
  if (isPrefix || namesTicket) {
    const skipped = numberWords.includes(words[at + 1] ?? '') ? 1 : 0;
    if (words[at + 1 + skipped] === 'sp' && namesTicket)
      return longer(ticketAt(words, at + 1 + skipped), 1 + skipped);
    return longer(numbersAt(words, at + 1 + skipped), 1 + skipped);
  }
  const [, digits = ''] = /^(?:sp|ticket)(\d{1,10})$/.exec(word) ?? [];
  if (digits.length > 6) return ticketOf(digits.slice(0, 4), digits.slice(4), 1);
  if (digits !== '') return numbersAt([digits, ...words.slice(at + 1, at + 2)], 0);
  // "2026-0001": a year, and a number as it is printed.
  const next = words[at + 1] ?? '';
  return yearShape.test(word) && /^0\d{3}$/.test(next) ? ticketOf(word, next, 2) : undefined;
}

/** "… und 13" behind a ticket. */
function furtherAt(words: readonly string[], at: number) {
  const isAnd = joining.includes(words[at] ?? '');
  return isAnd ? longer(numbersAt(words, at + 1), 1) : undefined;
}

function numbersAt(words: readonly string[], at: number) {
  const [first = '', second = ''] = words.slice(at, at + 2);
  if (yearShape.test(first) && numberShape.test(second)) return ticketOf(first, second, 2);
  return numberShape.test(first) ? ticketOf(undefined, first, 1) : undefined;
}

function ticketOf(year: string | undefined, number: string, words: number) {
  const sequence = Number(number);
  const ofYear = year === undefined ? undefined : Number(year);
  return sequence === 0 ? undefined : { ticket: { ...defined({ year: ofYear }), sequence }, words };
}

function longer<Found extends { readonly words: number }>(found: Found | undefined, by: number) {
  return found && { ...found, words: found.words + by };
}

function isSame(one: NamedTicket, other: NamedTicket): boolean {
  return one.sequence === other.sequence && one.year === other.year;
}
