import type { PostedActivity } from '../../../app/ports/messenger';
import type { OpenChat } from './private-chats';

/** What stands in the conversation by now; a reply is found there by its id alone. */
export function postedIn(
  { conversation }: OpenChat,
  sent: { readonly id: string } | PostedActivity,
): PostedActivity {
  return 'id' in sent ? { conversation, activityId: sent.id } : sent;
}
