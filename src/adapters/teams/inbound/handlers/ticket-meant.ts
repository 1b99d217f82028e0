import { isAlone } from '../../../../app/acting/standpoint';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import { defined } from '../../../../defined';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { addressedTicket } from '../../chat/leading-ticket';
import type { SpokenText } from '../../chat/parse-chat-command';
import type { BotDeps, Turn } from '../turn';
import { numberOf } from './number-of';

export interface TicketMeant {
  readonly ticket: TicketNumber;
  /** Without the ticket that it is addressed to. */
  readonly text: string;
  /** As if the card that began the thread had been pressed: its place says in whose name it is said. */
  readonly turn: Turn;
  /** The ticket of the thread, where the text is addressed to another one: nothing of it may be taken. */
  readonly thread?: TicketNumber;
}

/**
 * What is said is about the ticket that the text is addressed to at its beginning, otherwise about the one whose card
 * began the thread; a number further on is text.
 */
export async function ticketMeant(
  deps: BotDeps,
  turn: Turn,
  { text, firstName = text.length }: Pick<SpokenText, 'text' | 'firstName'>,
): Promise<TicketMeant | { readonly missing: string }> {
  const ofThread = await inThread(deps, turn);
  const named = addressedTicket(text.slice(0, firstName));
  if (named === undefined) {
    if (ofThread !== undefined) return { ...ofThread, text };
    return { missing: isAlone(turn) ? botAnswers.ticketNumberNeeded : botAnswers.noTicketInThread };
  }
  const ticket = numberOf(deps, named.ticket);
  const rest = named.rest + text.slice(firstName);
  return ofThread?.ticket === ticket
    ? { ...ofThread, text: rest }
    : { ticket, text: rest, turn, ...defined({ thread: ofThread?.ticket }) };
}

/** The ticket whose card began the thread, and the turn as on that card; undefined elsewhere, and in a private chat. */
export async function inThread(
  { cards }: Pick<BotDeps, 'cards'>,
  turn: Turn,
): Promise<Pick<TicketMeant, 'ticket' | 'turn'> | undefined> {
  const { id, thread } = turn.conversation;
  if (isAlone(turn) || thread === undefined) return undefined;
  const tracked = await cards.findByActivity(id, thread);
  // The thread of a release notice is no ticket's: its readers may not even know the ticket.
  if (tracked?.subject !== 'ticket') return undefined;
  return { ticket: tracked.ticket, turn: { ...turn, pressed: { activityId: thread, tracked } } };
}

export async function ticketOfThread(deps: BotDeps, turn: Turn): Promise<TicketNumber | undefined> {
  return (await inThread(deps, turn))?.ticket;
}
