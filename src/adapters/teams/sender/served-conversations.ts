import type { ConversationReference, ConversationStore } from '../../../app/ports/conversation-store';
import type { ServiceUrlRule } from '../../../domain/organisation/service-urls';

/**
 * The stored conversations without those whose service URL the bot does not send to (any more): they are then reached
 * as if nobody had written there yet, by the organisation.
 */
export function servedConversations(
  conversations: ConversationStore,
  mayServe: ServiceUrlRule,
): ConversationStore {
  const ifServed = (known: ConversationReference | undefined) =>
    known !== undefined && mayServe(known.serviceUrl) ? known : undefined;
  return {
    find: async (laneKey) => ifServed(await conversations.find(laneKey)),
    newestOf: async (tenant) => ifServed(await conversations.newestOf(tenant)),
    save: (reference) => conversations.save(reference),
    forgetPrivateChats: (conversation) => conversations.forgetPrivateChats(conversation),
  };
}
