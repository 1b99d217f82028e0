import type { ChannelAddress } from '../../domain/organisation/installation';
import type { Member } from '../../domain/organisation/newcomers';

/** The conversation whose members are asked for, and where Teams answers for it. */
export type ConversationToAsk = Pick<ChannelAddress, 'conversation' | 'serviceUrl'>;

/**
 * Who is in a conversation. Left out are the bot and those of whom Teams gives no Entra id or nothing to call them by.
 * What Teams does not tell in time is undefined, and so is what it refuses, as in a shared channel without consent; nothing
 * rejects.
 */
export interface Rosters {
  /** All of them, as of a few minutes ago at most. */
  membersOf(conversation: ConversationToAsk): Promise<readonly Member[] | undefined>;
  /** The one of a Teams id; undefined also where they are not in it any more. */
  memberOf(conversation: ConversationToAsk, teamsId: string): Promise<Member | undefined>;
}
