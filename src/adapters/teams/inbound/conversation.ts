import type { Activity, ConversationAccount } from 'botbuilder';
import { z } from 'zod';
import { defined } from '../../../defined';
import { placesOfConversation } from '../../../domain/organisation/find';
import { canBePrivateChat } from '../sdk/private-chat-id';
import { threadIn, withoutThread } from '../sdk/thread-id';
import type { Installation } from '../../../domain/organisation/installation';

/** Where an activity came from. */
export interface Conversation {
  /** Private only where Teams positively says so; 'unknown' may show what a group chat may show, no more. */
  readonly kind: 'personal' | 'groupChat' | 'channel' | 'unknown';
  /** Without thread: all threads of a channel are one conversation. */
  readonly id: string;
  /** The activity that the thread began with; undefined outside a channel's threads. */
  readonly thread?: string;
  /** The tenant that hosts it; the people in it may be of others. */
  readonly tenant: string | undefined;
  readonly serviceUrl: string;
  /** The team's group id, in channels. */
  readonly team: string | undefined;
}

const channelDataShape = z.object({
  tenant: z.object({ id: z.string().nullish() }).nullish(),
  team: z.object({ aadGroupId: z.string().nullish() }).nullish(),
});
/** What Teams' data of a conversation name only where several people are. */
const marksOfGroup = ['team', 'channel', 'teamsTeamId', 'teamsChannelId', 'meeting'] as const;

/** Reads the conversation of an activity whose token was checked. */
export function conversationOf(activity: Activity): Conversation {
  const { conversation, serviceUrl } = activity;
  const reading = channelDataShape.safeParse(activity.channelData);
  const data = reading.success ? reading.data : undefined;
  const thread = threadIn(conversation.id);
  return {
    kind: kindOf(conversation, activity.channelData),
    id: withoutThread(conversation.id),
    ...defined({ thread }),
    tenant: (conversation.tenantId ?? data?.tenant?.id ?? undefined)?.toLowerCase(),
    serviceUrl,
    team: data?.team?.aadGroupId ?? undefined,
  };
}

/** The same; what the organisation knows as a place is no private chat, whatever the activity says. */
export function conversationIn(installation: Installation, activity: Activity): Conversation {
  const told = conversationOf(activity);
  const isPlace = placesOfConversation(installation, told.id).length > 0;
  return isPlace ? { ...told, kind: 'channel' } : told;
}

/** A conversation that something is still to be said in, from its id with the thread; unknown where a place is gone. */
export function conversationNamed(id: string, installation: Installation): Conversation {
  const bare = withoutThread(id);
  const isPlace = placesOfConversation(installation, bare).length > 0;
  const { serviceUrl } = installation;
  return {
    kind: isPlace ? 'channel' : canBePrivateChat(id) ? 'personal' : 'unknown',
    id: bare,
    ...defined({ thread: threadIn(id) }),
    tenant: undefined,
    serviceUrl,
    team: undefined,
  };
}

/**
 * Clients leave out the type or the group mark, and ids of group chats begin like those of private chats: a private
 * chat is what is called one and has no trace of a group.
 */
function kindOf(
  { id, conversationType, isGroup }: ConversationAccount,
  channelData: unknown,
): Conversation['kind'] {
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType;
  // Teams' own types promise a boolean; whatever else stands there is not the answer that nobody else reads.
  const mark: unknown = isGroup ?? false;
  const data = Object(channelData) as Readonly<Record<string, unknown>>;
  const ofGroup = marksOfGroup.some((name) => (data[name] ?? undefined) !== undefined);
  return conversationType === 'personal' && mark === false && !ofGroup && canBePrivateChat(id)
    ? 'personal'
    : 'unknown';
}
