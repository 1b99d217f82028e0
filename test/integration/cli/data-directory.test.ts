import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { onlyEmbedded } from '../../servers/named-server';
import { accepted } from '../../support/given';
import { runCli } from '../../support/run-cli';
import { fillUnsent, refusedDelivery, unsentTicket } from '../../support/unsent';
import { fillStore, numbers, relayAll, writeTicket } from '../../support/verified-store';

onlyEmbedded('the commands read a data directory, which is the embedded store’s');

describe('given a data directory instead of the address of a server', () => {
  let folder = '';
  let directory = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-directory-'));
    directory = join(folder, 'data');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Its store, filled; `meanwhile` happens while a process has it open. */
  async function filled<T>(fill: (stores: MongoStores) => Promise<void>, meanwhile: () => Promise<T>) {
    const store = await startEmbeddedStore({ directory });
    try {
      const stores = await connectStores(store.uri);
      await fill(stores);
      const result = await meanwhile();
      await stores.close();
      return result;
    } finally {
      await store.close();
    }
  }

  it('then npm run report reads it while a process has it open, and after that', async () => {
    const report = () => runCli('report', { DATA_DIR: directory }, '--month', '2026-06');
    const running = await filled(async (stores) => {
      await writeTicket(stores, accepted().events);
      await relayAll(stores);
    }, report);
    expect(running).toMatchObject({ status: 0, wrong: '' });
    expect(running.out).toContain('nord,2,SP-2026-0001,1,journal,');
    expect(await report()).toEqual(running);
  });

  it('then npm run deliveries reads it for programs too, although no bot has it open', async () => {
    await filled(fillUnsent, () => Promise.resolve());
    const { status, out } = await runCli('deliveries', { DATA_DIR: directory }, 'list', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        id: unsentTicket,
        status: 'setAside',
        attempts: 1,
        reason: 'TypeError',
        since: '2026-06-10T08:00:00.000Z',
      },
      {
        id: refusedDelivery,
        ticket: unsentTicket,
        what: 'showCard',
        status: 'undeliverable',
        problem: { status: 403 },
      },
    ]);
  });

  it('then npm run verify finds what was changed in a copy of it, and writes nothing', async () => {
    const [first] = numbers;
    await filled(
      async (stores) => {
        await fillStore(stores);
        const tickets = stores.tickets.model.db.collection<{ readonly _id: string }>('tickets');
        await tickets.updateOne({ _id: first }, { $set: { 'ticket.reworks': 7 } });
      },
      () => Promise.resolve(),
    );
    const backup = join(folder, 'backup');
    await cp(directory, backup, { recursive: true });
    const contents = () => readFile(join(backup, 'embedded', 'data.mdb'), 'base64');
    const before = await contents();
    const copy = await runCli('verify', { DATA_DIR: backup });
    expect(copy).toMatchObject({ status: 1, wrong: '' });
    expect(copy.out).toContain(`${first}: Der gespeicherte Stand weicht vom Verlauf ab (Feld reworks).`);
    expect(await contents()).toBe(before);
  });
});
