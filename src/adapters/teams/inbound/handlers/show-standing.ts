import type { Answer, BotDeps, Turn } from '../turn';
import { showTicket } from './read-ticket';
import { showOwnTickets } from './show-list';
import { showOverview } from './show-overview';
import { ticketOfThread } from './ticket-meant';

/** How it stands, or by when: the ticket of the thread; where there is none, everything, or the own tickets by deadline. */
export async function showStanding(
  deps: BotDeps,
  turn: Turn,
  command: 'standing' | 'reactBy',
): Promise<Answer> {
  const ticket = await ticketOfThread(deps, turn);
  if (ticket !== undefined) return showTicket(deps, turn, ticket);
  return command === 'standing' ? showOverview(deps, turn) : showOwnTickets(deps, turn, true);
}
