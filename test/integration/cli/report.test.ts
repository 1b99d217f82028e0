import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { accepted } from '../../support/given';
import { runCli } from '../../support/run-cli';
import { relayAll, writeTicket } from '../../support/verified-store';

jest.setTimeout(60_000);

const report = (environment: Record<string, string>, ...args: readonly string[]) =>
  runCli('report', environment, ...args);

describe('npm run report', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'report-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('given a store of reactions, then it reads it while a process has it open, over its address, and after that', async () => {
    const store = await startEmbeddedStore({ directory });
    const stores = await connectStores(store.uri);
    await writeTicket(stores, accepted().events);
    await relayAll(stores);
    const month = ['--month', '2026-06'];
    const environment = { DATA_DIR: directory };
    const running = await report(environment, ...month);
    expect(running).toMatchObject({ status: 0, wrong: '' });
    expect(running.out).toContain(
      'nord,2,SP-2026-0001,1,journal,2026-06-10T10:00:00+02:00,2026-06-10T16:00:00+02:00,2026-06-10T11:00:00+02:00,,eingehalten,',
    );
    const { uri } = store;
    expect(await report({ MONGODB_URI: uri, DATA_DIR: join(directory, 'none') }, ...month)).toEqual(running);
    await stores.close();
    await store.close();
    expect(await report(environment, ...month)).toEqual(running);
    const totals = await report(environment, ...month, '--summary');
    expect(totals.out).toContain('nord,2,1,0,0,0,1\r\nAlle,alle,1,0,0,0,1\r\n');
    const another = await report(environment, '--month', '2026-07');
    expect(another.out.split('\r\n')).toHaveLength(2);
  });

  it('given a result flipped or removed, then the report says what the events say; given an event changed, that it proves nothing', async () => {
    const store = await startEmbeddedStore({ directory });
    try {
      const stores = await connectStores(store.uri);
      await writeTicket(stores, accepted().events);
      await relayAll(stores);
      const head = await stores.ledger.head();
      const { db } = stores.tickets.model;
      const monthly = () => report({ MONGODB_URI: store.uri }, '--month', '2026-06', '--head');
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
    } finally {
      await store.close();
    }
  });

  it.each([
    [['--month', '2026-13'], '--month: Erwartet wird ein Monat als JJJJ-MM, etwa 2026-06. Gefunden: 2026-13'],
    [['--monat', '2026-06'], '--monat: Diese Option gibt es nicht.'],
    [['--month', '2026-06'], 'DATA_DIR: Hier hat noch kein Bot etwas gespeichert.'],
  ])('given %j without a store, then one German sentence names what is wrong', async (args, sentence) => {
    const answer = await report({ DATA_DIR: join(directory, 'none') }, ...args);
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.wrong).toMatch(new RegExp(`^${sentence.replace(/[.()]/g, '\\$&')}`));
  });
});
