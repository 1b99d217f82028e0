import type { Connection, Model } from 'mongoose';
import { channelKey } from '../../app/messages/lane';
import { defined } from '../../defined';
import type { ConversationReference, ConversationStore } from '../../app/ports/conversation-store';
import { conversationSchema } from './schemas/small-schemas';
import { setWhole } from './set-whole';
import { fitting } from './store-errors';
import { fromStored, storable } from './stored-form';

const collection = 'conversations';

interface ConversationDocument extends Omit<ConversationReference, 'laneKey'> {
  readonly _id: string;
}

/** How each lane was last reached, in MongoDB. */
export class MongoConversationStore implements ConversationStore {
  readonly model: Model<ConversationDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<ConversationDocument>('Conversation', conversationSchema, collection);
  }

  async find(laneKey: string): Promise<ConversationReference | undefined> {
    const found = await fitting(collection, () => this.model.findOne({ _id: { $eq: laneKey } }).lean());
    return found === null ? undefined : toReference(found);
  }

  async newestOf(tenant: string): Promise<ConversationReference | undefined> {
    const found = await fitting(collection, () =>
      this.model
        .findOne({ tenant: { $eq: tenant } })
        .sort({ seenAt: -1, _id: 1 })
        .lean(),
    );
    return found === null ? undefined : toReference(found);
  }

  async save({ laneKey, ...reference }: ConversationReference): Promise<void> {
    await setWhole(this.model, { ...storable(reference), _id: laneKey });
  }

  async forgetPrivateChats(conversation: string): Promise<void> {
    await fitting(collection, () =>
      this.model.deleteMany({
        conversation: { $eq: conversation },
        _id: { $ne: channelKey(conversation) },
      }),
    );
  }
}

function toReference(stored: object): ConversationReference {
  const { _id, conversation, serviceUrl, tenant, seenAt, identity } =
    fromStored<ConversationDocument>(stored);
  return { laneKey: _id, conversation, serviceUrl, tenant, seenAt, ...defined({ identity }) };
}
