import type { Activity } from 'botbuilder';
import type { CardSubject } from '../../../app/messages/card-subject';
import type { CardStore, TrackedCard } from '../../../app/ports/card-store';
import { defined } from '../../../defined';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import type { Conversation } from './conversation';
import type { BotRequest } from './read-request';

/** The activity of a card that was pressed or looked at, and what is known of it. */
export interface PressedCard {
  readonly activityId: string;
  /** The card tracked there. */
  readonly tracked?: TrackedCard;
  /** It says that it is this tracked card, and another activity is: it was posted twice. */
  readonly twinOf?: TrackedCard;
  /** It says that it is a tracked card, and none is tracked yet: Teams shows it before the bot hears that it was posted. */
  readonly justPosted?: CardSubject;
}

/** Undefined where no card asked. What the card says of itself counts only against what is tracked here. */
export async function pressedCard(
  cards: Pick<CardStore, 'find' | 'findByActivity'>,
  activity: Activity,
  conversation: Conversation,
  laneKey: string,
  request: BotRequest | undefined,
): Promise<PressedCard | undefined> {
  const activityId = activity.type === 'invoke' || activity.value ? activity.replyToId : undefined;
  if (activityId === undefined) return undefined;
  const tracked = await cards.findByActivity(conversation.id, activityId);
  const claimed = tracked === undefined ? claimOf(request) : undefined;
  if (claimed === undefined) return { activityId, ...defined({ tracked }) };
  const twinOf = await cards.find(claimed.ticket, claimed.card, laneKey);
  return { activityId, ...(twinOf === undefined ? { justPosted: claimed.card } : { twinOf }) };
}

/** Whether the ticket's own card asked: its buttons mean what they show, and the answer to it may have buttons. */
export function isItsOwnCard(pressed: PressedCard | undefined, ticket: TicketNumber): boolean {
  const { tracked, justPosted } = pressed ?? {};
  return justPosted === 'ticket' || (tracked?.ticket === ticket && tracked.subject === 'ticket');
}

function claimOf(
  request: BotRequest | undefined,
): { readonly ticket: TicketNumber; readonly card: CardSubject } | undefined {
  if (request?.kind !== 'pressed') return undefined;
  const { ticket, card } = { ticket: undefined, card: undefined, ...request.payload };
  return ticket === undefined || card === undefined ? undefined : { ticket, card };
}
