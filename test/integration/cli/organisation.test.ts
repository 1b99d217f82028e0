import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOrganisationFile } from '../../../src/config';
import { runCli } from '../../support/run-cli';
import { sampleText } from '../../unit/adapters/organisation/file-text';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'organisation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'organisation.yaml');
  writeFileSync(file, text);
  return file;
}

const check = (file: string, environment: Record<string, string> = {}) =>
  runCli('organisation', environment, 'check', file);

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('npm run organisation -- check', () => {
  it('given the sample, then what it holds, without warnings, also in an environment without what the bot needs', async () => {
    const checked = await check(sampleOrganisationFile, { NODE_ENV: 'production' });
    expect(checked).toEqual({
      status: 0,
      wrong: '',
      out: `${sampleOrganisationFile} enthält 5 Organisationen, 11 Personen, 7 Module und 8 Verträge, keine Fehler und keine Warnungen.\n`,
    });
  });

  it('given errors, then each with path and line, and exit code 1', async () => {
    const broken = sampleText.replace('roles: [processOwner]', 'roles: [prozessOwner]');
    const file = written(
      broken.replace('netz-nord, module: stoerungsinformationstool,', 'netz-nord, modul: x,'),
    );
    const checked = await check(file);
    expect(checked).toMatchObject({ status: 1, out: '' });
    expect(checked.wrong).toContain(`${file} cannot be used:\n`);
    expect(checked.wrong).toContain(
      `people[3].roles[0]: unknown role "prozessOwner", did you mean "processOwner"? (line ${lineOf(broken, 'prozessOwner')})\n`,
    );
    expect(checked.wrong).toMatch(
      /^contracts\[1\]: unknown key "modul", did you mean "module"\? \(line \d+\)$/m,
    );
  });

  it('given what is surely wrong, then a warning each with path and line, and exit code 0', async () => {
    const text = sampleText
      .replace('roles: [processOwner]', 'roles: [dispatcher]')
      .replace(
        'objectId: a0000000-0000-4000-8000-000000000d02',
        'objectId: c0000000-0000-4000-8000-000000000f02',
      )
      .replace('contactPeople: [leitstelle-sued-a, leitstelle-sued-b]', '');
    const file = written(text);
    const checked = await check(file, { MicrosoftAppTenantId: '3F9D2A10-5B7C-4E8D-A1F2-6C0B9D8E7F31' });
    expect(checked).toMatchObject({ status: 0, wrong: '' });
    const line = (part: string) => lineOf(text, part);
    expect(checked.out.split('\n')).toEqual([
      `Warnung: hostingTenant: the tenant of the app (MicrosoftAppTenantId) is not the hostingTenant of the organisation file (line ${line('hostingTenant:')})`,
      `Warnung: organisations[2]: this operator has neither a channel nor a contact person today, so it is not reached over Teams (line ${line('- id: netz-sued')})`,
      `Warnung: people: nobody holds the role processOwner today (line ${line('people:')})`,
      `Warnung: people[5].identities[0], people[7].identities[1]: the same object id in two tenants: a guest has another one than at home (line ${line('- { tenant: c0000000-0000-4000-8000-000000000001, objectId: c0000000-0000-4000-8000-000000000f02')})`,
      `${file} enthält 5 Organisationen, 11 Personen, 7 Module und 8 Verträge, keine Fehler und 4 Warnungen.`,
      '',
    ]);
  });

  it('given nobody who dispatches, a maintained module without a channel and one without maintainers, then a warning each', async () => {
    const text = sampleText
      .replaceAll('roles: [dispatcher]', 'roles: [processOwner]')
      .replace(/\n.*19:betriebstagebuch@thread.tacv2.*/, '')
      .replace('roles: [{ maintainer: stoerungsinformationstool }]', 'roles: []');
    const file = written(text);
    const checked = await check(file);
    expect(checked).toMatchObject({ status: 0, wrong: '' });
    expect(checked.out.split('\n').slice(0, -2)).toEqual([
      `Warnung: people: nobody holds the role dispatcher today (line ${lineOf(text, 'people:')})`,
      `Warnung: modules[2]: nobody holds the role maintainer of this module today (line ${lineOf(text, '- id: stoerungsinformationstool')})`,
      `Warnung: modules[3]: this module is maintained, but has no channel, so its maintainers are not reached over Teams (line ${lineOf(text, '- id: betriebstagebuch')})`,
    ]);
  });

  it('given no file, one that is not there or another command, then a sentence', async () => {
    expect(await check(join(folder, 'gone.yaml'))).toMatchObject({
      status: 1,
      wrong: `${join(folder, 'gone.yaml')} cannot be used:\nthe file cannot be read (ENOENT)\n`,
    });
    for (const [args, sentence] of [
      [[], 'organisation: Erwartet wird check, import oder export.'],
      [['check'], 'DATEI: Erwartet wird der Pfad einer Organisationsdatei.'],
      [['check', 'a', '--apply'], '--apply: Diese Option gibt es nicht.'],
    ] as const) {
      const { status, wrong, out } = await runCli('organisation', {}, ...args);
      expect({ args, status, out }).toEqual({ args, status: 2, out: '' });
      expect(wrong.split('\n')[0]).toBe(sentence);
    }
    const help = await runCli('organisation', {}, '--help');
    expect(help).toMatchObject({ status: 0, wrong: '' });
    expect(help.out).toMatch(/^Aufruf: npm run -s organisation -- check DATEI/);
  });
});
