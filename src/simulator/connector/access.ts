import { threadRootId } from './conversation-ids';
import type { Messages } from './messages';
import { TeamsRefusal } from './refusals';
import type { Conversation, TeamsWorld } from './teams-world';

/** The conversation named by a request, if the bot may read it. */
export function readableConversation(world: TeamsWorld, conversationId: string): Conversation {
  const conversation = world.conversation(conversationId);
  if (!conversation) throw new TeamsRefusal('unknown-conversation', conversationId);
  if (!world.appIsIn(conversation)) {
    const refusal = conversation.kind === 'channel' ? 'channel-without-app' : 'app-not-installed';
    throw new TeamsRefusal(
      refusal,
      `The bot is not part of the conversation roster of "${conversation.name}".`,
    );
  }
  return conversation;
}

/** The conversation a request wants to write into, and the thread in it. */
export function writableConversation(
  world: TeamsWorld,
  messages: Messages,
  conversationId: string,
): { readonly conversation: Conversation; readonly rootId: string | undefined } {
  const conversation = readableConversation(world, conversationId);
  const rootId = threadRootId(conversationId);
  if (
    rootId !== undefined &&
    (conversation.kind !== 'channel' || !messages.hasThread(conversation.id, rootId))
  ) {
    throw new TeamsRefusal('unknown-conversation', conversationId);
  }
  if (conversation.kind === 'personal') {
    if (!world.appAvailableIn(conversation.tenantId)) {
      throw new TeamsRefusal('other-tenant', `${conversation.tenantId} is not the tenant of the bot`);
    }
    if (conversation.chat.blocked) throw new TeamsRefusal('blocked-by-person', conversation.id);
  }
  return { conversation, rootId };
}
