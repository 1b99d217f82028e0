import { placeMayRead } from '../domain/ticket/access';
import type { Effect } from './messages/effect';
import { type Lane, laneKey } from './messages/lane';
import { originFromText } from './origin';
import type { CardStore } from './ports/card-store';
import { type CardContent, DeliveryFailure, type Messenger } from './ports/messenger';
import type { TicketRecord } from './ports/ticket-store';

export interface PointToCardDeps {
  readonly cards: CardStore;
  readonly messenger: Messenger;
}

/**
 * Edits the twin of a tracked card so that it leads to it; where the place may no longer read the ticket, to number and
 * "abgegeben" (process 1). Does nothing if the twin has become the tracked card meanwhile. A twin that Teams does not
 * let the bot edit is somebody else's message, whatever the press said, and nobody is told of it.
 */
export async function pointToCard(
  { cards, messenger }: PointToCardDeps,
  lane: Lane,
  { ticket }: TicketRecord,
  { subject, origin }: Extract<Effect, { readonly kind: 'pointToCard' }>,
): Promise<void> {
  const twin = originFromText(origin);
  const tracked = await cards.find(ticket.number, subject, laneKey(lane));
  if (twin === undefined || tracked === undefined) return;
  if ((await cards.findByActivity(twin.conversation, twin.activityId)) !== undefined) return;
  const isHandedOn = tracked.withdrawn || (subject === 'ticket' && !placeMayRead(tracked.place, ticket));
  const content: CardContent = isHandedOn
    ? { kind: 'withdrawn', number: ticket.number }
    : { kind: 'pointer', tracked, proof: ticket.proof };
  try {
    await messenger.editCard(lane, { ...tracked, ...twin }, content);
  } catch (error) {
    if (!(error instanceof DeliveryFailure) || error.transient) throw error;
  }
}
