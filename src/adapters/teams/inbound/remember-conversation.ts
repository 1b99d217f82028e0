import { LRUCache } from 'lru-cache';
import { channelKey, laneKey } from '../../../app/messages/lane';
import type { Clock } from '../../../app/ports/clock';
import type { ConversationStore } from '../../../app/ports/conversation-store';
import type { Instant } from '../../../domain/instant';
import type { Identity, PersonId } from '../../../domain/organisation/installation';
import { defined } from '../../../defined';
import type { Place } from '../../../domain/organisation/place';
import type { Conversation } from './conversation';

/** What has not changed is written again after this time only: an activity shall not cost a second write. Milliseconds. */
const unchangedFor = 60 * 60_000;

/** Who wrote, and as whom Teams knows them. */
export interface KnownAs {
  readonly person: PersonId;
  readonly identity: Identity;
}

interface Remembered {
  readonly conversation: string;
  readonly what: string;
  readonly at: Instant;
}

/** Keeps how private chats and places were last reached; the service URL may change at any time. */
export class ConversationMemory {
  private readonly lately = new LRUCache<string, Remembered>({ max: 5_000 });

  constructor(
    private readonly conversations: ConversationStore,
    private readonly clock: Clock,
  ) {}

  /**
   * To be told of every inbound activity of a known person, or in a place. Whether it came by another service URL than the
   * last one of the tenant: Teams has moved, and other places may be reached again.
   */
  async seen(
    conversation: Conversation,
    places: readonly Place[],
    by: KnownAs | undefined,
  ): Promise<{ readonly hasMoved: boolean }> {
    const key = keyOf(conversation, places, by?.person);
    const { tenant, serviceUrl, id } = conversation;
    if (key === undefined || tenant === undefined) return { hasMoved: false };
    const at = this.clock.now();
    // A channel is reached the same way whoever writes there.
    const identity = conversation.kind === 'personal' ? by?.identity : undefined;
    const what = JSON.stringify([id, serviceUrl, tenant, identity]);
    const before = this.lately.get(key);
    if (before?.what === what && at - before.at < unchangedFor) return { hasMoved: false };
    const last = await this.conversations.newestOf(tenant);
    const reference = { laneKey: key, conversation: id, serviceUrl, tenant, seenAt: at };
    await this.conversations.save({ ...reference, ...defined({ identity }) });
    this.lately.set(key, { conversation: id, what, at });
    if (conversation.kind === 'personal') this.lately.delete(noPrivateChatKey(id));
    return { hasMoved: last?.serviceUrl !== serviceUrl };
  }

  /** To be told of every inbound activity that did not come from a private chat: nobody is written to there as if it were one. */
  async seenAsNoPrivateChat({ id }: Conversation): Promise<void> {
    const key = noPrivateChatKey(id);
    const at = this.clock.now();
    const before = this.lately.get(key);
    if (before !== undefined && at - before.at < unchangedFor) return;
    await this.forgetPrivateChat(id);
    this.lately.set(key, { conversation: id, what: '', at });
  }

  /** The app was removed from the chat, or it is none. */
  async forgetPrivateChat(conversation: string): Promise<void> {
    await this.conversations.forgetPrivateChats(conversation);
    for (const [key, { conversation: id }] of this.lately.entries()) {
      if (id === conversation && key !== channelKey(id)) this.lately.delete(key);
    }
  }
}

function noPrivateChatKey(conversation: string): string {
  return `noPrivateChat:${conversation}`;
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
    case 'groupChat':
    case 'unknown':
      return places.length === 0 ? undefined : channelKey(conversation.id);
  }
}
