import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { runCli } from '../../support/run-cli';
import { fillStore, numbers } from '../../support/verified-store';

jest.setTimeout(120_000);

const [first] = numbers;

describe('npm run verify', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'verify-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('given a store, then it says so with its head, and of a copy with a change exactly what was changed; nothing is written', async () => {
    const data = join(directory, 'data');
    const printed = await filledAndChanged(data);
    const backup = join(directory, 'backup');
    await cp(data, backup, { recursive: true });
    const before = await contents(backup);
    const copy = await runCli('verify', { DATA_DIR: backup }, '--json', '--head', printed);
    expect(copy).toMatchObject({ status: 1, wrong: '' });
    expect(JSON.parse(copy.out)).toMatchObject({
      intact: false,
      tickets: 3,
      head: printed,
      findingCount: 1,
      findings: [
        {
          kind: 'stateDiffers',
          ticket: first,
          field: 'reworks',
          text: `${first}: Der gespeicherte Stand weicht vom Verlauf ab (Feld reworks).`,
        },
      ],
    });
    expect(await contents(backup)).toBe(before);
    const other = await runCli('verify', { DATA_DIR: backup }, '--head', `3:${'0'.repeat(64)}`);
    expect(other.status).toBe(1);
    expect(other.out).toContain('Der angegebene Stand 3 gehört nicht zum Prüfbuch');
  });

  it.each([
    [['--head', '17'], '--head: Erwartet wird ein Stand des Prüfbuchs als NUMMER:PRÜFSUMME'],
    [['--kopf'], '--kopf: Diese Option gibt es nicht.'],
    [[], 'DATA_DIR: Hier hat noch kein Bot etwas gespeichert.'],
  ])(
    'given %j without a store, then it could not be verified, and a sentence says why',
    async (args, sentence) => {
      const answer = await runCli('verify', { DATA_DIR: join(directory, 'none') }, ...args);
      expect(answer).toMatchObject({ status: 2, out: '' });
      expect(answer.wrong.startsWith(sentence)).toBe(true);
    },
  );

  it('given a server that does not answer, then it could not be verified', async () => {
    const answer = await runCli('verify', { MONGODB_URI: 'mongodb://127.0.0.1:1/' });
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.wrong).toMatch(/^MONGODB_URI: /);
  });
});

/** A store that was verified while it ran and changed after that, closed; answers the head of its ledger as it is printed. */
async function filledAndChanged(data: string): Promise<string> {
  const store = await startEmbeddedStore({ directory: data });
  try {
    const stores = await connectStores(store.uri);
    await fillStore(stores);
    const head = await stores.ledger.head();
    const printed = `${head?.seq}:${head?.hash}`;
    expect(await runCli('verify', { MONGODB_URI: store.uri, DATA_DIR: `${data}-none` })).toEqual({
      status: 0,
      wrong: '',
      out: `Geprüft: 3 Tickets, 27 Ereignisse, 8 Einträge im Prüfbuch, 3 Einträge im Auditlog, 3 Reaktionszyklen.
Stand des Prüfbuchs: ${printed}
Ergebnis: keine Befunde.
`,
    });
    const tickets = stores.tickets.model.db.collection<{ readonly _id: string }>('tickets');
    await tickets.updateOne({ _id: first }, { $set: { 'ticket.reworks': 7 } });
    await stores.close();
    return printed;
  } finally {
    await store.close();
  }
}

/** The data of the embedded store, as bytes. */
function contents(directory: string): Promise<string> {
  return readFile(join(directory, 'embedded', 'data.mdb'), 'base64');
}
