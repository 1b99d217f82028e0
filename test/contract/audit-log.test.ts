import { MongoAuditLog } from '../../src/adapters/mongo/audit-log';
import type { AuditLog, ContentReading, RefusedAttempt } from '../../src/app/ports/audit-log';
import { InMemoryAuditLog } from '../support/in-memory-stores/in-memory-small-stores';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const withoutTicket: RefusedAttempt = {
  at: sampleTime,
  person: 'nord-1',
  role: 'operator',
  action: 'accept',
  code: 'notPermitted',
};
const attempt: RefusedAttempt = { ...withoutTicket, ticket: 'SP-2026-0001' };

const reading: ContentReading = {
  at: sampleTime,
  person: 'nord-1',
  role: 'operator',
  ticket: 'SP-2026-0001',
  what: 'content',
};

/** The port only writes; what it kept is read behind its back. */
async function kept(log: AuditLog, what: 'attempts' | 'readings'): Promise<readonly unknown[]> {
  if (log instanceof InMemoryAuditLog) return log[what];
  if (log instanceof MongoAuditLog) {
    const model = what === 'attempts' ? log.attempts : log.readings;
    const found = await model.collection.find({}, { projection: { _id: 0 } }).toArray();
    return found.map((each) => ({ ...each, at: (each['at'] as Date).getTime() }));
  }
  throw new Error('an audit log that this suite cannot read');
}

describe.each(storesUnderTest)('AuditLog on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given refused attempts, when recorded, then each is kept, also twice the same', async () => {
    const { audit } = stores();
    await audit.refused(attempt);
    await audit.refused(attempt);
    await audit.refused(withoutTicket);
    expect(await kept(audit, 'attempts')).toEqual([attempt, attempt, withoutTicket]);
  });

  it('given readings of content, when recorded, then each is kept, apart from the attempts', async () => {
    const { audit } = stores();
    const later = { ...reading, at: sampleTime + 1, what: 'proposePlan' };
    await audit.contentRead(reading);
    await audit.contentRead(reading);
    await audit.contentRead(later);
    expect(await kept(audit, 'readings')).toEqual([reading, reading, later]);
    expect(await kept(audit, 'attempts')).toEqual([]);
  });
});
