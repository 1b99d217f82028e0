import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { runCli } from '../../support/run-cli';
import { fillUnsent, refusedDelivery as refused, unsentTicket as number } from '../../support/unsent';

describe('npm run deliveries', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await storeServer.start();
  });
  afterAll(() => server.close());

  const deliveries = (...args: readonly string[]) =>
    runCli('deliveries', { MONGODB_URI: server.uri }, ...args);

  it('given posts and a ticket that were given up, while the bot runs, then they are listed, sent again and dropped', async () => {
    const stores = await connectStores(server.uri);
    expect(await deliveries()).toEqual({ status: 0, out: 'Alles zugestellt.\n', wrong: '' });
    await fillUnsent(stores);
    const listed = await deliveries('list');
    expect(listed).toMatchObject({ status: 0, wrong: '' });
    expect(listed.out.split('\n')).toEqual([
      `${number}: Aus den letzten Ereignissen ließen sich keine Nachrichten erstellen (TypeError); ein Versuch, aufgegeben Mi 10.06.2026, 10:00 Uhr`,
      `${refused}: Dispatcher-Kanal: von Teams abgelehnt (Status 403); ein Versuch, aufgegeben Mi 10.06.2026, 10:05 Uhr`,
      '',
    ]);
    expect(await deliveries('resend', refused)).toMatchObject({
      status: 0,
      out: 'Eine Nachricht wird noch einmal verschickt.\n',
    });
    expect(await stores.deliveries.backlog()).toMatchObject({ due: 1 });
    expect(await deliveries('drop', number)).toMatchObject({
      status: 0,
      out: '2 Nachrichten werden nicht mehr verschickt.\n',
    });
    expect(await stores.tickets.setAside.list()).toEqual([]);
    expect(await deliveries('resend', number)).toMatchObject({ status: 1, out: 'Dazu steht nichts aus.\n' });
    await stores.close();
  });

  it.each([
    [['send'], 'send: Erwartet wird list, resend oder drop.'],
    [['drop'], 'drop: Erwartet wird die Kennung einer Nachricht oder eine Ticketnummer.'],
    [['drop', 'a', 'b'], 'b: Dieses Argument wird nicht erwartet.'],
    [['--jason'], '--jason: Diese Option gibt es nicht.'],
    [['list'], 'DATA_DIR: Hier hat noch kein Bot etwas gespeichert.'],
  ])('given %j without a store, then one German sentence names what is wrong', async (args, sentence) => {
    const directory = await mkdtemp(join(tmpdir(), 'deliveries-'));
    const answer = await runCli('deliveries', { DATA_DIR: directory }, ...args);
    await rm(directory, { recursive: true, force: true });
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.wrong.startsWith(sentence)).toBe(true);
  });
});
