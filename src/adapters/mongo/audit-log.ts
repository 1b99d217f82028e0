import { type Connection, type Model, mongo } from 'mongoose';
import type { AuditLog, ContentReading, RefusedAttempt } from '../../app/ports/audit-log';
import type { LedgerSubject } from '../../app/ports/ledger';
import { auditCollections, auditSubject, type RawAuditEntry } from './audit-entries';
import { contentReadingSchema, refusedAttemptSchema } from './schemas/small-schemas';
import { fitting } from './store-errors';
import { storable } from './stored-form';

type MarkedEntry = RawAuditEntry & { readonly _id: mongo.ObjectId };

/** Refused attempts and readings in MongoDB (process 10): ids and codes, nothing typed. */
export class MongoAuditLog implements AuditLog {
  readonly attempts: Model<RefusedAttempt>;
  readonly readings: Model<ContentReading>;

  constructor(private readonly connection: Connection) {
    const [attempts, readings] = auditCollections;
    this.attempts = connection.model<RefusedAttempt>('RefusedAttempt', refusedAttemptSchema, attempts);
    this.readings = connection.model<ContentReading>('ContentReading', contentReadingSchema, readings);
  }

  async refused(attempt: RefusedAttempt): Promise<void> {
    await fitting(this.attempts.collection.name, () => new this.attempts(storable(attempt)).save());
  }

  async contentRead(reading: ContentReading): Promise<void> {
    await fitting(this.readings.collection.name, () => new this.readings(storable(reading)).save());
  }

  async withAnchorDue(limit: number): Promise<readonly LedgerSubject[]> {
    const marked = await Promise.all(
      this.raw().map((each) => each.find({ anchorDue: true }).sort({ _id: 1 }).limit(limit).toArray()),
    );
    return marked
      .flat()
      .sort((one, other) => Buffer.compare(one._id.id, other._id.id))
      .slice(0, limit)
      .map(auditSubject);
  }

  async anchored(subjects: readonly LedgerSubject[]): Promise<void> {
    const ids = subjects.map(({ of }) => new mongo.ObjectId(of));
    if (ids.length === 0) return;
    for (const each of this.raw()) await each.updateMany({ _id: { $in: ids } }, { $unset: { anchorDue: 1 } });
  }

  /** Past the schemas: the ledger vouches for what is stored, not for what a schema makes of it. */
  private raw() {
    return auditCollections.map((name) => this.connection.collection<MarkedEntry>(name));
  }
}
