import { MongoAuditLog } from '../../src/adapters/mongo/audit-log';
import type { AuditLog, RefusedAttempt } from '../../src/app/ports/audit-log';
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

/** The port only writes; what it kept is read behind its back. */
async function kept(log: AuditLog): Promise<readonly unknown[]> {
  if (log instanceof InMemoryAuditLog) return log.attempts;
  if (log instanceof MongoAuditLog) {
    const found = await log.model.find({}, { _id: 0 }).lean<(object & { at: Date })[]>();
    return found.map((each) => ({ ...each, at: each.at.getTime() }));
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
    expect(await kept(audit)).toEqual([attempt, attempt, withoutTicket]);
  });
});
