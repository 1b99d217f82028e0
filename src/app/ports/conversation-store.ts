import type { Instant } from '../../domain/instant';
import type { Identity } from '../../domain/organisation/installation';

/** How to reach a person's private chat or a channel; refreshed by every inbound activity. */
export interface ConversationReference {
  /**
   * 'person:<id>' or 'channel:<conversation>', the key of the lane; 'newcomer:<conversation>' for the private chat of
   * somebody who is not known yet.
   */
  readonly laneKey: string;
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly tenant: string;
  /** Whose private chat it is: a person's id may be somebody else's later. Unknown for a channel, and for what earlier versions kept. */
  readonly identity?: Identity;
  readonly seenAt: Instant;
}

export interface ConversationStore {
  find(laneKey: string): Promise<ConversationReference | undefined>;
  /** The one of the tenant that was seen last, of whatever lane. */
  newestOf(tenant: string): Promise<ConversationReference | undefined>;
  save(reference: ConversationReference): Promise<void>;
  /** The conversation is nobody's private chat (any more); the next send to them opens a new one. A channel's reference stays. */
  forgetPrivateChats(conversation: string): Promise<void>;
}
