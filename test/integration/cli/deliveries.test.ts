import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { replay } from '../../../src/domain/ticket/evolve';
import { berlin } from '../../support/given';
import { sampleFaultReported } from '../../support/tickets';

jest.setTimeout(120_000);

const root = join(__dirname, '../../..');
const number = 'SP-2026-0001';
const refused = `${number}:1:showCard:organisation:nord@person:nord-1`;

describe('npm run deliveries', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'deliveries-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  async function deliveries(...args: readonly string[]) {
    const command = [join(root, 'src/cli/deliveries.ts'), ...args];
    const child = spawn(process.execPath, ['--import', 'tsx', ...command], {
      cwd: root,
      env: { PATH: process.env['PATH'], DATA_DIR: directory },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { status: child.exitCode, out, wrong };
  }

  async function fill({ tickets, deliveries }: MongoStores): Promise<void> {
    const event = sampleFaultReported({ number });
    const place = { kind: 'dispatch' } as const;
    await tickets.create(replay([event]), [event]);
    await tickets.setAside.failed(number, berlin('2026-06-10T10:00'));
    await tickets.setAside.add(number, berlin('2026-06-10T10:00'), 'TypeError');
    await deliveries.enqueue([
      {
        id: refused,
        ticket: number,
        version: 1,
        effect: { kind: 'showCard', place },
        lane: { kind: 'person', person: 'nord-1' },
        order: '1',
        status: 'due',
      },
    ]);
    await deliveries.undeliverable(refused, berlin('2026-06-10T10:05'), { kind: 'refused', status: 403 });
  }

  it('given posts and a ticket that were given up, while the bot runs, then they are listed, sent again and dropped', async () => {
    const store = await startEmbeddedStore({ directory });
    const stores = await connectStores(store.uri);
    expect(await deliveries()).toEqual({ status: 0, out: 'Alles zugestellt.\n', wrong: '' });
    await fill(stores);
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
    await store.close();
  });

  it('given a store that no bot has open, then it is read for programs too', async () => {
    const store = await startEmbeddedStore({ directory });
    const stores = await connectStores(store.uri);
    await fill(stores);
    await stores.close();
    await store.close();
    const { status, out } = await deliveries('list', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { id: number, status: 'setAside', attempts: 1, reason: 'TypeError', since: '2026-06-10T08:00:00.000Z' },
      { id: refused, ticket: number, what: 'showCard', status: 'undeliverable', problem: { status: 403 } },
    ]);
  });

  it.each([
    [['send'], 'send: Erwartet wird list, resend oder drop.'],
    [['drop'], 'drop: Erwartet wird die Kennung einer Nachricht oder eine Ticketnummer.'],
    [['drop', 'a', 'b'], 'b: Dieses Argument wird nicht erwartet.'],
    [['--jason'], '--jason: Diese Option gibt es nicht.'],
    [['list'], 'DATA_DIR: Hier hat noch kein Bot etwas gespeichert.'],
  ])('given %j without a store, then one German sentence names what is wrong', async (args, sentence) => {
    const answer = await deliveries(...args);
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.wrong.startsWith(sentence)).toBe(true);
  });
});
