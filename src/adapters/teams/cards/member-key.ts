/** A member of a conversation as a button names them: Teams' ids, which say nothing to whoever reads the card. */
export interface MemberKey {
  readonly conversation: string;
  readonly teamsId: string;
}

export function memberKey({ conversation, teamsId }: MemberKey): string {
  return `member ${conversation} ${teamsId}`;
}

/**
 * Undefined for what names no member. It comes from a card, so it says only whom to ask Teams for: where, is decided by
 * `conversationToAsk`, and who they are, by Teams' answer.
 */
export function readMemberKey(of: string): MemberKey | undefined {
  const [, conversation, teamsId] = /^member (\S+) (\S+)$/.exec(of) ?? [];
  return conversation === undefined || teamsId === undefined ? undefined : { conversation, teamsId };
}
