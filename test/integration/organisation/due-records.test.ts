import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { handleOrganisationCommand } from '../../../src/app/handle-organisation-command';
import { createDueRecords } from '../../../src/app/record-due';
import { openDirectory } from '../../../src/app/recorded-directory';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { contract, withRepositories } from '../../support/contract-story';
import { berlin } from '../../support/given';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { findingsIn, relayAll } from '../../support/verified-store';

/** On Wed 10.06.2026 one contract begins; one that has run for long ends in 20 days. */
const file = withRepositories([
  contract('2026-06-10', undefined, { id: 'begins' }),
  contract('2024-01-01', '2026-06-30', { id: 'ends', module: 'outage' }),
]);

describe('what time brings to the organisation, on a store of several processes (process 8)', () => {
  let server: RunningServer;
  let connected: readonly MongoStores[];
  let now: number;
  beforeEach(async () => {
    server = await storeServer.start();
    const database = server.newDatabase();
    connected = [
      await connectStores(server.uri, { database }),
      await connectStores(server.uri, { database }),
    ];
    now = berlin('2026-06-10T10:00');
  });
  afterEach(async () => {
    for (const stores of connected) await stores.close();
    await server.close();
  });

  async function process(stores: MongoStores) {
    const clock = { now: () => now };
    const newCommandId = () => 'first import';
    const recorded = await openDirectory({ ...stores, file, clock, newCommandId });
    const told: number[] = [];
    const effectsWaiting = () => undefined;
    const dueRecords = createDueRecords({
      ...stores,
      recorded,
      effectsWaiting,
      report: ({ records }) => told.push(records),
    });
    return { ...stores, stores, recorded, clock, effectsWaiting, told, run: () => dueRecords.run(now) };
  }

  it('given two processes that look at once, day after day, then each thing is recorded once, and the chain of changes holds', async () => {
    const [one, other] = await Promise.all(connected.map(process));
    if (one === undefined || other === undefined) throw new Error('there are two');
    const look = () => Promise.all([one.run(), other.run()]);
    await look();
    expect([...one.told, ...other.told]).toEqual([2]);

    const [task] = one.recorded.records().accessTasks.filter(({ outcome }) => outcome === undefined);
    const command = { type: 'completeAccess', task: task?.id ?? '', reference: 'konto-4711' } as const;
    const input = { person: 'platform', command, commandId: 'done' };
    expect(await handleOrganisationCommand(other, input)).toMatchObject({ kind: 'done' });
    now = berlin('2026-06-10T10:01');
    expect(await handleOrganisationCommand(one, { ...input, commandId: 'again' })).toMatchObject({
      refusal: { code: 'accessSettled' },
    });

    for (const day of ['2026-06-23', '2026-06-30', '2026-07-01', '2026-07-06', '2026-07-07']) {
      now = berlin(`${day}T10:00`);
      await Promise.all([one.recorded.refresh(), other.recorded.refresh()]);
      await look();
    }
    const changes = await one.organisation.changesSince(0);
    expect(changes.map(({ action, events }) => `${action} ${events.length}`).slice(1)).toEqual([
      'recordDue 2',
      'completeAccess 1',
      // 7 days before the end; kept out from the day after on; reminded of after two service days.
      ...['recordDue 1', 'recordDue 1', 'recordDue 1'],
    ]);
    expect(one.recorded.records().accessTasks).toMatchObject([
      { id: 'grant.nord.outage.1', outcome: { kind: 'takenOver' } },
      { id: 'grant.nord.journal.1', outcome: { kind: 'done', by: 'platform', reference: 'konto-4711' } },
      { id: 'revoke.nord.outage.2', reminders: 1 },
    ]);
    await relayAll(one.stores);
    expect(await findingsIn(one.stores)).toEqual([]);
  });
});

describe('the bot at work', () => {
  const open = deskOfEachTest();

  it('given a contract that begins today, when the bot looks for what is due, then its task is recorded by itself; access of those that run was there before', async () => {
    const desk = await open({
      organisation: (sample) => ({
        ...sample,
        contracts: sample.contracts.map((each, index) =>
          index === 0 ? { ...each, from: '2026-06-10' } : each,
        ),
      }),
    });
    await desk.timePasses();
    const stores = await connectStores(desk.storeUri);
    const [imported, due, ...others] = await stores.organisation.changesSince(0);
    await stores.close();
    const tasksIn = (change = imported) =>
      (change?.events ?? []).flatMap((event) => (event.type === 'accessTaskRecorded' ? [event.task] : []));
    expect(tasksIn().length).toBeGreaterThan(0);
    expect(tasksIn().every(({ outcome }) => outcome?.kind === 'takenOver')).toBe(true);
    expect(due).toMatchObject({ action: 'recordDue' });
    expect(tasksIn(due)).toMatchObject([{ kind: 'grant', reminders: 0 }]);
    expect(others).toEqual([]);
  });
});
