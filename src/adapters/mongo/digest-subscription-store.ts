import type { Connection, Model } from 'mongoose';
import type { DigestSubscriptionStore } from '../../app/ports/digest-subscription-store';
import type { Instant } from '../../domain/instant';
import type { OrganisationId } from '../../domain/organisation/installation';
import { insertMissing } from './insert-missing';
import { digestSubscriptionSchema } from './schemas/small-schemas';
import { fitting } from './store-errors';

const collection = 'digestSubscriptions';

interface SubscriptionDocument {
  readonly _id: OrganisationId;
  readonly since: Instant;
}

/** Subscriptions to the daily digest in MongoDB: one document per operator. */
export class MongoDigestSubscriptionStore implements DigestSubscriptionStore {
  readonly model: Model<SubscriptionDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<SubscriptionDocument>(
      'DigestSubscription',
      digestSubscriptionSchema,
      collection,
    );
  }

  subscribe(operator: OrganisationId, since: Instant): Promise<void> {
    return insertMissing(this.model, [{ _id: operator, since }]);
  }

  async unsubscribe(operator: OrganisationId): Promise<void> {
    await fitting(collection, () => this.model.deleteOne({ _id: { $eq: operator } }));
  }

  async subscribers(): Promise<readonly OrganisationId[]> {
    const found = await this.model
      .find({}, { _id: 1 })
      .sort({ _id: 1 })
      .lean<{ readonly _id: OrganisationId }[]>();
    return found.map(({ _id }) => _id);
  }
}
