import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { changeHash } from '../../../src/adapters/mongo/change-chain';
import type { ChangeDocument } from '../../../src/adapters/mongo/schemas/organisation-change-schema';
import { faithful } from '../../../src/adapters/mongo/stored-form';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { fillStore, findingsIn, relayAll, verified } from '../../support/verified-store';

type RawChange = Readonly<Record<string, unknown>> & { readonly _id: number };
interface RawDetails {
  readonly _id: string;
  readonly name: string;
}

describe('an organisation whose records somebody else writes to', () => {
  let server: RunningServer;
  let stores: MongoStores;
  beforeAll(async () => {
    server = await storeServer.start();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    stores = await connectStores(server.uri, { database: server.newDatabase() });
    await fillStore(stores);
  });
  afterEach(() => stores.close());

  const changes = () => stores.tickets.model.db.collection<RawChange>('organisationChanges');
  const details = () => stores.tickets.model.db.collection<RawDetails>('personDetails');
  const ledger = () => stores.tickets.model.db.collection<{ readonly _id: number }>('ledger');
  async function detailsOf(name: string): Promise<RawDetails> {
    const found = await details().findOne({ name });
    if (found === null) throw new Error('they are there');
    return found;
  }
  const anySeq = expect.any(Number) as number;

  it('given nobody did, then nothing is found, and every change was looked at', async () => {
    expect(await verified(stores)).toMatchObject({ found: [], organisationChanges: 3 });
  });

  it.each([
    ['an event', { 'events.1.person.organisation': 'sued' }],
    ['when it was', { at: new Date(0) }],
    ['who decided', { 'by.person': 'nobody' }],
    ['a field put in', { 'events.0.person.remark': 'x' }],
    ['the reference to the details', { 'events.0.person.detailsHash': 'f'.repeat(64) }],
    ['what it follows', { previousHash: 'f'.repeat(64) }],
  ])('given a change with something changed (%s), then its version is found', async (_what, fields) => {
    await changes().updateOne({ _id: 2 }, { $set: fields });
    expect(await findingsIn(stores)).toContainEqual({ kind: 'changeBroken', version: 2 });
  });

  it('given a change and every later hash made anew, then the ledger contradicts', async () => {
    let previousHash = '';
    for (const raw of await changes().find({}).sort({ _id: 1 }).toArray()) {
      const { _id: version, ...link } = faithful<ChangeDocument & { readonly schemaVersion: number }>(raw);
      const { previousHash: before, hash: former, anchorDue, schemaVersion, ...change } = link;
      const forged = version === 1 ? change : { ...change, commandId: `forged ${version}` };
      const hash = changeHash({ version, previousHash: previousHash || before, change: forged });
      await changes().updateOne(
        { _id: version },
        { $set: { commandId: forged.commandId, previousHash: previousHash || before, hash } },
      );
      previousHash = hash;
    }
    expect(await findingsIn(stores)).toEqual([
      { kind: 'changeReplaced', version: 2 },
      { kind: 'changeReplaced', version: 3 },
    ]);
  });

  it('given the last change removed, then the ledger misses it; one before it leaves a gap, too', async () => {
    const last = await changes().findOne({ _id: 3 });
    await changes().deleteOne({ _id: 3 });
    expect(await findingsIn(stores)).toEqual([{ kind: 'changeMissing', version: 3, seq: anySeq }]);
    if (last !== null) await changes().insertOne(last);
    expect(await findingsIn(stores)).toEqual([]);
    await changes().deleteOne({ _id: 2 });
    expect(await findingsIn(stores)).toEqual([
      { kind: 'changeMissing', version: 2, seq: anySeq },
      { kind: 'changeGap', version: 2 },
    ]);
  });

  it('given changes removed and the first import made again, then the ledger contradicts what stands in their place', async () => {
    await changes().deleteMany({});
    const events = [
      { type: 'organisationRecorded', organisation: { id: 'ost', name: 'Netz Ost', contactPeople: [] } },
    ] as const;
    await stores.organisation.append({
      version: 1,
      at: 0,
      action: 'importRecords',
      commandId: 'again',
      events,
    });
    await relayAll(stores);
    expect(await findingsIn(stores)).toEqual([
      { kind: 'changeMissing', version: 2, seq: anySeq },
      { kind: 'changeMissing', version: 3, seq: anySeq },
      { kind: 'changeReplaced', version: 1 },
    ]);
  });

  it('given a change inserted, or the ledger cut off, then it has no place in it; no document of another form passes', async () => {
    const last = await changes().findOne({ _id: 3 });
    await changes().insertOne({ ...last, _id: 'other', commandId: 'other' } as never);
    expect(await findingsIn(stores)).toEqual([{ kind: 'foreignChange' }]);
    await changes().deleteOne({ commandId: 'other' });
    await changes().updateOne({ _id: 3 }, { $set: { events: 'none' } });
    expect(await findingsIn(stores)).toEqual([{ kind: 'changeBroken', version: 3 }]);
    if (last !== null) await changes().replaceOne({ _id: 3 }, last);
    await ledger().deleteMany({ of: 'organisation', version: { $gte: 2 } });
    const found = await findingsIn(stores);
    expect(found.filter(({ kind }) => kind === 'changeNotAnchored')).toEqual([
      { kind: 'changeNotAnchored', version: 2 },
      { kind: 'changeNotAnchored', version: 3 },
    ]);
  });

  it('given the ledger removed and another made at a start, then changes that were in it do not get into the new one', async () => {
    await ledger().deleteMany({});
    const again = await connectStores(server.uri, { database: stores.tickets.model.db.name });
    await relayAll(again);
    await again.close();
    expect(await findingsIn(stores)).toEqual(
      [1, 2, 3].map((version) => ({ kind: 'changeNotAnchored', version })),
    );
  });

  it('given a name swapped for another, then their details are found by id, and never what they say', async () => {
    const [moved, stays] = [await detailsOf('Person moved'), await detailsOf('Person stays')];
    await details().updateOne({ _id: moved._id }, { $set: { name: stays.name } });
    await details().updateOne({ _id: stays._id }, { $set: { name: moved.name } });
    const found = await findingsIn(stores);
    expect(found).toEqual([
      { kind: 'detailsChanged', version: 1, entry: moved._id },
      { kind: 'detailsChanged', version: 1, entry: stays._id },
    ]);
    expect(JSON.stringify(found)).not.toContain('Person');
  });

  it('given details removed, then that is told apart from details that were changed; a copy that nobody refers to is none of it', async () => {
    const renamed = await detailsOf('Person renamed');
    await details().insertOne({ ...renamed, _id: 'left behind' });
    expect(await findingsIn(stores)).toEqual([]);
    await details().deleteOne({ _id: renamed._id });
    expect(await findingsIn(stores)).toEqual([{ kind: 'detailsMissing', version: 3, entry: renamed._id }]);
  });

  it('given fields of which form the documents are, then they are left alone', async () => {
    await changes().updateMany({}, { $set: { schemaVersion: 2 } });
    await details().updateMany({}, { $set: { schemaVersion: 2 } });
    expect(await findingsIn(stores)).toEqual([]);
  });
});
