import type { Place } from '../../domain/organisation/place';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { Lane } from '../messages/lane';

/**
 * One of the tickets whose typed texts a post shows. Posts are what the bot has sent and does not keep up to date: lists,
 * overviews, digests, copies. A ticket's own cards are tracked (card-store).
 */
export interface TypedTextInPost {
  readonly ticket: TicketNumber;
  /** Without the thread. */
  readonly conversation: string;
  readonly activityId: string;
  readonly lane: Lane;
  readonly place: Place;
  /** Another one each time that the post shows something; what is decided for an older one says nothing of this one. */
  readonly revision: string;
}

export type PostId = Pick<TypedTextInPost, 'conversation' | 'activityId'>;

export interface PostStore {
  /** Inserts or replaces those of (post, ticket). */
  remember(shown: readonly TypedTextInPost[]): Promise<void>;
  /** By post. */
  showing(ticket: TicketNumber): Promise<readonly TypedTextInPost[]>;
  /** By ticket. */
  inPost(post: PostId): Promise<readonly TypedTextInPost[]>;
  /** The next ones after a post and ticket, or the first ones; by post and ticket. */
  page(
    after: (PostId & { readonly ticket: TicketNumber }) | undefined,
    limit: number,
  ): Promise<readonly TypedTextInPost[]>;
  /** Leaves those alone that have been remembered again since. */
  forget(shown: readonly TypedTextInPost[]): Promise<void>;
}
