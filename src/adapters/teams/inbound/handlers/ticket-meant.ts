import type { TrackedCard } from '../../../../app/ports/card-store';
import { isAlone } from '../../../../app/acting/standpoint';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { leadingTicket } from '../../chat/leading-ticket';
import type { SpokenText } from '../../chat/parse-chat-command';
import type { BotDeps, Turn } from '../turn';
import { numberOf } from './number-of';

export interface TicketMeant {
  readonly ticket: TicketNumber;
  readonly text: string;
  /** As if the card that began the thread had been pressed: its place says in whose name it is said. */
  readonly turn: Turn;
}

/** What is said is about the ticket whose card began the thread; in a private chat, about the one that it names. */
export async function ticketMeant(
  deps: BotDeps,
  turn: Turn,
  { text, firstName = text.length }: Pick<SpokenText, 'text' | 'firstName'>,
): Promise<TicketMeant | { readonly missing: string }> {
  const { conversation } = turn;
  if (isAlone(turn)) {
    const named = leadingTicket(text.slice(0, firstName));
    if (named === undefined) return { missing: botAnswers.ticketNumberNeeded };
    return { ticket: numberOf(deps, named.ticket), text: named.rest + text.slice(firstName), turn };
  }
  const { thread = '' } = conversation;
  const tracked = await cardOfThread(deps, turn);
  if (tracked === undefined) return { missing: botAnswers.noTicketInThread };
  return { ticket: tracked.ticket, text, turn: { ...turn, pressed: { activityId: thread, tracked } } };
}

/** The ticket whose card began the thread; undefined elsewhere, and in a private chat. */
export async function ticketOfThread(deps: BotDeps, turn: Turn): Promise<TicketNumber | undefined> {
  return isAlone(turn) ? undefined : (await cardOfThread(deps, turn))?.ticket;
}

/** The thread of a release notice is no ticket's: its readers may not even know the ticket. */
async function cardOfThread(
  { cards }: Pick<BotDeps, 'cards'>,
  { conversation: { id, thread } }: Turn,
): Promise<TrackedCard | undefined> {
  const tracked = thread === undefined ? undefined : await cards.findByActivity(id, thread);
  return tracked?.subject === 'ticket' ? tracked : undefined;
}
