import type { Connection, Model } from 'mongoose';
import type { AuditLog, RefusedAttempt } from '../../app/ports/audit-log';
import { refusedAttemptSchema } from './schemas/small-schemas';
import { fitting } from './store-errors';
import { storable } from './stored-form';

const collection = 'refusedAttempts';

/** Refused attempts in MongoDB (process 10): ids and codes, nothing typed. */
export class MongoAuditLog implements AuditLog {
  readonly model: Model<RefusedAttempt>;

  constructor(connection: Connection) {
    this.model = connection.model<RefusedAttempt>('RefusedAttempt', refusedAttemptSchema, collection);
  }

  async refused(attempt: RefusedAttempt): Promise<void> {
    await fitting(collection, () => new this.model(storable(attempt)).save());
  }
}
