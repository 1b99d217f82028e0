import type { Connection, Model } from 'mongoose';
import type { PostId, PostStore, TypedTextInPost } from '../../app/ports/post-store';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { postSchema } from './schemas/delivery-schema';
import { setWhole } from './set-whole';
import { fitting } from './store-errors';
import { fromStored, storable } from './stored-form';

const collection = 'posts';

interface PostDocument extends TypedTextInPost {
  readonly _id: string;
}

/** Where typed texts stand beside the tracked cards, in MongoDB: one document per post and ticket. */
export class MongoPostStore implements PostStore {
  readonly model: Model<PostDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<PostDocument>('Post', postSchema, collection);
  }

  async remember(shown: readonly TypedTextInPost[]): Promise<void> {
    for (const each of shown) {
      // Every field is required, so setting all of them replaces the document.
      await setWhole(this.model, { ...storable(each), _id: keyOf(each) });
    }
  }

  showing(ticket: TicketNumber): Promise<readonly TypedTextInPost[]> {
    return this.found({ ticket: { $eq: ticket } });
  }

  inPost({ conversation, activityId }: PostId): Promise<readonly TypedTextInPost[]> {
    return this.found({ conversation: { $eq: conversation }, activityId: { $eq: activityId } });
  }

  page(
    after: (PostId & { readonly ticket: TicketNumber }) | undefined,
    limit: number,
  ): Promise<readonly TypedTextInPost[]> {
    return this.found({ _id: { $gt: after === undefined ? '' : keyOf(after) } }, limit);
  }

  async forget(shown: readonly TypedTextInPost[]): Promise<void> {
    for (const each of shown) {
      await fitting(collection, () =>
        this.model.deleteOne({ _id: { $eq: keyOf(each) }, revision: { $eq: each.revision } }),
      );
    }
  }

  private async found(
    query: Readonly<Record<string, unknown>>,
    limit = 0,
  ): Promise<readonly TypedTextInPost[]> {
    const found = await fitting(collection, () =>
      this.model.find(query).sort({ _id: 1 }).limit(limit).lean(),
    );
    return found.map(toShown);
  }
}

function keyOf({ conversation, activityId, ticket }: PostId & { readonly ticket: TicketNumber }): string {
  return `${conversation} ${activityId} ${ticket}`;
}

function toShown(stored: object): TypedTextInPost {
  const { ticket, conversation, activityId, lane, place, revision } = fromStored<PostDocument>(stored);
  return { ticket, conversation, activityId, lane, place, revision };
}
