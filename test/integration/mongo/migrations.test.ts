import { join } from 'node:path';
import { connectStores, dropDatabase, type MongoStores } from '../../../src/adapters/mongo/connect';
import { softwareVersion } from '../../../src/version';
import { migrations, schemaVersion, versionNeeded } from '../../../src/adapters/mongo/migrations/registry';
import type { MigrationReport } from '../../../src/adapters/mongo/migrate';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { countExamined, expectExaminedAtMost } from '../../servers/examined-documents';
import { type Dump, dumpOf, fill, inDatabase, readDump, releasesFolder } from '../../support/release-dump';

type Document = Record<string, unknown>;

describe('given data of another version', () => {
  let server: RunningServer;
  let first: Dump;
  const opened: MongoStores[] = [];

  beforeAll(async () => {
    server = await storeServer.start();
    first = await readDump(join(releasesFolder, '0.1.0'));
  });
  afterAll(() => server.close());
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((stores) => stores.close()));
    await dropDatabase(server.uri);
  });

  async function opens(options: Parameters<typeof connectStores>[1] = {}): Promise<MongoStores> {
    const stores = await connectStores(server.uri, options);
    opened.push(stores);
    return stores;
  }

  async function ticketsIn(stores: MongoStores): Promise<readonly (TicketRecord | undefined)[]> {
    return Promise.all((first['tickets'] ?? []).map(({ _id }) => stores.tickets.find(String(_id))));
  }

  /** As builds before 0.1.0 left them. */
  async function without(collection: string, fields: readonly string[]): Promise<void> {
    const unset = Object.fromEntries(fields.map((field) => [field, 1]));
    await inDatabase(server.uri, (database) =>
      database.collection(collection).updateMany({}, { $unset: unset }),
    );
  }

  const changes = (collection: string, id: string, set: Document) =>
    inDatabase(server.uri, (database) =>
      database
        .collection<{ _id: string }>(collection)
        .updateOne({ _id: id }, { $set: set }, { upsert: true }),
    );

  it('when the bot starts, then every document carries the version, and nothing else of 0.1.0 is changed but what lists go by', async () => {
    await fill(server.uri, first);
    await opens();
    const after = await dumpOf(server.uri);
    const { schema = [], ...collections } = after;
    expect(schema).toMatchObject([{ version: schemaVersion, software: softwareVersion }]);
    const documents = Object.values(collections).flat();
    expect(documents.filter((each) => each['schemaVersion'] === undefined)).toEqual([]);
    for (const [collection, before] of Object.entries(first)) {
      const now = new Map(collections[collection]?.map((each) => [String(each['_id']), each]));
      for (const document of before)
        expect(now.get(String(document['_id']))).toMatchObject(withoutListOrder(document));
    }
  });

  it('when the histories are checked afterwards, then every chain holds', async () => {
    await fill(server.uri, first);
    const stores = await opens();
    const broken = (first['tickets'] ?? []).map(({ _id }) => stores.tickets.brokenLink(String(_id)));
    expect((await Promise.all(broken)).filter((each) => each !== undefined)).toEqual([]);
  });

  it('when fields are missing that builds before 0.1.0 did not store, then the history says what they are', async () => {
    await fill(server.uri, first);
    const whole = await ticketsIn(await opens());
    await dropDatabase(server.uri);
    await fill(server.uri, first);
    const stateFields = [
      ...['sharedVersion', 'actedVersion', 'supplements', 'planVersions', 'reworks', 'comments', 'done'],
      ...['answeredQuestions', 'supportRequests', 'toldWithoutMaintainer', 'firedTimers', 'priority'],
    ];
    const listFields = ['assigned', 'supported', 'listOrder', 'waitsForOperator', 'waitsForDispatcher'];
    await without('tickets', [...stateFields.map((field) => `ticket.${field}`), ...listFields]);
    await without('tickets', ['ticket.release.notices', 'ticket.fixPlan.consents', 'waitsForMaintainer']);
    await without('cards', ['subject']);
    await without('reactions', ['schemaVersion']);
    await inDatabase(server.uri, (database) => database.collection('reactions').drop());
    const stores = await opens();
    expect(await ticketsIn(stores)).toEqual(whole);
    expect(await stores.tickets.count({ scopes: [{ waitsFor: 'maintainer' }] })).toBeGreaterThan(0);
    const cards = await stores.cards.ofTicket('SP-2026-0001');
    expect(cards.map(({ subject }) => subject)).toContain('ticket');
    const reactions = await stores.reactions.withDeadlineIn({ from: 0, to: Number.MAX_SAFE_INTEGER / 10 });
    expect(reactions).toHaveLength(first['reactions']?.length ?? 0);
  });

  it('when a history cannot be followed, then its ticket is whole nevertheless', async () => {
    await fill(server.uri, first);
    await without('tickets', ['ticket.comments', 'ticket.firedTimers', 'ticket.cycles.0.earlierDeadlines']);
    await changes('tickets', 'SP-2026-0001', { 'events.0.cycle': null });
    const stores = await opens();
    expect((await stores.tickets.find('SP-2026-0001'))?.ticket).toMatchObject({
      comments: [],
      firedTimers: [],
      cycles: [{ earlierDeadlines: [] }],
    });
  });

  it('when it is killed in the middle, then the next start waits until it is silent for good and does the rest', async () => {
    await fill(server.uri, first);
    const dies = ({ what }: MigrationReport) => {
      if (what === 'under way') throw new Error('killed');
    };
    await expect(opens({ report: dies })).rejects.toThrow('killed');
    const half = await dumpOf(server.uri);
    const marked = Object.values(half).flatMap((each) => each.map((document) => document['schemaVersion']));
    expect(marked).toContain(undefined);
    expect(marked).toContain(1);
    await changes('leases', 'migration', { holder: 'killed', term: 'its last' });
    const told: string[] = [];
    await opens({ migrationTerm: 300, report: ({ what }) => told.push(what) });
    expect(told.filter((what) => what !== 'under way')).toEqual(['waiting', 'begun', 'done']);
    const { tickets, cards, deliveries } = await dumpOf(server.uri);
    await dropDatabase(server.uri);
    await fill(server.uri, first);
    await opens();
    expect(await dumpOf(server.uri)).toMatchObject({ tickets, cards, deliveries });
  });

  it('when two processes start at once, then one migrates and the other waits for it', async () => {
    await fill(server.uri, first);
    const told: MigrationReport[] = [];
    const report = (what: MigrationReport) => told.push(what);
    await Promise.all([opens({ report }), opens({ report })]);
    const done = told.flatMap((each) => (each.what === 'done' ? [each.documents] : []));
    const old = Object.values(first).reduce((sum, documents) => sum + documents.length, 0);
    // Three of the steps concern every ticket.
    expect(done).toEqual([old + 2 * (first['tickets'] ?? []).length]);
    expect(told.filter(({ what }) => what === 'begun')).toHaveLength(1);
  });

  it('when a document of an earlier version is restored into present data, then the next start migrates it', async () => {
    await opens();
    await fill(server.uri, { tickets: first['tickets'] ?? [] });
    const stores = await opens();
    expect((await ticketsIn(stores)).filter((each) => each === undefined)).toEqual([]);
    const { tickets = [] } = await dumpOf(server.uri);
    expect(new Set(tickets.map((each) => each['schemaVersion']))).toEqual(
      new Set([versionNeeded('tickets')]),
    );
  });

  it('when nothing is older, then a start reads no document', async () => {
    await fill(server.uri, first);
    await opens();
    const examined = await countExamined(server, undefined, async () => {
      await opens();
    });
    // The record of the version, before and after.
    expectExaminedAtMost(4, examined);
  });

  const newer = [
    /^the data in the store has schema version 99 \(software 9\.8\.7\); this is software 0\.2\.0, which knows schema version \d+: /,
    /start software 9\.8\.7 or newer, or restore a backup made before that was started$/,
  ];

  it.each([false, true])(
    'when it is of later software, then it is refused naming both (read-only: %s)',
    async (readOnly) => {
      await opens();
      await changes('schema', 'database', { version: 99, software: '9.8.7', schemaVersion: 99 });
      const before = await dumpOf(server.uri);
      for (const sentence of newer) await expect(opens({ readOnly })).rejects.toThrow(sentence);
      expect(await dumpOf(server.uri)).toEqual(before);
    },
  );

  it.each([false, true])(
    'when one document is of later software, then it is refused too (read-only: %s)',
    async (readOnly) => {
      await fill(server.uri, first);
      await opens();
      await changes('cards', 'SP-2026-0001 channel:19:dispatch@thread.tacv2', { schemaVersion: 99 });
      await expect(opens({ readOnly })).rejects.toThrow(
        /has documents of schema version 99 in cards; this is software/,
      );
    },
  );

  it('when it is older and only read, then it is refused until the bot has been started', async () => {
    await fill(server.uri, first);
    const before = await dumpOf(server.uri);
    await expect(opens({ readOnly: true })).rejects.toThrow(
      /documents of before schema version 1; this is software 0\.2\.0, .*: start the bot once, which migrates them$/,
    );
    expect(await dumpOf(server.uri)).toEqual(before);
    await opens();
    const stores = await opens({ readOnly: true });
    expect((await ticketsIn(stores)).filter((each) => each === undefined)).toEqual([]);
  });

  it('when later software is started on it meanwhile, then nothing is read half and the process is not ready', async () => {
    await fill(server.uri, first);
    const stores = await opens();
    await expect(stores.ping()).resolves.toBeUndefined();
    await changes('schema', 'database', { version: 99, software: '9.8.7', schemaVersion: 99 });
    await changes('tickets', 'SP-2026-0001', { schemaVersion: 99 });
    await expect(stores.ping()).rejects.toThrow(newer[0]);
    await expect(stores.tickets.find('SP-2026-0001')).rejects.toThrow('a document has schema version 99');
    const everything = { scopes: [{}], states: ['requested'] } as const;
    await expect(stores.tickets.list(everything, { limit: 50, skip: 0 })).rejects.toThrow(
      'schema version 99',
    );
  });

  it('then each migration has a name of its own, in the order of the versions', () => {
    const names = migrations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(schemaVersion).toBe(migrations.length);
  });
});

/** What lists go by is derived from the ticket. */
function withoutListOrder(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([field]) => field !== 'listOrder'));
}
