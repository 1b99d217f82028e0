import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { accepted } from '../../support/given';
import { runCli } from '../../support/run-cli';
import { relayAll, writeTicket } from '../../support/verified-store';

const report = (environment: Record<string, string>, ...args: readonly string[]) =>
  runCli('report', environment, ...args);

describe('npm run report', () => {
  let server: RunningServer;
  beforeEach(async () => {
    server = await storeServer.start();
  });
  afterEach(() => server.close());

  it('given a store of reactions, then it reads the month that is asked for', async () => {
    const stores = await connectStores(server.uri);
    await writeTicket(stores, accepted().events);
    await relayAll(stores);
    await stores.close();
    const environment = { MONGODB_URI: server.uri };
    const month = await report(environment, '--month', '2026-06');
    expect(month).toMatchObject({ status: 0, wrong: '' });
    expect(month.out).toContain(
      'nord,2,SP-2026-0001,1,journal,2026-06-10T10:00:00+02:00,2026-06-10T16:00:00+02:00,2026-06-10T11:00:00+02:00,,eingehalten,',
    );
    const totals = await report(environment, '--month', '2026-06', '--summary');
    expect(totals.out).toContain('nord,2,1,0,0,0,1\r\nAlle,alle,1,0,0,0,1\r\n');
    const another = await report(environment, '--month', '2026-07');
    expect(another.out.split('\r\n')).toHaveLength(2);
  });

  it('given a result flipped or removed, then the report says what the events say; given an event changed, that it proves nothing', async () => {
    const stores = await connectStores(server.uri);
    await writeTicket(stores, accepted().events);
    await relayAll(stores);
    const head = await stores.ledger.head();
    const { db } = stores.tickets.model;
    const monthly = () => report({ MONGODB_URI: server.uri }, '--month', '2026-06', '--head');
    const right = await monthly();
    expect(right).toMatchObject({ status: 0, wrong: '' });
    expect(right.out).toContain(',eingehalten,\r\n');
    expect(right.out.endsWith(`\r\nStand des Prüfbuchs,${head?.seq}:${head?.hash}\r\n`)).toBe(true);
    await db.collection('reactions').updateMany({}, { $set: { result: 'missed' } });
    const flipped = await monthly();
    expect(flipped).toMatchObject({ status: 0, out: right.out });
    expect(flipped.wrong).toContain('Der Bericht stimmt');
    await db.collection('reactions').deleteMany({});
    expect(await monthly()).toMatchObject({ status: 0, out: right.out });
    await db.collection('tickets').updateMany({}, { $set: { 'events.1.at': new Date(0) } });
    const doubtful = await monthly();
    expect(doubtful.status).toBe(1);
    expect(doubtful.wrong).toContain('Er ist kein Nachweis.');
    await stores.close();
  });

  it.each([
    [['--month', '2026-13'], '--month: Erwartet wird ein Monat als JJJJ-MM, etwa 2026-06. Gefunden: 2026-13'],
    [['--monat', '2026-06'], '--monat: Diese Option gibt es nicht.'],
    [['--month', '2026-06'], 'DATA_DIR: Hier hat noch kein Bot etwas gespeichert.'],
  ])('given %j without a store, then one German sentence names what is wrong', async (args, sentence) => {
    const answer = await report({ DATA_DIR: join(tmpdir(), `no-data-${process.pid}`) }, ...args);
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.wrong).toMatch(new RegExp(`^${sentence.replace(/[.()]/g, '\\$&')}`));
  });
});
