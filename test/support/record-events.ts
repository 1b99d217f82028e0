import { randomUUID } from 'node:crypto';
import { connectStores } from '../../src/adapters/mongo/connect';
import type { OrganisationEvent } from '../../src/domain/organisation/changes';
import type { Desk } from './desk';

/** As the bot itself records what is due, and all that follows has reached Teams. */
export async function recordsDue(desk: Desk, ...events: readonly OrganisationEvent[]): Promise<void> {
  const stores = await connectStores(desk.storeUri);
  const last = (await stores.organisation.changesSince(0)).at(-1);
  const change = {
    version: (last?.version ?? 0) + 1,
    at: desk.time,
    action: 'recordDue',
    commandId: randomUUID(),
    events,
  } as const;
  expect(await stores.organisation.append(change)).toBe(true);
  await stores.close();
  await desk.timePasses();
}
