import { commandTitles, digestWords } from '../../../texts/commands.de';
import { defined } from '../../../defined';
import { distance } from 'fastest-levenshtein';
import { chatCommands, type WholeCommand, wholeCommands } from './chat-commands';
import { gap, invisible, numberGap, withoutEntities } from './typed-signs';

/** A ticket as people write it. A number without year means the present year. */
export interface NamedTicket {
  readonly year?: number;
  readonly sequence: number;
}

/** What is said about a ticket in a message; nobody has checked it yet. */
export interface SpokenText {
  readonly command: 'comment' | 'commentToAll' | 'answer';
  readonly text: string;
}

/** What somebody wrote. */
export type ChatRequest =
  | { readonly [Id in WholeCommand]: { readonly command: Id } }[WholeCommand]
  | (NamedTicket & { readonly command: 'ticket' })
  | SpokenText;

const ticketWord = folded(commandTitles.ticket);
const digestWord = folded(digestWords.digest);

const phrases = wholeCommands.flatMap((id) => {
  const { title = '', aliases = [] } = chatCommands.find((command) => command.id === id) ?? {};
  return [title, ...aliases].map((text) => ({ id, text: folded(text) }));
});

/** Longer than this is no command, and not worth comparing. */
const maxCommandLength = 60;

/**
 * Understands a command in spite of case, blanks, punctuation, missing umlauts and small typing errors. The text comes
 * with its entities as Teams sends them.
 */
export function parseChatCommand(sent: string): ChatRequest | undefined {
  const text = withoutEntities(sent);
  const spoken = spokenText(text);
  if (spoken !== undefined) return spoken;
  if (text.length > 1_000) return undefined;
  const said = folded(text);
  if (said === '' || said.length > maxCommandLength) return undefined;
  return ticketRequest(said) ?? digestSwitch(said) ?? nearestPhrase(said);
}

/**
 * What parts a command or a ticket's number from the text behind it: blanks, and one sign directly behind the word: a
 * colon, or a full stop, comma or dash with a blank after it. Everything else is text as it was typed: "-5 °C", ".NET 8",
 * "--force", and the dash of a list.
 */
const separator = String.raw`${invisible}*(?::|[.,;\p{Pd}](?=\s|$))?${gap}*`;

const spokenShape = new RegExp(
  String.raw`^${gap}*(?:antwort|(kommentar)(\s+an\s+alle)?)(?![\p{L}\p{N}]|\p{Pd}\p{L})${separator}([^]*)$`,
  'iu',
);

/** "Kommentar …", "Kommentar an alle …", "Antwort …": the word itself must be right, as everything behind it is kept. */
function spokenText(text: string): SpokenText | undefined {
  const [, comment, toAll, said] = spokenShape.exec(text.trim()) ?? [];
  if (said === undefined) return undefined;
  const forAll = toAll === undefined ? 'comment' : 'commentToAll';
  return { command: comment === undefined ? 'answer' : forAll, text: said.trim() };
}

const year = ['2', '0', '\\d', '\\d'].join(`${invisible}*`);
const sequence = String.raw`\d(?:${invisible}*\d){0,5}`;
const leadingShape = new RegExp(
  String.raw`^${gap}*(?:ticket${numberGap}+)?s${invisible}*p${numberGap}*(?:(${year})${numberGap}+)?(${sequence})(?![\p{L}\p{N}])${separator}([^]*)$`,
  'iu',
);

/** The ticket that a text begins with, and what follows; undefined where it begins with none. */
export function leadingTicket(
  text: string,
): { readonly ticket: NamedTicket; readonly rest: string } | undefined {
  const match = leadingShape.exec(text);
  if (match === null) return undefined;
  const [, inYear, number = '', rest = ''] = match;
  return {
    ticket: {
      sequence: plainNumber(number),
      ...defined({ year: inYear === undefined ? undefined : plainNumber(inYear) }),
    },
    rest,
  };
}

function plainNumber(typed: string): number {
  return Number(typed.replace(/\D/g, ''));
}

/**
 * How many letters may be wrong; so few that no text is near two different commands (a test holds it): the lists differ
 * in their first words alone, and what is switched on and off in its last, of which none may be wrong.
 */
export function maxTypingErrors(phrase: string): number {
  if (isSwitch(phrase)) return 0;
  return phrase.length < 8 || phrase.endsWith(' tickets') ? 1 : 2;
}

/**
 * The letters that count: lower case, umlauts and their two-letter forms as one plain vowel, everything else as
 * single blanks.
 */
export function folded(text: string): string {
  return text
    .replace(new RegExp(invisible, 'gu'), '')
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nearestPhrase(said: string): ChatRequest | undefined {
  for (const { id, text } of phrases) {
    if (distance(said, text) <= maxTypingErrors(text)) return { command: id };
  }
  return undefined;
}

/** "an" and "aus" are so near each other that they must be right: a typing error never turns one into the other. */
function digestSwitch(said: string): ChatRequest | undefined {
  const [, word = '', way] = /^(.+) (an|aus)$/.exec(said) ?? [];
  if (distance(word, digestWord) > maxTypingErrors(digestWord)) return undefined;
  return { command: way === 'an' ? 'digestOn' : 'digestOff' };
}

function isSwitch(phrase: string): boolean {
  return phrase === `${digestWord} ${digestWords.on}` || phrase === `${digestWord} ${digestWords.off}`;
}

/** "Ticket 12", "SP-2026-0012", "sp 2026 12", "Ticket Nr. 2026-12"; a bare number is none. */
function ticketRequest(said: string): ChatRequest | undefined {
  const match = /^(?:([a-z]+) ?)??(?:(?:nr|nummer) )?(sp ?)?(?:(20\d\d) ?)?(\d{1,6})$/.exec(said);
  if (match === null) return undefined;
  const [, word, prefix, year, digits] = match;
  const named = word !== undefined && distance(word, ticketWord) <= maxTypingErrors(ticketWord);
  if (word === undefined ? prefix === undefined : !named) return undefined;
  const sequence = Number(digits);
  if (sequence === 0) return undefined;
  return { command: 'ticket', sequence, ...defined({ year: year === undefined ? undefined : Number(year) }) };
}
