import type { ChannelAddress } from '../../../domain/organisation/installation';

/** A link that opens the channel at the message; the first message of a thread is its own parent. */
export function messageLink({ tenant, team, conversation }: ChannelAddress, messageId: string): string {
  const path = `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${encodeURIComponent(messageId)}`;
  const query = new URLSearchParams({ tenantId: tenant, groupId: team, parentMessageId: messageId });
  return `${path}?${query.toString()}`;
}
