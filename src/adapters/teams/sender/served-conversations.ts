import type { ConversationStore } from '../../../app/ports/conversation-store';
import type { ServiceUrlRule } from '../../../domain/organisation/service-urls';

/**
 * The stored conversations without those whose service URL the bot does not send to (any more): they are then reached
 * as if nobody had written there yet, by the organisation file.
 */
export function servedConversations(
  conversations: ConversationStore,
  mayServe: ServiceUrlRule,
): ConversationStore {
  return {
    async find(laneKey) {
      const known = await conversations.find(laneKey);
      return known !== undefined && mayServe(known.serviceUrl) ? known : undefined;
    },
    save: (reference) => conversations.save(reference),
    forgetPrivateChats: (conversation) => conversations.forgetPrivateChats(conversation),
  };
}
