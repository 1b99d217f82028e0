const threadMark = ';messageid=';

/** The channel or chat of a conversation id: what precedes `;messageid=`. */
export function baseConversationId(conversationId: string): string {
  const at = conversationId.indexOf(threadMark);
  return at < 0 ? conversationId : conversationId.slice(0, at);
}

/** The root message that a thread's conversation id names; undefined for a whole channel or a chat. */
export function threadRootId(conversationId: string): string | undefined {
  const at = conversationId.indexOf(threadMark);
  return at < 0 ? undefined : conversationId.slice(at + threadMark.length);
}

/** The conversation id of a thread in a channel. */
export function threadConversationId(channelId: string, rootId: string): string {
  return `${channelId}${threadMark}${rootId}`;
}
