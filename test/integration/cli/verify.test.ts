import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { storeServer } from '../../servers/store-servers';
import { runCli } from '../../support/run-cli';
import { fillStore, numbers } from '../../support/verified-store';

const [first] = numbers;

describe('npm run verify', () => {
  it('given a store, then it says so with its head, and after a change exactly what was changed', async () => {
    const server = await storeServer.start();
    const stores = await connectStores(server.uri);
    await fillStore(stores);
    const head = await stores.ledger.head();
    const printed = `${head?.seq}:${head?.hash}`;
    const verify = (...args: readonly string[]) => runCli('verify', { MONGODB_URI: server.uri }, ...args);
    expect(await verify()).toEqual({
      status: 0,
      wrong: '',
      out: `Geprüft: 3 Tickets, 27 Ereignisse, 11 Einträge im Prüfbuch, 3 Einträge im Auditlog, 3 Änderungen der Organisation, 3 Reaktionszyklen.
Stand des Prüfbuchs: ${printed}
Ergebnis: keine Befunde.
`,
    });
    const elsewhere = { MONGODB_URI: server.uri, ORGANISATION_FILE: join(tmpdir(), 'no-organisation.yaml') };
    const withoutFile = await runCli('verify', elsewhere);
    expect(withoutFile).toMatchObject({ status: 0, wrong: '' });
    expect(withoutFile.out).toContain(
      'Nicht geprüft: die Zeitpunkte der nächsten Prüfung. Dazu müssen ORGANISATION_FILE und WARNING_PERCENTS so gesetzt sein wie beim letzten Start des Bots.',
    );
    const tickets = stores.tickets.model.db.collection<{ readonly _id: string }>('tickets');
    await tickets.updateOne({ _id: first }, { $set: { 'ticket.reworks': 7 } });
    const changed = await verify('--json', '--head', printed);
    expect(changed).toMatchObject({ status: 1, wrong: '' });
    expect(JSON.parse(changed.out)).toMatchObject({
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
    const other = await verify('--head', `3:${'0'.repeat(64)}`);
    expect(other.status).toBe(1);
    expect(other.out).toContain('Der angegebene Stand 3 gehört nicht zum Prüfbuch');
    await stores.close();
    await server.close();
  });

  it.each([
    [['--head', '17'], '--head: Erwartet wird ein Stand des Prüfbuchs als NUMMER:PRÜFSUMME'],
    [['--kopf'], '--kopf: Diese Option gibt es nicht.'],
    [[], 'DATA_DIR: Hier hat noch kein Bot etwas gespeichert.'],
  ])(
    'given %j without a store, then it could not be verified, and a sentence says why',
    async (args, sentence) => {
      const answer = await runCli('verify', { DATA_DIR: join(tmpdir(), `no-data-${process.pid}`) }, ...args);
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
