import { isReadable } from '../../../src/app/ports/ticket-store';
import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { assigned } from '../../support/given';
import { eventsAs, findingsIn, relayAll, reorganise, writeTicket } from '../../support/verified-store';

describe('the ledger of several processes', () => {
  let server: RunningServer;
  let processes: readonly MongoStores[];
  beforeEach(async () => {
    server = await storeServer.start();
    const database = server.newDatabase();
    processes = [
      await connectStores(server.uri, { database }),
      await connectStores(server.uri, { database }),
    ];
  });
  afterEach(async () => {
    for (const stores of processes) await stores.close();
    await server.close();
  });

  const numberOf = (index: number) => `SP-2026-${String(index).padStart(4, '0')}`;

  it('given both write and anchor at once, then one chain without gaps has each head once, and nothing is found meanwhile or after', async () => {
    const [one] = processes;
    if (one === undefined) throw new Error('there are two');
    await Promise.all(
      processes.map(async (stores, which) => {
        for (const index of [1, 2, 3]) {
          const number = numberOf(10 * which + index);
          await writeTicket(stores, eventsAs(number, assigned()));
          await Promise.all(processes.map(relayAll));
          expect(await findingsIn(stores)).toEqual([]);
        }
      }),
    );
    expect(await findingsIn(one)).toEqual([]);
    const ledger = one.ledger.model;
    expect(await ledger.countDocuments({ kind: 'ticket' })).toBeGreaterThanOrEqual(6);
    expect((await one.ledger.head())?.seq).toBe(await ledger.countDocuments({}));
  });

  it('given a kill between a write and its place in the ledger, then nothing is found, and the next pass makes up for it', async () => {
    const [one, other] = processes;
    if (one === undefined || other === undefined) throw new Error('there are two');
    const events = eventsAs(numberOf(1), assigned());
    await writeTicket(one, events);
    const refusal = {
      at: 1,
      person: 'nord-1',
      role: 'operator',
      action: 'accept',
      code: 'notPermitted',
    } as const;
    await one.audit.refused(refusal);
    expect(await findingsIn(other)).toEqual([]);
    // Killed after the ledger, before the marks are removed.
    const [record] = (await one.tickets.withEffectsDue(1, 1)).filter(isReadable);
    await one.ledger.anchor([
      {
        kind: 'ticket',
        of: numberOf(1),
        version: events.length,
        subjectHash: record?.historyHash ?? '',
        at: events.at(-1)?.at ?? 0,
      },
    ]);
    await one.ledger.anchor(await one.audit.withAnchorDue(1));
    expect(await findingsIn(other)).toEqual([]);
    const before = await other.ledger.head();
    await relayAll(other);
    expect(await findingsIn(other)).toEqual([]);
    expect(await other.ledger.head()).toEqual(before);
    expect(await other.audit.withAnchorDue(1)).toEqual([]);
  });

  it('given changes of the organisation, also with a kill before their marks are removed, then each gets one place in the ledger', async () => {
    const [one, other] = processes;
    if (one === undefined || other === undefined) throw new Error('there are two');
    await reorganise(one, 1, 2);
    await one.ledger.anchor(await one.organisation.withAnchorDue(1));
    await reorganise(one, 3, 3);
    await Promise.all(processes.map(relayAll));
    expect(await other.organisation.withAnchorDue(9)).toEqual([]);
    const anchored = await other.ledger.model.find({ kind: 'organisation' }).sort({ _id: 1 }).lean();
    expect(anchored.map(({ of, version }) => [of, version])).toEqual([
      ['organisation', 1],
      ['organisation', 2],
      ['organisation', 3],
    ]);
    expect(await findingsIn(other)).toEqual([]);
  });

  it('given data from before the ledger, when both start at once, then it is anchored once, in the order of numbers', async () => {
    const [one] = processes;
    if (one === undefined) throw new Error('there are two');
    for (const index of [2, 1]) await writeTicket(one, eventsAs(numberOf(index), assigned()));
    await relayAll(one);
    await one.ledger.model.deleteMany({});
    const { name } = one.ledger.model.db;
    const starts = await Promise.all([1, 2].map(() => connectStores(server.uri, { database: name })));
    for (const stores of starts) await stores.close();
    expect(await findingsIn(one)).toEqual([]);
    const subjects = (await one.ledger.model.find({}).sort({ _id: 1 }).lean()).map(({ of }) => of);
    expect(subjects).toEqual([numberOf(1), numberOf(2), 'ledger']);
  });
});
