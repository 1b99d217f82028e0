import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisation } from '../../../src/adapters/organisation/load-organisation';
import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { openDirectory, type RecordedDirectory } from '../../../src/app/recorded-directory';
import { sampleOrganisationFile } from '../../../src/config';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { sampleTime } from '../../support/tickets';
import { runCli } from '../../support/run-cli';
import { sampleText } from '../../unit/adapters/organisation/file-text';

let folder: string;
let server: RunningServer;
let stores: MongoStores;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'organisation-'));
  server = await storeServer.start();
  stores = await connectStores(server.uri);
});
afterEach(async () => {
  await stores.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** What a bot does at its start. */
function started(): Promise<RecordedDirectory> {
  return openDirectory({
    organisation: stores.organisation,
    file: loadOrganisation(sampleOrganisationFile),
    clock: { now: () => sampleTime },
    newCommandId: randomUUID,
  });
}

function written(text: string): string {
  const file = join(folder, 'new.yaml');
  writeFileSync(file, text);
  return file;
}

const organisation = (...args: readonly string[]) =>
  runCli('organisation', { MONGODB_URI: server.uri }, ...args);

/** West's maintainer leaves at the end of June, somebody else comes, and Nord's contract ends. */
const edited = sampleText
  .replace(/(phone: '\+49 221 4710 141'\n)/, "$1    until: '2026-06-30'\n")
  .replace('name: Softwarehaus West GmbH', 'name: Softwarehaus West AG')
  .replace(
    /\nmodules:\n/,
    `
  - id: leitwarte-nord-c
    name: Leitwarte Nord, Schicht C
    mail: schicht-c@netz-nord.example.com
    organisation: netz-nord
    identities:
      [{ tenant: a0000000-0000-4000-8000-000000000001, objectId: a0000000-0000-4000-8000-000000000d03 }]
    roles: [operator]
absences:
  - { person: dispatcher-2, from: 2026-06-15, to: 2026-06-19, deputy: dispatcher-1 }
modules:
`,
  );

const differences = [
  'Geändert: Organisation softwarehaus-west: name Softwarehaus West GmbH → Softwarehaus West AG',
  'Geändert: Person maintainer-west: until – → 2026-06-30',
  'Neu: Person leitwarte-nord-c',
  'Neu: Abwesenheit dispatcher-2 ab 2026-06-15',
  'Neu: Zugangsaufgabe revokeMaintainer.maintainer-west.betriebstagebuch.1',
  'Keinem offenen Ticket wird dadurch die Zuweisung genommen.',
];

describe('npm run organisation -- import and export', () => {
  it('given an edited file, then its differences are shown and nothing is changed; applied, they are recorded as one change', async () => {
    const directory = await started();
    const file = written(edited);
    const shown = await organisation('import', file);
    expect(shown).toMatchObject({ status: 0, wrong: '' });
    expect(shown.out.split('\n')).toEqual([
      ...differences,
      'Nichts wurde geändert. Mit --apply werden diese Unterschiede festgehalten.',
      '',
    ]);
    expect(await stores.organisation.changesSince(1)).toEqual([]);

    const applied = await organisation('import', file, '--apply');
    expect(applied.out.split('\n')).toEqual([
      ...differences,
      '5 Änderungen wurden festgehalten (Stand 2 der Organisation).',
      '',
    ]);
    await directory.refresh();
    const { people, absences } = directory.installation();
    expect(people.find(({ id }) => id === 'maintainer-west')?.until).toBe('2026-06-30');
    expect(people.at(-1)?.name).toBe('Leitwarte Nord, Schicht C');
    expect(absences).toHaveLength(1);

    expect((await organisation('import', file, '--apply')).out).toBe('Es gibt keine Unterschiede.\n');
  });

  it('given records that were changed, when exported, then that file holds them, can be checked, and imported again changes nothing', async () => {
    // What the bot records of contracts by itself is in no file, and no difference.
    expect((await started()).records().accessTasks).not.toEqual([]);
    await organisation('import', written(edited), '--apply');
    const exported = await organisation('export');
    expect(exported).toMatchObject({ status: 0, wrong: '' });
    const file = written(exported.out);
    expect(loadOrganisation(file).people.map(({ id }) => id)).toContain('leitwarte-nord-c');
    expect((await organisation('check', file)).status).toBe(0);
    expect((await organisation('import', file)).out).toBe('Es gibt keine Unterschiede.\n');
  });

  it('given a module that another company maintains from now on, and a roster and an absence that are over, then it is taken', async () => {
    await started();
    const west =
      /(name: Maintainer West.*\n(?: {4}(?!roles).*\n| {6}.*\n)*) {4}roles: \[\{ maintainer: betriebstagebuch \}\]/g;
    const moved = sampleText
      .replace(west, '$1    until: 2023-06-30\n    roles: [{ maintainer: betriebstagebuch }]')
      .replace(
        'roles: [{ maintainer: stoerungsinformationstool }]',
        'roles: [{ maintainer: stoerungsinformationstool }, { maintainer: betriebstagebuch }]',
      )
      .replace(
        /maintainer: softwarehaus-west\n.*19:betriebstagebuch@thread.tacv2.*\n/,
        "maintainer: softwarehaus-ost\n    channel: { team: c0000000-0000-4000-8000-0000000000a1, conversation: '19:stoerungsinformationstool@thread.tacv2' }\n",
      )
      .replace(
        /\nmodules:\n/,
        '\nduty: [{ day: 2023-01-02, dispatchers: [prozess] }]\nabsences: [{ person: prozess, from: 2023-01-02, to: 2023-01-06, cancelled: true }]\nmodules:\n',
      );
    const applied = await organisation('import', written(moved), '--apply');
    expect(applied).toMatchObject({ status: 0, wrong: '' });
    expect(applied.out).toContain(
      'Geändert: Modul betriebstagebuch: maintainer softwarehaus-west → softwarehaus-ost\n',
    );
    expect(applied.out).toContain('Geändert: Person maintainer-west: until – → 2023-06-30');
    expect(applied.out).toContain(
      'Neu: Zugangsaufgabe revokeMaintainer.maintainer-west.betriebstagebuch.1\n',
    );
    const exported = await organisation('export');
    expect((await organisation('import', written(exported.out))).out).toBe('Es gibt keine Unterschiede.\n');
  });

  it('given what is in the records alone, then it is named and stays', async () => {
    await started();
    const contract = /^ {2}- \{ operator: netz-sued, module: stellungnahme-toeb.*\n/m;
    const { out } = await organisation('import', written(sampleText.replace(contract, '')), '--apply');
    expect(out.split('\n')).toEqual([
      'Nicht in der Datei, bleibt unverändert: Vertrag netz-sued-stellungnahme-toeb-2024-01-01',
      'Es gibt keine Unterschiede.',
      '',
    ]);
  });

  it('given records that would contradict one another, then nothing is recorded and each contradiction is named', async () => {
    await started();
    // Another first day is another contract, on the days of the one that is there.
    const text = sampleText.replace(
      'operator: netz-nord, module: stoerungsinformationstool, from: 2022-02-01',
      'operator: netz-nord, module: stoerungsinformationstool, from: 2022-03-01',
    );
    const refused = await organisation('import', written(text), '--apply');
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.wrong).toContain('the organisation as it would be after the import cannot be used:');
    expect(refused.wrong).toContain(
      'overlaps contracts[1], also of "netz-nord" for "stoerungsinformationstool"',
    );
    expect(await stores.organisation.changesSince(1)).toEqual([]);
  });

  it('given a bot that was never started, then there is nothing to compare with, and the file is what would be exported', async () => {
    const refused = await organisation('import', written(edited), '--apply');
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.wrong).toContain('Der Bot hat noch keine Datensätze');
    expect(await stores.organisation.changesSince(0)).toEqual([]);
    const exported = await organisation('export');
    expect(loadOrganisation(written(exported.out)).people).toHaveLength(11);
  });

  it('given a wrong call, then one sentence names what is wrong', async () => {
    for (const [args, sentence] of [
      [['import'], 'DATEI: Erwartet wird der Pfad einer Organisationsdatei.'],
      [['import', 'a', 'b'], 'b: Dieses Argument wird nicht erwartet.'],
      [['import', 'a', '--force'], '--force: Diese Option gibt es nicht.'],
      [['export', 'a'], 'a: Dieses Argument gehört zu keiner Option.'],
    ] as const) {
      const { status, wrong } = await organisation(...args);
      expect({ args, status, wrong: wrong.split('\n')[0] }).toEqual({ args, status: 2, wrong: sentence });
    }
  });
});
