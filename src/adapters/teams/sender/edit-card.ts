import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { TrackedCard } from '../../../app/ports/card-store';
import type { Clock } from '../../../app/ports/clock';
import { DeliveryFailure } from '../../../app/ports/messenger';
import { withdrawnSummary } from '../../../texts/summaries.de';
import { renderWithdrawnCard } from '../cards/ticket-card';
import { type CardActivity, cardMessage } from '../sdk/answers';
import { delivering } from './delivery-failures';

/** 'gone' for an activity that Teams no longer has. */
export async function editCard(
  clock: Clock,
  client: ConnectorClient,
  { conversation, activityId }: { readonly conversation: string; readonly activityId: string },
  activity: CardActivity,
): Promise<'edited' | 'gone'> {
  try {
    const edited = { ...activity, id: activityId } as Activity;
    await delivering(clock, () => client.conversations.updateActivity(conversation, activityId, edited));
    return 'edited';
  } catch (error) {
    if (error instanceof DeliveryFailure && error.status === 404) return 'gone';
    throw error;
  }
}

/**
 * A card in what was taken for somebody's private chat, and is not any more: others may read there. It says as little as
 * where a place may no longer read; where even that is refused, nothing more can be done.
 */
export async function withdrawCard(clock: Clock, client: ConnectorClient, card: TrackedCard): Promise<void> {
  try {
    const withdrawn = cardMessage(renderWithdrawnCard(card.ticket), withdrawnSummary(card.ticket));
    await editCard(clock, client, card, withdrawn);
  } catch (error) {
    if (!(error instanceof DeliveryFailure) || error.transient) throw error;
  }
}
