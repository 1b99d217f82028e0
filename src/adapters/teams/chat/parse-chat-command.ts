import { digestWords } from '../../../texts/commands.de';
import { defined } from '../../../defined';
import type { ModuleId } from '../../../domain/organisation/installation';
import type { FaultClass } from '../../../domain/reaction/fault-class';
import type { TicketState } from '../../../domain/ticket/ticket-state';
import { distance } from 'fastest-levenshtein';
import { chatCommands, type WholeCommand, wholeCommands } from './chat-commands';
import { type NamedTicket, wholeTicket } from './leading-ticket';
import { isOtherWish } from './meaning';
import { folded, gap, nameSign, separator, withoutEntities } from './typed-signs';

/** What is said about a ticket in a message; nobody has checked it yet. */
export interface SpokenText {
  readonly command: 'comment' | 'commentToAll' | 'answer';
  readonly text: string;
  /** Where in the text the first name of somebody mentioned begins; a ticket is named before it, or not at all. */
  readonly firstName?: number;
}

/** What a list of open tickets is narrowed by. */
export interface ListFilter {
  readonly module?: ModuleId;
  readonly state?: TicketState;
  readonly faultClass?: FaultClass;
  readonly overdue?: true;
  /** Waits for whoever asks. */
  readonly waiting?: true;
}

/** What can be asked for, and may be the command of a button. */
export type Wanted =
  | { readonly command: Exclude<WholeCommand, 'openTickets' | 'reportFault' | 'ids'> }
  | { readonly command: 'ids' }
  | { readonly command: 'openTickets'; readonly filter?: ListFilter }
  | { readonly command: 'reportFault'; readonly module?: ModuleId }
  | (NamedTicket & { readonly command: 'ticket' })
  /** How the ticket of the thread stands, else what is nearest to it. */
  | { readonly command: 'standing' | 'reactBy' }
  /** Those that are over, which no list has. */
  | { readonly command: 'endedTickets' };

/** A text that sounds like a fault: what was typed, as long as a report's description may be. */
export interface FaultText {
  readonly command: 'faultText';
  readonly description?: string;
  readonly module?: ModuleId;
}

/** Nothing that is done by itself; what was nearest to it, the nearest first. */
export interface NotUnderstood {
  readonly command: 'notUnderstood';
  readonly near: readonly Wanted[];
  /** What a report may begin with, should it have been meant; none where the text names a ticket. */
  readonly told?: Omit<FaultText, 'command'>;
}

/** What somebody wrote. */
export type ChatRequest = Wanted | SpokenText | FaultText | NotUnderstood;

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
export function parseChatCommand(sent: string): Wanted | SpokenText | undefined {
  return parseTyped(withoutEntities(sent));
}

/** The same of a text as it was typed. Only this changes anything: what understands more (`understand`) leads to reading alone. */
export function parseTyped(text: string): Wanted | SpokenText | undefined {
  const spoken = spokenText(text);
  if (spoken !== undefined) return spoken;
  if (text.length > 1_000) return undefined;
  const said = folded(text);
  if (said === '' || said.length > maxCommandLength) return undefined;
  return ticketRequest(text) ?? digestSwitch(said) ?? nearestPhrase(said);
}

const spokenShape = new RegExp(
  String.raw`^${gap}*(?:antwort|(kommentar)(\s+an\s+alle)?)(?![\p{L}\p{N}]|\p{Pd}\p{L})${separator}([^]*)$`,
  'iu',
);

/**
 * "Kommentar …", "Kommentar an alle …", "Antwort …": the word itself must be right, as everything behind it is kept.
 * Signs of names in the text become these names, in order.
 */
export function spokenText(text: string, names: readonly string[] = []): SpokenText | undefined {
  const [, comment, toAll, rest] = spokenShape.exec(text.trim()) ?? [];
  if (rest === undefined) return undefined;
  const forAll = toAll === undefined ? 'comment' : 'commentToAll';
  const said = rest.trim();
  const at = said.indexOf(nameSign);
  const waiting = names.values();
  return {
    command: comment === undefined ? 'answer' : forAll,
    text: said.replaceAll(nameSign, () => waiting.next().value ?? ''),
    ...defined({ firstName: at === -1 ? undefined : at }),
  };
}

/**
 * How many letters may be wrong; so few that no text is near two different commands (a test holds it): the lists differ
 * in their first words alone, and what is switched on and off in its last, of which none may be wrong.
 */
export function maxTypingErrors(phrase: string): number {
  if (isSwitch(phrase)) return 0;
  return phrase.length < 8 || phrase.endsWith(' tickets') ? 1 : 2;
}

function nearestPhrase(said: string): Wanted | undefined {
  if (said.split(' ').some(isOtherWish)) return undefined;
  for (const { id, text } of phrases) {
    if (distance(said, text) <= maxTypingErrors(text)) return { command: id };
  }
  return undefined;
}

/** "an" and "aus" are so near each other that they must be right: a typing error never turns one into the other. */
function digestSwitch(said: string): Wanted | undefined {
  const [, word = '', way] = /^(.+) (an|aus)$/.exec(said) ?? [];
  if (distance(word, digestWord) > maxTypingErrors(digestWord)) return undefined;
  return { command: way === 'an' ? 'digestOn' : 'digestOff' };
}

function isSwitch(phrase: string): boolean {
  return phrase === `${digestWord} ${digestWords.on}` || phrase === `${digestWord} ${digestWords.off}`;
}

/** "Ticket 12", "SP-2026-0012", "sp 2026 12", "Ticket Nr. 2026-12"; a bare number is none. */
function ticketRequest(text: string): Wanted | undefined {
  const ticket = wholeTicket(text);
  return ticket && { command: 'ticket', ...ticket };
}
