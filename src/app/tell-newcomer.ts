import { peopleWithRole, personOfIdentity, placesOfConversation } from '../domain/organisation/find';
import type { Identity } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import { dispatch } from '../domain/ticket/access';
import { newcomerKey } from './conversations-to-ask';
import { orderAt } from './delivery-policy';
import { laneKey, lanesOf } from './messages/lane';
import type { Clock } from './ports/clock';
import type { ConversationStore } from './ports/conversation-store';
import type { DeliveryStore } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { ConversationToAsk } from './ports/rosters';

export interface TellNewcomerDeps {
  readonly directory: Directory;
  readonly conversations: Pick<ConversationStore, 'save'>;
  readonly deliveries: Pick<DeliveryStore, 'enqueue'>;
  readonly clock: Clock;
  readonly effectsWaiting: () => void;
}

/** Somebody who wants to be known to the bot, and where they said so. */
export interface AskingToBeTakenIn {
  readonly identity: Identity;
  /** Made of the identity, but not saying it: what is stored names nobody. */
  readonly key: string;
  readonly teamsId: string;
  readonly conversation: ConversationToAsk;
  /** It is their private chat with the bot. */
  readonly isPrivate: boolean;
}

/**
 * The process owners are told, once a day for each identity, of somebody whom the organisation does not know. False where
 * nobody is told: they are known, it is no conversation to be asked for them, or there is no process owner.
 */
export async function tellNewcomer(
  { directory, conversations, deliveries, clock, effectsWaiting }: TellNewcomerDeps,
  { identity, key, teamsId, conversation: { conversation, serviceUrl }, isPrivate }: AskingToBeTakenIn,
): Promise<boolean> {
  const installation = directory.installation();
  if (personOfIdentity(installation, identity) !== undefined) return false;
  if (peopleWithRole(installation, 'processOwner').length === 0) return false;
  if (!isPrivate && placesOfConversation(installation, conversation).length === 0) return false;
  const now = clock.now();
  if (isPrivate) {
    const { tenant } = identity;
    await conversations.save({
      laneKey: newcomerKey(conversation),
      conversation,
      serviceUrl,
      tenant,
      seenAt: now,
    });
  }
  const { day } = localDayAt(installation.calendars, now);
  const effect = { kind: 'tellNewcomer', place: dispatch, conversation, member: teamsId } as const;
  await deliveries.enqueue(
    lanesOf(installation, dispatch).map((lane) => ({
      id: `newcomer:${day}:${key}@${laneKey(lane)}`,
      effect,
      lane,
      order: `${orderAt(now)}:newcomer:${key}`,
      status: 'due',
    })),
  );
  effectsWaiting();
  return true;
}
