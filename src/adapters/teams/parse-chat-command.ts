import { distance } from 'fastest-levenshtein';
import type { CommandName } from '../../texts/commands.de';
import { chatCommands } from './chat-commands';

/** What somebody wrote. A number without year means the present year. */
export type ChatRequest =
  | { readonly command: 'ids' }
  | { readonly command: Exclude<CommandName, 'ticket' | 'ids'> }
  | { readonly command: 'ticket'; readonly year?: number; readonly sequence: number };

interface Phrase {
  readonly id: CommandName;
  readonly text: string;
}

const ticketWord = folded('Ticket');

const phrases: readonly Phrase[] = chatCommands
  .filter((command) => command.id !== 'ticket')
  .flatMap(({ id, title, aliases }) => [title, ...aliases].map((text) => ({ id, text: folded(text) })));

/** Longer than this is no command, and not worth comparing. */
const longestCommand = 60;

/** Understands a command in spite of case, blanks, punctuation, missing umlauts and small typing errors. */
export function parseChatCommand(text: string): ChatRequest | undefined {
  if (text.length > 1_000) return undefined;
  const said = folded(text);
  if (said === '' || said.length > longestCommand) return undefined;
  return ticketRequest(said) ?? nearestPhrase(said);
}

/** How many letters may be wrong; so few that no text is near two different commands (a test holds it). */
export function mostTypingErrors(phrase: string): number {
  return phrase.length < 8 ? 1 : 2;
}

/**
 * The letters that count: lower case, umlauts and their two-letter forms as one plain vowel, everything else as
 * single blanks.
 */
export function folded(text: string): string {
  return text
    .replace(/&(?:nbsp|#160|amp|lt|gt);/gi, ' ')
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
    if (id !== 'ticket' && distance(said, text) <= mostTypingErrors(text)) return { command: id };
  }
  return undefined;
}

/** "Ticket 12", "SP-2026-0012", "sp 2026 12", "Ticket Nr. 2026-12"; a bare number is none. */
function ticketRequest(said: string): ChatRequest | undefined {
  const match = /^(?:([a-z]+) ?)??(?:(?:nr|nummer) )?(sp ?)?(?:(20\d\d) ?)?(\d{1,6})$/.exec(said);
  if (match === null) return undefined;
  const [, word, prefix, year, digits] = match;
  const named = word !== undefined && distance(word, ticketWord) <= mostTypingErrors(ticketWord);
  if (word === undefined ? prefix === undefined : !named) return undefined;
  const sequence = Number(digits);
  if (sequence === 0) return undefined;
  return { command: 'ticket', sequence, ...(year === undefined ? {} : { year: Number(year) }) };
}
