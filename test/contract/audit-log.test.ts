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
    const projection = { _id: 0, anchorDue: 0, schemaVersion: 0 };
    const found = await model.collection.find({}, { projection }).toArray();
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

  it('given entries, then each waits for its place in the ledger until it has one, in order, and twice the same are two', async () => {
    const { audit } = stores();
    await audit.refused(attempt);
    await audit.contentRead(reading);
    await audit.refused(attempt);
    const [first, second] = await audit.withAnchorDue(2);
    expect(first).toMatchObject({ kind: 'audit', version: 0, at: sampleTime });
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(second.subjectHash).not.toBe(first.subjectHash);
    await audit.anchored([first, second]);
    const [third, ...more] = await audit.withAnchorDue(2);
    expect(third?.subjectHash).toBe(first.subjectHash);
    expect(third?.of).not.toBe(first.of);
    expect(more).toEqual([]);
    await audit.anchored(third === undefined ? [] : [third]);
    expect(await audit.withAnchorDue(2)).toEqual([]);
    expect(await kept(audit, 'attempts')).toEqual([attempt, attempt]);
    expect(await kept(audit, 'readings')).toEqual([reading]);
  });
});
