import { distance } from 'fastest-levenshtein';
import { defined } from '../../../defined';
import { commandTitles } from '../../../texts/commands.de';
import { addressingArticles, addressingWords } from '../../../texts/word-meanings.de';
import { folded, gap, invisible, separator } from './typed-signs';

/** A ticket as people write it. A number without year means the present year. */
export interface NamedTicket {
  readonly year?: number;
  readonly sequence: number;
}

const ticketWord = folded(commandTitles.ticket);
/** How many letters of "Ticket" may be wrong. */
const maxWrongLetters = 1;

const letters = (word: string) => [...word].join(`${invisible}*`);
const year = String.raw`2${invisible}*0${invisible}*\d${invisible}*\d`;
const sequence = String.raw`\d(?:${invisible}*\d){0,5}`;
/** Between the parts of a number: blanks and signs of every kind. */
const join = String.raw`(?:${gap}|[\p{P}\p{S}])*`;
const opening = String.raw`[\p{Ps}\p{Pi}\p{Pf}"'*_]`;
const closing = String.raw`[\p{Pe}\p{Pi}\p{Pf}"'*_]`;
const leadingShape = new RegExp(
  String.raw`^${gap}*(?:(${opening}+)${gap}*)?#?` +
    String.raw`(?:(\p{L}(?:${invisible}*\p{L}){0,11})${join})??(?:(?:${letters('nummer')}|${letters('nr')})${join})?` +
    String.raw`(${letters('sp')}${join})?(?:(${year})${join})?(${sequence})(?![\p{L}\p{N}])` +
    String.raw`(?:${invisible}*(${closing}+)(?![\p{L}\p{N}]))?${separator}([^]*)$`,
  'iu',
);

/**
 * The ticket that a text begins with, and what follows: "SP-2026-0012 …", "(SP/2026/12) …", "Ticket Nr. 12: …";
 * undefined where it begins with none. A bare number is none.
 */
export function leadingTicket(
  text: string,
): { readonly ticket: NamedTicket; readonly rest: string } | undefined {
  const match = leadingShape.exec(text);
  if (match === null) return undefined;
  const [, opened, word, prefix, inYear, number = '', closed, rest = ''] = match;
  // What is opened here and closed later is around more than the number.
  if (opened !== undefined && closed === undefined) return undefined;
  const isNamed = word !== undefined && distance(folded(word), ticketWord) <= maxWrongLetters;
  if (word === undefined ? prefix === undefined : !isNamed) return undefined;
  const ordinal = plainNumber(number);
  if (ordinal === 0) return undefined;
  const ofYear = inYear === undefined ? undefined : plainNumber(inYear);
  return { ticket: { sequence: ordinal, ...defined({ year: ofYear }) }, rest };
}

/** What people put in front of the ticket that they write to: "zu SP-…", "für das Ticket …", "– SP-…". */
const addressing = new RegExp(
  String.raw`^(?:${gap}|[\p{Pd}:,;.>→])*(?:(${opening}+)${gap}*)?` +
    String.raw`(?:(?:${addressingWords.join('|')})(?:${gap}|:)+(?:(?:${addressingArticles.join('|')})${gap}+)?)?`,
  'iu',
);

/** The ticket that a text is addressed to at its beginning, and what follows: as `leadingTicket`, and "zu SP-2026-0012: …". */
export function addressedTicket(text: string): ReturnType<typeof leadingTicket> {
  return leadingTicket(text) ?? leadingTicket(text.replace(addressing, '$1'));
}

/** The ticket that is all that a text says, whatever signs are around it. */
export function wholeTicket(text: string): NamedTicket | undefined {
  const { ticket, rest = '' } = leadingTicket(text.normalize('NFKC').replace(/^[^\p{L}\p{N}]+/u, '')) ?? {};
  return folded(rest) === '' ? ticket : undefined;
}

function plainNumber(typed: string): number {
  return Number(typed.replace(/\D/g, ''));
}
