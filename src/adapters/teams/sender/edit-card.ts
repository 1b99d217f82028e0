import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { TrackedCard } from '../../../app/ports/card-store';
import type { Clock } from '../../../app/ports/clock';
import { DeliveryFailure, type PostedActivity } from '../../../app/ports/messenger';
import { withdrawnSummary } from '../../../texts/summaries.de';
import { renderWithdrawnCard } from '../cards/ticket-card';
import { type CardActivity, cardMessage } from '../sdk/answers';
import { asTargeted } from '../sdk/targeted';
import { delivering } from './delivery-failures';

/** A message of the bot, and what is to stand there instead. */
export interface Edit {
  readonly clock: Clock;
  readonly client: ConnectorClient;
  readonly message: PostedActivity;
  readonly instead: CardActivity;
}

/** 'gone' for an activity that Teams no longer has. */
export async function editCard({ clock, client, message, instead }: Edit): Promise<'edited' | 'gone'> {
  const { conversation, activityId } = message;
  try {
    const edited = { ...instead, id: activityId } as Activity;
    await delivering(clock, () => client.conversations.updateActivity(conversation, activityId, edited));
    return 'edited';
  } catch (error) {
    if (error instanceof DeliveryFailure && error.status === 404) return 'gone';
    throw error;
  }
}

/**
 * The same for a post that may be a targeted message: what it shows by now may have been asked for by a press, and which
 * it is, is not known for sure then. Teams lets nobody change who sees a message. One that is over 24 h old is gone.
 */
export async function editPost(post: Edit): Promise<'edited' | 'gone'> {
  const edit = () => editCard(post);
  let refusal: DeliveryFailure | undefined;
  try {
    if ((await edit()) === 'edited') return 'edited';
  } catch (error) {
    // That is how Teams may call it that the message is one of the others.
    if (!(error instanceof DeliveryFailure) || error.status !== 400) throw error;
    refusal = error;
  }
  if ((await editTargeted(edit)) === 'edited') return 'edited';
  if (refusal !== undefined) throw refusal;
  return 'gone';
}

/** So Teams answers where the post is none of these, or where there are none: the first answer counts then. */
const notTargeted: ReadonlySet<number | undefined> = new Set([400, 405, 501]);

/** Whatever else Teams says, the text may still stand there. */
async function editTargeted(edit: () => Promise<'edited' | 'gone'>): Promise<'edited' | 'gone'> {
  try {
    return await asTargeted(edit);
  } catch (error) {
    if (error instanceof DeliveryFailure && notTargeted.has(error.status)) return 'gone';
    throw error;
  }
}

/**
 * A card in what was taken for somebody's private chat, and is not any more: others may read there. It says as little as
 * where a place may no longer read; where even that is refused, nothing more can be done.
 */
export async function withdrawCard(clock: Clock, client: ConnectorClient, card: TrackedCard): Promise<void> {
  try {
    const instead = cardMessage(renderWithdrawnCard(card.ticket), withdrawnSummary(card.ticket));
    await editCard({ clock, client, message: card, instead });
  } catch (error) {
    if (!(error instanceof DeliveryFailure) || error.transient) throw error;
  }
}
