/** The id of a channel's thread as a conversation: '19:…@thread.tacv2;messageid=<its first message>'. */
export function threadId(channel: string, firstMessage: string): string {
  return `${channel};messageid=${firstMessage}`;
}

/** All threads of a channel are one conversation; an id that names no thread stays as it is. */
export function withoutThread(conversationId: string): string {
  const [channel = conversationId] = conversationId.split(';');
  return channel;
}

/** The message that the thread began with; undefined for an id that names no thread. */
export function threadIn(conversationId: string): string | undefined {
  return /;messageid=([^;]+)/.exec(conversationId)?.[1];
}
