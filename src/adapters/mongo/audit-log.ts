import type { Connection, Model } from 'mongoose';
import type { AuditLog, ContentReading, RefusedAttempt } from '../../app/ports/audit-log';
import { contentReadingSchema, refusedAttemptSchema } from './schemas/small-schemas';
import { fitting } from './store-errors';
import { storable } from './stored-form';

const attempts = 'refusedAttempts';
const readings = 'contentReadings';

/** Refused attempts and readings in MongoDB (process 10): ids and codes, nothing typed. */
export class MongoAuditLog implements AuditLog {
  readonly attempts: Model<RefusedAttempt>;
  readonly readings: Model<ContentReading>;

  constructor(connection: Connection) {
    this.attempts = connection.model<RefusedAttempt>('RefusedAttempt', refusedAttemptSchema, attempts);
    this.readings = connection.model<ContentReading>('ContentReading', contentReadingSchema, readings);
  }

  async refused(attempt: RefusedAttempt): Promise<void> {
    await fitting(attempts, () => new this.attempts(storable(attempt)).save());
  }

  async contentRead(reading: ContentReading): Promise<void> {
    await fitting(readings, () => new this.readings(storable(reading)).save());
  }
}
