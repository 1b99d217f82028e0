import { LRUCache } from 'lru-cache';
import { channelKey, laneKey } from '../../../app/messages/lane';
import type { Clock } from '../../../app/ports/clock';
import type { ConversationStore } from '../../../app/ports/conversation-store';
import type { PersonId } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import type { Conversation } from './conversation';

/** What has not changed is written again after this time only: an activity shall not cost a second write. Milliseconds. */
const unchangedFor = 60 * 60_000;

/** Keeps how private chats and places were last reached; the service URL may change at any time. */
export class ConversationMemory {
  private readonly lately = new LRUCache<string, { readonly what: string; readonly at: number }>({
    max: 5_000,
  });

  constructor(
    private readonly conversations: ConversationStore,
    private readonly clock: Clock,
  ) {}

  /** To be told of every inbound activity of a known person, or in a place. */
  async seen(
    conversation: Conversation,
    places: readonly Place[],
    person: PersonId | undefined,
  ): Promise<void> {
    const key = keyOf(conversation, places, person);
    const { tenant, serviceUrl, id } = conversation;
    if (key === undefined || tenant === undefined) return;
    const at = this.clock.now();
    const what = JSON.stringify([id, serviceUrl, tenant]);
    const before = this.lately.get(key);
    if (before?.what === what && at - before.at < unchangedFor) return;
    await this.conversations.save({ laneKey: key, conversation: id, serviceUrl, tenant, seenAt: at });
    this.lately.set(key, { what, at });
  }

  /** The person removed the app from their chat. */
  async gone(person: PersonId): Promise<void> {
    const key = laneKey({ kind: 'person', person });
    this.lately.delete(key);
    await this.conversations.forget(key);
  }
}

function keyOf(
  conversation: Conversation,
  places: readonly Place[],
  person: PersonId | undefined,
): string | undefined {
  switch (conversation.kind) {
    case 'personal':
      return person === undefined ? undefined : laneKey({ kind: 'person', person });
    case 'channel':
      return places.length === 0 ? undefined : channelKey(conversation.id);
    case 'groupChat':
      return undefined;
  }
}
