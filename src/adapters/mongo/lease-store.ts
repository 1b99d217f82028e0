import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { LeaseRecord, LeaseStore } from '../../app/ports/lease-store';
import { leaseSchema } from './schemas/small-schemas';
import { fitting, isDuplicateKey } from './store-errors';
import { fromStored } from './stored-form';

const collection = 'leases';

interface LeaseDocument extends LeaseRecord {
  readonly _id: string;
}

/** Leases in MongoDB. The unique `_id` decides between simultaneous first holders, the guarded write between later ones. */
export class MongoLeaseStore implements LeaseStore {
  readonly model: Model<LeaseDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<LeaseDocument>('Lease', leaseSchema, collection);
  }

  async find(name: string): Promise<LeaseRecord | undefined> {
    const found = await fitting(collection, () => this.model.findOne({ _id: { $eq: name } }).lean());
    if (found === null) return undefined;
    const { holder, term } = fromStored<LeaseDocument>(found);
    return { holder, term };
  }

  async replace(
    name: string,
    expected: LeaseRecord | undefined,
    holder: string,
  ): Promise<LeaseRecord | undefined> {
    const next = { holder, term: randomUUID() };
    const written = await (expected === undefined
      ? this.insert(name, next)
      : this.update(name, expected, next));
    return written ? next : undefined;
  }

  async release(name: string, holder: string): Promise<void> {
    await fitting(collection, () => this.model.deleteOne({ _id: { $eq: name }, holder: { $eq: holder } }));
  }

  private async insert(name: string, next: LeaseRecord): Promise<boolean> {
    try {
      await fitting(collection, () => this.model.create({ _id: name, ...next }));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  private async update(name: string, expected: LeaseRecord, next: LeaseRecord): Promise<boolean> {
    const { holder, term } = expected;
    const { matchedCount } = await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: name }, holder: { $eq: holder }, term: { $eq: term } },
        { $set: next },
        { runValidators: true },
      ),
    );
    return matchedCount === 1;
  }
}
