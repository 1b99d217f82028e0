import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { chain } from '../../../src/adapters/mongo/history-chain';
import { toStoredEvent } from '../../../src/adapters/mongo/ticket-document';
import { replay } from '../../../src/domain/ticket/evolve';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { assigned, requested } from '../../support/given';
import {
  eventsAs,
  fillStore,
  findingsIn,
  numbers,
  relayAll,
  verified,
  writeTicket,
} from '../../support/verified-store';
import { everyEvent } from '../../support/tickets';

const [first, second, third] = numbers;

interface RawLink {
  readonly seq: number;
  readonly hash: string;
}
interface RawTicket {
  readonly _id: string;
  readonly version: number;
  readonly historyHash: string;
  readonly events: readonly RawLink[];
}
/** Its `_id` is whatever it is. */
type RawAny = Readonly<Record<string, unknown>> & { readonly _id: string };

describe('a store that somebody else writes to', () => {
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

  const tickets = () => stores.tickets.model.db.collection<RawTicket>('tickets');
  const ledger = () => stores.tickets.model.db.collection<RawAny>('ledger');
  const audit = () => stores.tickets.model.db.collection<RawAny>('refusedAttempts');
  const reactions = () => stores.tickets.model.db.collection<RawAny>('reactions');
  async function ticket(number: string): Promise<RawTicket> {
    const found = await tickets().findOne({ _id: number });
    if (found === null) throw new Error('it is there');
    return found;
  }

  it('given nobody did, then nothing is found, and everything was looked at', async () => {
    const { found, head, ...counts } = await verified(stores);
    expect(found).toEqual([]);
    const entries = await ledger().countDocuments({});
    // What opens it, three heads, the third ticket once more, three refused attempts, three changes of the organisation.
    expect(entries).toBe(1 + 3 + 1 + 3 + 3);
    expect(head).toEqual(await stores.ledger.head());
    const events = (await tickets().find({}).toArray()).reduce((sum, each) => sum + each.events.length, 0);
    expect(counts).toEqual({
      tickets: 3,
      events,
      ledgerEntries: entries,
      auditEntries: 3,
      organisationChanges: 3,
      reactions: 3,
      timersCompared: true,
      findings: 0,
    });
    expect(await findingsIn(stores, { kept: head })).toEqual([]);
  });

  it('given an event changed, then its ticket and version are found, and that state and reports are no longer what it says', async () => {
    await tickets().updateOne({ _id: first }, { $set: { 'events.2.by': 'somebody-else' } });
    expect(await findingsIn(stores)).toContainEqual({ kind: 'historyBroken', ticket: first, version: 3 });
  });

  it('given an event changed and every later hash of the ticket made anew, then the ledger contradicts', async () => {
    const { events } = (await stores.tickets.find(second)) ?? { events: [] };
    const forged = events.map((event, index) => (index === 2 ? { ...event, by: 'somebody-else' } : event));
    const links = chain(forged);
    await tickets().updateOne(
      { _id: second },
      {
        $set: {
          events: links.map((link) => ({ ...toStoredEvent(link), at: new Date(link.event.at) })),
          historyHash: links.at(-1)?.hash ?? '',
        },
      },
    );
    expect(await findingsIn(stores)).toContainEqual({
      kind: 'historyReplaced',
      ticket: second,
      version: events.length,
    });
  });

  it('given two events swapped, then the first of them is found', async () => {
    const { events } = await ticket(first);
    const [one, two] = events.slice(1, 3);
    await tickets().updateOne({ _id: first }, { $set: { 'events.1': two, 'events.2': one } as never });
    expect(await findingsIn(stores)).toContainEqual({ kind: 'historyBroken', ticket: first, version: 2 });
  });

  it('given the newest event removed and the hash set back, then the version that the ledger knows is missing', async () => {
    const { events, version } = await ticket(third);
    const record = await stores.tickets.find(third);
    const before = replay(record?.events.slice(0, -1) ?? []);
    await tickets().updateOne(
      { _id: third },
      {
        $set: {
          events: events.slice(0, -1),
          historyHash: events.at(-2)?.hash ?? '',
          version: version - 1,
          effectsPlanned: version - 1,
          'ticket.version': before.version,
          'ticket.state': before.state,
        } as never,
      },
    );
    expect(await findingsIn(stores)).toContainEqual({ kind: 'versionMissing', ticket: third, version });
  });

  it('given a result flipped in the reports, then the ticket and cycle are found, and nothing else', async () => {
    await reactions().updateOne({ _id: `${first}:1` }, { $set: { result: 'missed' } });
    expect(await findingsIn(stores)).toEqual([{ kind: 'reactionDiffers', ticket: first, cycle: 1 }]);
  });

  it('given a ticket deleted, with all that was derived from it, then the ledger misses it', async () => {
    await tickets().deleteOne({ _id: second });
    await reactions().deleteOne({ _id: `${second}:1` });
    expect(await findingsIn(stores)).toEqual([
      {
        kind: 'ticketMissing',
        ticket: second,
        version: expect.any(Number) as number,
        seq: expect.any(Number) as number,
      },
    ]);
  });

  it('given an audit entry deleted, changed, inserted or two swapped, then each is found', async () => {
    const entries = await audit().find({}).sort({ _id: 1 }).toArray();
    const [one, two, three] = [at(entries, 0), at(entries, 1), at(entries, 2)];
    await audit().deleteOne({ _id: one._id });
    expect(await findingsIn(stores)).toEqual([
      { kind: 'auditMissing', entry: String(one._id), seq: expect.any(Number) as number },
    ]);
    await audit().insertOne(one);
    expect(await findingsIn(stores)).toEqual([]);
    await audit().updateOne({ _id: two._id }, { $set: { person: 'nord-9' } });
    expect(await findingsIn(stores)).toEqual([{ kind: 'auditChanged', entry: String(two._id) }]);
    await audit().replaceOne({ _id: two._id }, { ...three, _id: two._id });
    await audit().replaceOne({ _id: three._id }, { ...two, _id: three._id });
    expect(await findingsIn(stores)).toEqual([
      { kind: 'auditChanged', entry: String(two._id) },
      { kind: 'auditChanged', entry: String(three._id) },
    ]);
  });

  it('given an audit entry inserted, then it has no place in the ledger', async () => {
    const one = await audit().findOne({});
    const entry = { ...one, _id: 'a'.repeat(24) };
    const { insertedId } = await audit().insertOne(entry);
    expect(await findingsIn(stores)).toEqual([{ kind: 'auditNotAnchored', entry: String(insertedId) }]);
    await audit().insertOne({ ...entry, _id: 'of another type' });
    expect(await findingsIn(stores)).toHaveLength(2);
  });

  it('given a ticket inserted, then it has no place in the ledger, whatever the type of its id', async () => {
    const other = 'SP-2026-0009';
    const copy = await ticket(second);
    const { ticket: state } = copy as unknown as { ticket: object };
    const [reported, ...later] = copy.events;
    const inserted = {
      ...copy,
      reportCommandId: 'inserted',
      ticket: { ...state, number: other },
      events: [{ ...reported, number: other, commandId: 'inserted' }, ...later],
    };
    await tickets().insertOne({ ...inserted, _id: other } as never);
    expect(await findingsIn(stores)).toContainEqual({
      kind: 'notAnchored',
      ticket: other,
      version: copy.version,
    });
    await tickets().deleteOne({ _id: other });
    await tickets().insertOne({ ...inserted, _id: 5 } as never);
    expect(await findingsIn(stores)).toContainEqual({ kind: 'fieldDiffers', ticket: '5', field: '_id' });
  });

  it('given two tickets swapped, then each contradicts what the ledger says of its number', async () => {
    const [one, two] = [await ticket(first), await ticket(second)];
    await tickets().deleteMany({ _id: { $in: [first, second] } });
    await tickets().insertMany([
      { ...one, _id: second },
      { ...two, _id: first },
    ] as never);
    const found = await findingsIn(stores);
    expect(found).toContainEqual({ kind: 'fieldDiffers', ticket: first, field: '_id' });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'versionMissing', ticket: first }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'historyReplaced', ticket: second }));
  });

  it.each([
    ['assigned', { $set: { assigned: false } }],
    ['reactionDue', { $set: { reactionDue: new Date(0) } }],
    ['listOrder', { $set: { listOrder: '9' } }],
    ['waitsForMaintainer', { $unset: { waitsForMaintainer: 1 } }],
    ['reportCommandId', { $set: { reportCommandId: 'other' } }],
    ['effectsDue', { $set: { effectsDue: true } }],
    ['effectsDue', { $set: { effectsPlanned: 1 } }],
  ])('given the derived field %s changed (%j), then it is found by name', async (field, change) => {
    await tickets().updateOne({ _id: second }, change as never);
    expect(await findingsIn(stores)).toContainEqual({ kind: 'fieldDiffers', ticket: second, field });
  });

  it('given the state changed and the history left alone, then the field is found by name', async () => {
    await tickets().updateOne({ _id: second }, { $set: { 'ticket.faultClass': 4 } });
    expect(await findingsIn(stores)).toContainEqual({
      kind: 'stateDiffers',
      ticket: second,
      field: 'faultClass',
    });
  });

  it('given fields that this version knows nothing of, then they are left alone', async () => {
    await tickets().updateMany({}, { $set: { schemaVersion: 2, ticketId: 'abc' } });
    await audit().updateMany({}, { $set: { schemaVersion: 2 } });
    await ledger().updateMany({}, { $set: { schemaVersion: 2 } });
    await reactions().updateMany({}, { $set: { schemaVersion: 2 } });
    expect(await findingsIn(stores)).toEqual([]);
  });

  it('given a reaction removed, added to a ticket or added to none, then each is found', async () => {
    const stored = await reactions().findOne({ _id: `${first}:1` });
    await reactions().insertOne({ ...stored, _id: `${first}:2`, cycle: 2 });
    await reactions().insertOne({ ...stored, _id: 'SP-2026-0077:1', ticket: 'SP-2026-0077' });
    await reactions().deleteOne({ _id: `${second}:1` });
    expect(await findingsIn(stores)).toEqual([
      { kind: 'reactionUnexpected', ticket: first },
      { kind: 'reactionMissing', ticket: second, cycle: 1 },
      { kind: 'reactionUnexpected', ticket: 'SP-2026-0077' },
    ]);
  });

  it('given a ledger entry removed, changed, or the last ones cut off, then the place is found', async () => {
    const entries = await ledger().find({}).sort({ _id: 1 }).toArray();
    const middle = at(entries, 3);
    await ledger().deleteOne({ _id: middle._id });
    expect(await findingsIn(stores)).toContainEqual({ kind: 'ledgerGap', seq: 4 });
    await ledger().insertOne(middle);
    expect(await findingsIn(stores)).toEqual([]);
    await ledger().updateOne({ _id: middle._id }, { $set: { subjectHash: 'f'.repeat(64) } });
    expect(await findingsIn(stores)).toContainEqual({ kind: 'ledgerBroken', seq: 4 });
    await ledger().replaceOne({ _id: middle._id }, middle);
    await ledger().deleteMany({ _id: { $gte: 5 as never } });
    // The third ticket's head is gone from the ledger, the refused attempts, and the changes of the organisation.
    expect((await findingsIn(stores)).map(({ kind }) => kind)).toEqual([
      'notAnchored',
      'auditNotAnchored',
      'auditNotAnchored',
      'auditNotAnchored',
      'changeNotAnchored',
      'changeNotAnchored',
      'changeNotAnchored',
    ]);
  });

  it('given ledger and ticket cut off together, then only a head kept elsewhere tells', async () => {
    const number = 'SP-2026-0004';
    const events = eventsAs(number, requested());
    await writeTicket(stores, events);
    await relayAll(stores);
    const kept = await stores.ledger.head();
    await tickets().deleteOne({ _id: number });
    await reactions().deleteOne({ _id: `${number}:1` });
    await ledger().deleteOne({ of: number });
    expect(await findingsIn(stores)).toEqual([]);
    expect(await findingsIn(stores, { kept })).toEqual([{ kind: 'headUnknown', seq: kept?.seq }]);
    await writeTicket(stores, eventsAs(number, assigned()));
    await relayAll(stores);
    expect(await findingsIn(stores, { kept })).toEqual([{ kind: 'headUnknown', seq: kept?.seq }]);
  });

  it('given the whole ledger removed, then that is what is found, and a start that makes another does not hide it from a kept head', async () => {
    const kept = await stores.ledger.head();
    await ledger().deleteMany({});
    expect(await findingsIn(stores)).toEqual([{ kind: 'ledgerNotOpened' }]);
    const again = await connectStores(server.uri, { database: stores.tickets.model.db.name });
    await again.close();
    expect(await findingsIn(stores, { kept })).toContainEqual({ kind: 'headUnknown', seq: kept?.seq });
  });

  it('given what was truncated or inserted, when the bot starts again, then it is not anchored as if it were right', async () => {
    await ledger().deleteMany({ _id: { $gte: 5 as never } });
    const before = await findingsIn(stores);
    const again = await connectStores(server.uri, { database: stores.tickets.model.db.name });
    await again.close();
    expect(await findingsIn(stores)).toEqual(before);
  });

  it('given events that nobody can replay, then the verification goes on', async () => {
    await tickets().updateOne({ _id: first }, { $set: { 'events.1.type': 'unheardOf' } });
    await tickets().updateOne({ _id: second }, { $set: { events: 'none' } } as never);
    const found = await findingsIn(stores);
    expect(found).toContainEqual({ kind: 'notReplayable', ticket: first });
    expect(found).toContainEqual({ kind: 'foreignTicket', ticket: second });
  });

  it('given a history of every kind of event, written one after the other, then its state is what evolve makes of it', async () => {
    const number = 'SP-2026-0008';
    const { faultReported, ...others } = everyEvent;
    await writeTicket(stores, [{ ...faultReported, number, commandId: 'every' }, ...Object.values(others)]);
    expect(await findingsIn(stores)).toEqual([]);
  });
});

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('it is there');
  return found;
}
