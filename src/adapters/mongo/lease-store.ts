import type { Connection, Model } from 'mongoose';
import type { LeaseStore } from '../../app/ports/lease-store';
import type { Instant } from '../../domain/instant';
import { leaseSchema } from './schemas/small-schemas';
import { againOnDuplicateKey, fitting, isDuplicateKey } from './store-errors';

const collection = 'leases';
/** All leases of one name have the same length; twice that allows for slightly different clocks. */
const plausibleTerms = 2;

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly until: Instant;
}

/** Leases in MongoDB. The unique `_id` decides between simultaneous holders. */
export class MongoLeaseStore implements LeaseStore {
  readonly model: Model<LeaseDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<LeaseDocument>('Lease', leaseSchema, collection);
  }

  async hold(name: string, holder: string, now: Instant, until: Instant): Promise<boolean> {
    // A lease that lasts much longer than ours would was taken under a clock that has since been put back.
    const implausible = now + plausibleTerms * (until - now);
    const free = [{ holder: { $eq: holder } }, { until: { $lte: now } }, { until: { $gt: implausible } }];
    const take = () =>
      this.model
        .updateOne(
          { _id: { $eq: name }, $or: free },
          { $set: { holder, until } },
          { upsert: true, runValidators: true },
        )
        .exec();
    try {
      // The second try is for a holder that collided with itself, or a lease that expired in between.
      await fitting(collection, () => againOnDuplicateKey(take));
      return true;
    } catch (error) {
      // No free lease was found, and the name is taken.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async release(name: string, holder: string): Promise<void> {
    await fitting(collection, () => this.model.deleteOne({ _id: { $eq: name }, holder: { $eq: holder } }));
  }
}
