import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisation } from '../../../../src/adapters/organisation/load-organisation';
import { OrganisationFileError } from '../../../../src/adapters/organisation/organisation-file-error';
import { readOrganisation } from '../../../../src/adapters/organisation/read-organisation';
import { calendarAt } from '../../../../src/domain/reaction/calendar-timeline';
import { at, changed, changedAll, problemsOf, sampleText } from './file-text';

const west = at('people', 'maintainer-west');
const deputy = at('people', 'maintainer-west-vertretung');
const contacts = at('modules', 'kontaktstammdaten');

describe('readOrganisation', () => {
  test('given the sample, then the seven modules, two maintained by two contractors', () => {
    const { modules } = readOrganisation(sampleText);
    expect(modules.map(({ name }) => name)).toEqual([
      'Bereitschaftsplanung',
      'Kaskadeninformationstool',
      'Störungsinformationstool',
      'Betriebstagebuch',
      'Kontaktstammdaten',
      'Geplante Netzmaßnahmen',
      'Stellungnahme TÖB',
    ]);
    expect(modules.flatMap(({ maintainer }) => maintainer ?? [])).toEqual([
      'softwarehaus-ost',
      'softwarehaus-west',
    ]);
  });

  test('given the sample, then several tenants, one operator with a channel and one with contact people', () => {
    const { organisations, contracts } = readOrganisation(sampleText);
    expect(new Set(organisations.map(({ tenant }) => tenant)).size).toBe(5);
    const operators = organisations.filter(({ id }) => contracts.some(({ operator }) => operator === id));
    expect(
      operators.map(({ channel, contactPeople }) => [channel !== undefined, contactPeople.length]),
    ).toEqual([
      [true, 0],
      [false, 2],
    ]);
  });

  test('given nothing about urgent reports, then classes 1 and 2 call the dispatchers at any hour', () => {
    const urgentOf = (value: unknown) => readOrganisation(changed(['urgentReports'], value)).urgentReports;
    expect(urgentOf(undefined)).toEqual({ classes: [1, 2], atAnyHour: true });
    expect(urgentOf({ atAnyHour: false })).toEqual({ classes: [1, 2], atAnyHour: false });
    expect(urgentOf({ classes: [] })).toEqual({ classes: [], atAnyHour: true });
  });

  test('given nothing about onboarding, then the default checklist counts, otherwise the one that is given (process 7)', () => {
    const checklistOf = (value: unknown) =>
      readOrganisation(changed(['onboarding'], value)).onboardingChecklist;
    expect(checklistOf(undefined)).toHaveLength(12);
    expect(checklistOf(undefined)[0]).toEqual({
      id: 'contract',
      title: 'Vertrag mit der Genossenschaft geschlossen',
      mandatory: true,
      by: 'processOwner',
    });
    const own = [{ id: 'build', title: 'Build', mandatory: true, by: 'maintainer', evidence: 'link' }];
    expect(checklistOf({ checklist: own })).toEqual(own);
  });

  test('given the sample, then every address is under an example domain', () => {
    const { people } = readOrganisation(sampleText);
    for (const { mail } of people) expect(mail).toMatch(/\.example\.(?:org|com|net)$/);
    for (const [address] of sampleText.matchAll(/https:\/\/[^/\s]+/g))
      expect(address).toMatch(/\.example\.(?:org|com|net)$/);
  });

  test('given a channel without tenant and service URL, then those of the installation', () => {
    const { dispatchChannel, hostingTenant, serviceUrl } = readOrganisation(sampleText);
    expect(dispatchChannel).toEqual({
      tenant: hostingTenant,
      serviceUrl,
      team: 'c0000000-0000-4000-8000-0000000000a1',
      conversation: '19:dispatch@thread.tacv2',
    });
  });

  test('given a channel with another tenant and service URL, then those', () => {
    const tenant = 'f0000000-0000-4000-8000-000000000001';
    const text = changedAll(
      [['platform', 'channel', 'tenant'], tenant],
      [['platform', 'channel', 'serviceUrl'], 'https://teams.example.org/emea/'],
    );
    expect(readOrganisation(text).platformChannel).toMatchObject({
      tenant,
      serviceUrl: 'https://teams.example.org/emea/',
    });
  });

  test('given ids of Entra in capital letters, then they are kept as Teams sends them', () => {
    const text = changed(['people', 0, 'identities', 0, 'objectId'], 'ABCDEF00-0000-4000-8000-000000000001');
    expect(readOrganisation(text).people[0]?.identities[0]?.objectId).toBe(
      'abcdef00-0000-4000-8000-000000000001',
    );
  });

  test('given a time before the first calendar, then the earliest one counts', () => {
    const { calendars } = readOrganisation(sampleText);
    expect(calendarAt(calendars, Date.parse('2019-06-03T10:00:00Z')).id).toBe('2020-01-01');
  });

  test('given a second calendar, then each from its day, with its closed and open days', () => {
    const text = changed(['calendars', 1], {
      validFrom: '2027-01-01',
      zone: 'Europe/Berlin',
      hours: {
        1: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '16:00' },
        ],
      },
      holidays: ['2027-02-01'],
      closedDays: ['2027-02-08'],
      openDays: [{ date: '2027-02-13', windows: [{ from: '09:00', to: '10:00' }] }],
    });
    const { calendars } = readOrganisation(text);
    expect(calendarAt(calendars, Date.parse('2026-12-31T12:00:00Z')).id).toBe('2020-01-01');
    const { calendar } = calendarAt(calendars, Date.parse('2026-12-31T23:00:00Z'));
    expect(
      ['2027-01-25', '2027-02-01', '2027-02-08', '2027-02-13'].map((day) => calendar.isServiceDay(day)),
    ).toEqual([true, false, false, true]);
  });

  test.each([
    [
      'dispatch and platform in one channel',
      changed(['platform', 'channel', 'conversation'], '19:dispatch@thread.tacv2'),
    ],
    [
      'modules of one company in one channel',
      changedAll(
        [['modules', contacts, 'maintainer'], 'softwarehaus-west'],
        [
          ['modules', contacts, 'channel'],
          { team: 'c0000000-0000-4000-8000-0000000000a1', conversation: '19:betriebstagebuch@thread.tacv2' },
        ],
        [['people', west, 'roles', 1], { maintainer: 'kontaktstammdaten' }],
      ),
    ],
    [
      'a maintained module without channel',
      changed(['modules', at('modules', 'betriebstagebuch'), 'channel'], undefined),
    ],
    [
      'a maintainer organisation with nobody in it',
      changed(['people', at('people', 'maintainer-ost'), 'roles', 0], 'operator'),
    ],
    [
      'nobody who dispatches',
      changedAll([['people', 0, 'roles', 0], 'processOwner'], [['people', 1, 'roles', 0], 'processOwner']),
    ],
    ['several roles of a person', changed(['people', 0, 'roles'], ['dispatcher', 'platformMaintainer'])],
    ['an organisation reached by neither', changed(['organisations', 2, 'contactPeople'], undefined)],
    ['a person without phone', changed(['people', deputy, 'phone'], undefined)],
    [
      'a contract after the end of another',
      changed(['contracts', 8], {
        operator: 'netz-nord',
        module: 'kaskadeninformationstool',
        from: '2025-01-01',
      }),
    ],
    ['a contract of one day', changed(['contracts', 4, 'to'], '2022-02-01')],
    ['a service URL of Teams', changed(['serviceUrl'], 'https://smba.trafficmanager.net/emea/')],
    ['a calendar without holidays', changed(['calendars', 0, 'holidayRegion'], undefined)],
  ])('given %s, then it is taken', (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('loadOrganisation', () => {
  test('given no such file, then an error that names it', () => {
    const load = (): unknown => loadOrganisation('/nowhere/organisation.yaml');
    expect(load).toThrow(OrganisationFileError);
    expect(load).toThrow('/nowhere/organisation.yaml cannot be used:\nthe file cannot be read (ENOENT)');
  });

  test('given a file in another encoding, then it is refused instead of losing its umlauts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
    const file = join(folder, 'latin1.yaml');
    writeFileSync(file, sampleText, 'latin1');
    expect(() => loadOrganisation(file)).toThrow('expected a file in UTF-8');
    rmSync(folder, { recursive: true });
  });

  test('given a problem, then the message has path, sentence and line', () => {
    const error = new OrganisationFileError('organisation.yaml', [
      { path: 'people[3].roles[0]', message: 'unknown module "betribstagebuch"', line: 41 },
    ]);
    expect(error.message).toBe(
      'organisation.yaml cannot be used:\npeople[3].roles[0]: unknown module "betribstagebuch" (line 41)',
    );
  });
});
