/**
 * Whether the id can be one of a private chat. Channels, group chats and meetings are threads ('19:…@thread.…'), what
 * stands after a semicolon names a thread, and no id of Teams holds a blank.
 */
export function canBePrivateChat(conversationId: string): boolean {
  return !/;|\s|@thread\./i.test(conversationId);
}
