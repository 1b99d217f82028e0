import fc from 'fast-check';
import { isMap, parseDocument, visit } from 'yaml';
import { at, changed, changedAll, problemsOf, sampleText } from './file-text';

const nord = at('organisations', 'netz-nord');
const sued = at('organisations', 'netz-sued');
const west = at('people', 'maintainer-west');
const journal = at('modules', 'betriebstagebuch');
const guest = at('people', 'leitstelle-sued-a');
const person = at('people', 'leitwarte-nord-a');

type Path = readonly (string | number)[];

/** what is wrong, where it is put, the value, the path named (default: where it is put), the sentence */
type Refusal = readonly [string, Path, unknown, string | undefined, RegExp | string];

const structure: Refusal[] = [
  ['a misspelt key', ['hotlin'], '1', '', 'unknown key "hotlin", did you mean "hotline"?'],
  ['a foreign key of a person', ['people', 0, 'salary'], 1, 'people[0]', 'unknown key "salary"'],
  [
    'a person without name',
    ['people', 0, 'name'],
    undefined,
    'people[0].name',
    /^missing, expected the name/,
  ],
  ['an empty name', ['people', 0, 'name'], '', undefined, 'expected the name of the person, found ""'],
  [
    'a name that is a number',
    ['modules', 0, 'name'],
    7,
    undefined,
    'expected the name of the module, found 7',
  ],
  ['a name without end', ['modules', 0, 'name'], 'x'.repeat(201), undefined, /at most 200 characters/],
  ['a missing list', ['contracts'], undefined, undefined, 'missing, expected a list of contracts'],
  ['a map in the place of a list', ['people'], {}, undefined, 'expected a list of people, found {}'],
  ['a foreign key of urgent reports', ['urgentReports'], { class: 1 }, undefined, /^unknown key "class"/],
  [
    'one class in the place of a list',
    ['urgentReports'],
    { classes: 1 },
    'urgentReports.classes',
    /^expected different fault classes from 1, 2, 3, 4, such as \[1, 2\], or \[\] for none, found 1$/,
  ],
  [
    'a class that there is not',
    ['urgentReports'],
    { classes: [1, 5] },
    'urgentReports.classes',
    /^expected different fault classes from 1, 2, 3, 4/,
  ],
  [
    'a class twice',
    ['urgentReports'],
    { classes: [1, 1] },
    'urgentReports.classes',
    /^expected different fault classes from 1, 2, 3, 4/,
  ],
  [
    'a word for a yes',
    ['urgentReports'],
    { atAnyHour: 'ja' },
    'urgentReports.atAnyHour',
    'expected true or false, found "ja"',
  ],
  [
    'a checklist without items',
    ['onboarding'],
    { checklist: [] },
    'onboarding.checklist',
    'expected at least one item',
  ],
  [
    'a checklist of more items than a card holds',
    ['onboarding'],
    {
      checklist: Array.from({ length: 61 }, (_, index) => ({
        id: `item-${index}`,
        title: 'A',
        mandatory: true,
        by: 'maintainer',
      })),
    },
    'onboarding.checklist',
    'expected at most 60 items',
  ],
  [
    'an item that is nobody’s',
    ['onboarding'],
    { checklist: [{ id: 'a', title: 'A', mandatory: true, by: 'operator' }] },
    'onboarding.checklist[0].by',
    'expected one of maintainer, dispatcher, platformMaintainer, processOwner, found "operator"',
  ],
  [
    'an item twice',
    ['onboarding'],
    {
      checklist: [
        { id: 'a', title: 'A', mandatory: true, by: 'maintainer' },
        { id: 'a', title: 'B', mandatory: true, by: 'maintainer' },
      ],
    },
    'onboarding.checklist',
    'expected items with different ids',
  ],
  ['a text in the place of a map', ['dispatch'], 'x', undefined, 'expected a map of channel, found "x"'],
  [
    'an id with umlauts',
    ['modules', 0, 'id'],
    'töb',
    undefined,
    /^expected the id of the module: lower-case/,
  ],
  [
    'a tenant that is no UUID',
    ['hostingTenant'],
    'contoso',
    undefined,
    /^expected the tenant .*, a UUID, found/,
  ],
  [
    'an object id that is no UUID',
    ['people', 0, 'identities', 0, 'objectId'],
    '29:x',
    undefined,
    /a UUID, found/,
  ],
  [
    'zeros for a tenant',
    ['hostingTenant'],
    '00000000-0000-0000-0000-000000000000',
    undefined,
    /^expected the tenant .*, not one digit throughout, found/,
  ],
  [
    'a mail address without domain',
    ['people', 0, 'mail'],
    'eins',
    undefined,
    'expected a mail address, found "eins"',
  ],
  ['an unencrypted service URL', ['serviceUrl'], 'http://teams.example', undefined, /beginning with https:/],
  [
    'a service URL that only begins like loopback',
    ['serviceUrl'],
    'http://127.0.0.1.example/',
    undefined,
    /https:/,
  ],
  [
    'a package repository of another kind',
    ['modules', 0, 'packageRepository'],
    'ftp://x',
    undefined,
    /https:/,
  ],
  [
    'a thread as a channel',
    ['dispatch', 'channel', 'conversation'],
    '19:a@thread.tacv2;messageid=1',
    undefined,
    /;messageid=/,
  ],
  [
    'a chat as a channel',
    ['platform', 'channel', 'conversation'],
    'a:1-chat',
    undefined,
    /^expected the id of a channel/,
  ],
  [
    'a team that is no UUID',
    ['dispatch', 'channel', 'team'],
    '19:x',
    undefined,
    /^expected the team's group id, a UUID/,
  ],
  [
    'a channel without team',
    ['dispatch', 'channel', 'team'],
    undefined,
    undefined,
    /^missing, expected the team's group id/,
  ],
  ['no module', ['modules'], [], undefined, 'expected at least one module'],
  ['no calendar', ['calendars'], [], undefined, 'expected at least one calendar'],
  [
    'an unknown role',
    ['people', 0, 'roles', 0],
    'dispather',
    undefined,
    'unknown role "dispather", did you mean "dispatcher"?',
  ],
  [
    'a maintainer of nothing',
    ['people', 0, 'roles', 0],
    'maintainer',
    undefined,
    /^expected one of .*"maintainer: <module>"/,
  ],
  ['a maintainer of a list', ['people', 0, 'roles', 0], { maintainer: ['x'] }, undefined, /^expected one of/],
  [
    'a role with more to it',
    ['people', 0, 'roles', 0],
    { maintainer: 'x', since: 1 },
    undefined,
    /^expected one of/,
  ],
  [
    'a day that does not exist',
    ['contracts', 0, 'from'],
    '2026-02-30',
    undefined,
    'expected a date YYYY-MM-DD that exists, found "2026-02-30"',
  ],
  ['a German date', ['contracts', 0, 'from'], '01.02.2022', undefined, /^expected a date YYYY-MM-DD/],
  [
    'a version without quotation marks',
    ['contracts', 0, 'installedVersion'],
    2.1,
    undefined,
    /in quotation marks, found 2.1/,
  ],
  ...[0, 61, 1.5, '3'].map((months): Refusal => [
    `a notice period of ${JSON.stringify(months)} months`,
    ['contracts', 0, 'noticeMonths'],
    months,
    undefined,
    /^expected whole months from 1 to 60, found/,
  ]),
];

const references: Refusal[] = [
  [
    'a maintainer of an unknown module',
    ['people', west, 'roles', 0, 'maintainer'],
    'betribstagebuch',
    `people[${west}].roles[0]`,
    'unknown module "betribstagebuch", did you mean "betriebstagebuch"?',
  ],
  [
    'an unknown module far from any',
    ['contracts', 0, 'module'],
    'abrechnung',
    undefined,
    'unknown module "abrechnung"',
  ],
  [
    'an unknown operator',
    ['contracts', 0, 'operator'],
    'netz-nor',
    undefined,
    'unknown organisation "netz-nor", did you mean "netz-nord"?',
  ],
  [
    'an unknown maintainer',
    ['modules', journal, 'maintainer'],
    'nirgends',
    undefined,
    'unknown organisation "nirgends"',
  ],
  [
    'an unknown organisation of a person',
    ['people', person, 'organisation'],
    'x',
    undefined,
    'unknown organisation "x"',
  ],
  [
    'an unknown contact person',
    ['organisations', sued, 'contactPeople', 0],
    'niemand',
    undefined,
    'unknown person "niemand"',
  ],
  [
    'an organisation twice',
    ['organisations', 5],
    { id: 'genossenschaft', name: 'x', tenant: 'c0000000-0000-4000-8000-000000000001' },
    'organisations[5].id',
    '"genossenschaft" is the id of organisations[0] already',
  ],
  [
    'a person twice',
    ['people', 1, 'id'],
    'dispatcher-1',
    undefined,
    '"dispatcher-1" is the id of people[0] already',
  ],
  [
    'a module twice',
    ['modules', 7],
    { id: 'bereitschaftsplanung', name: 'x' },
    'modules[7].id',
    '"bereitschaftsplanung" is the id of modules[0] already',
  ],
];

const people: Refusal[] = [
  [
    'one identity of two people, in other letters',
    ['people', 1, 'identities', 0, 'objectId'],
    'C0000000-0000-4000-8000-000000000D01',
    'people[1].identities[0]',
    'the same tenant and object id as people[0].identities[0]',
  ],
  [
    'a role twice',
    ['people', 0, 'roles'],
    ['dispatcher', 'dispatcher'],
    'people[0].roles[1]',
    /^the role is given twice/,
  ],
  [
    'a contact person of another organisation',
    ['organisations', sued, 'contactPeople', 1],
    'leitwarte-nord-a',
    undefined,
    '"leitwarte-nord-a" belongs to organisation "netz-nord"',
  ],
  [
    'a contact person twice',
    ['organisations', sued, 'contactPeople', 1],
    'leitstelle-sued-a',
    undefined,
    /given twice/,
  ],
  [
    'a contact person whom the bot cannot write to',
    ['people', guest, 'identities', 1],
    undefined,
    `organisations[${sued}].contactPeople[0]`,
    /^"leitstelle-sued-a" needs an identity of the hosting tenant/,
  ],
];

const channelOf = (conversation: string, team = 'c0000000-0000-4000-8000-0000000000a1') => ({
  team,
  conversation,
});
const onlyThese = /: only dispatch and platform may share one, or modules of one maintainer$/;

const channels: Refusal[] = [
  [
    'an operator in the dispatch channel',
    ['organisations', nord, 'channel'],
    channelOf('19:dispatch@thread.tacv2'),
    undefined,
    onlyThese,
  ],
  [
    'an operator in the platform channel',
    ['organisations', nord, 'channel'],
    channelOf('19:plattform@thread.tacv2'),
    undefined,
    onlyThese,
  ],
  [
    'an operator in a module’s channel',
    ['organisations', nord, 'channel'],
    channelOf('19:betriebstagebuch@thread.tacv2'),
    undefined,
    onlyThese,
  ],
  [
    'two operators in a channel',
    ['organisations', sued, 'channel'],
    channelOf('19:netz-nord@thread.tacv2'),
    undefined,
    onlyThese,
  ],
  [
    'modules of two companies in a channel',
    ['modules', journal, 'channel'],
    channelOf('19:stoerungsinformationstool@thread.tacv2'),
    undefined,
    onlyThese,
  ],
  [
    'a module in the dispatch channel',
    ['modules', journal, 'channel'],
    channelOf('19:dispatch@thread.tacv2'),
    undefined,
    onlyThese,
  ],
  [
    'a channel of two teams',
    ['platform', 'channel'],
    channelOf('19:dispatch@thread.tacv2', 'c0000000-0000-4000-8000-0000000000a2'),
    'platform.channel.team',
    'the same channel as dispatch.channel in another team',
  ],
];

const contracts: Refusal[] = [
  [
    'a contract that ends before it begins',
    ['contracts', 0, 'to'],
    '2022-01-31',
    undefined,
    /^expected a day not before the first one, 2022-02-01/,
  ],
  [
    'two contracts on one day',
    ['contracts', 1],
    { operator: 'netz-nord', module: 'betriebstagebuch', from: '2030-01-01' },
    undefined,
    'overlaps contracts[0], also of "netz-nord" for "betriebstagebuch"',
  ],
];

/** Ten levels of ten aliases each. */
const aliasBomb = Array.from({ length: 10 }, (_, level) => {
  const items = level === 0 ? 'x' : Array.from({ length: 10 }, () => `*l${level - 1}`).join(', ');
  return `k${level}: &l${level} [${items}]`;
}).join('\n');

const hours = ['calendars', 0, 'hours'];
const noServiceTime = 'expected at least one weekday with a window';
const calendars: Refusal[] = [
  ['no hours on any weekday', hours, {}, undefined, noServiceTime],
  ['only empty days', hours, { 1: [], 5: [] }, undefined, noServiceTime],
  [
    'one open day and no weekly hours',
    ['calendars', 0],
    {
      validFrom: '2020-01-01',
      zone: 'Europe/Berlin',
      hours: {},
      openDays: [{ date: '2027-03-01', windows: [{ from: '08:30', to: '17:00' }] }],
    },
    'calendars[0].hours',
    /^expected at least one weekday with a window: no calendar follows this one/,
  ],
  [
    'weekly hours too short for any deadline',
    hours,
    { 1: [{ from: '08:30:00', to: '08:30:01' }] },
    undefined,
    /^expected more service time: a report of class 1 received on 2020-01-01 would never get a deadline/,
  ],
  [
    'a first day at the end of the years that calendars cover',
    ['calendars', 0, 'validFrom'],
    '2199-12-31',
    'calendars[0].hours',
    /^expected more service time: a report of class 4 received on 2199-12-31/,
  ],
  [
    'a calendar without a day',
    ['calendars', 0, 'validFrom'],
    undefined,
    undefined,
    'missing, expected a date YYYY-MM-DD',
  ],
  [
    'an unknown zone',
    ['calendars', 0, 'zone'],
    'Europe/Berlim',
    undefined,
    /^unknown time zone, expected an IANA name/,
  ],
  ['no zone', ['calendars', 0, 'zone'], undefined, undefined, /^unknown time zone/],
  ['no hours', hours, undefined, undefined, /^expected an object, found nothing/],
  ['an unknown weekday', [...hours, 8], [], undefined, /^unknown weekday/],
  [
    'a window that ends early',
    [...hours, 5, 0, 'to'],
    '08:00',
    'calendars[0].hours.5[0].to',
    /^the window must end after it begins/,
  ],
  [
    'a misspelt key of a window',
    [...hours, 5, 0, 'too'],
    '08:00',
    'calendars[0].hours.5[0]',
    'unknown key "too", did you mean "to"?',
  ],
  ['an unknown region', ['calendars', 0, 'holidayRegion'], 'BUNT', undefined, /^unknown holiday region/],
  [
    'a closed day that does not exist',
    ['calendars', 0, 'closedDays'],
    ['2026-02-30'],
    'calendars[0].closedDays[0]',
    /^not a date/,
  ],
  [
    'an open day without windows',
    ['calendars', 0, 'openDays'],
    [{ date: '2026-06-13' }],
    'calendars[0].openDays[0].windows',
    /^expected a list/,
  ],
  [
    'a foreign key of an open day',
    ['calendars', 0, 'openDays'],
    [{ date: '2026-06-13', windows: [], note: 'x' }],
    'calendars[0].openDays[0]',
    'unknown key "note"',
  ],
  [
    'calendars out of order',
    ['calendars', 1],
    { validFrom: '2019-12-31', zone: 'Europe/Berlin', hours: { 1: [{ from: '08:00', to: '16:00' }] } },
    'calendars[1].validFrom',
    /^expected a day after 2020-01-01/,
  ],
];

const days: Refusal[] = [
  [
    'roles that end before they begin',
    ['people', 0, 'until'],
    '2020-12-31',
    undefined,
    /^expected a day not before the first one, 2022-02-01, found "2020-12-31"/,
  ],
  ['a last day that does not exist', ['people', 0, 'until'], '2026-02-30', undefined, /^expected a date/],
];

function pathOf(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')
    .replace('hours[8]', 'hours.8');
}

describe.each([
  ['structure', structure],
  ['names', references],
  ['people', people],
  ['channels', channels],
  ['contracts', contracts],
  ['calendars', calendars],
  ['days of roles', days],
])('the organisation file: %s', (_name, refusals) => {
  test.each(refusals)('given %s, then it is refused with its path', (_what, path, value, named, sentence) => {
    const problems = problemsOf(changed(path, value));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(named ?? pathOf(path));
    if (typeof sentence === 'string') expect(problems[0]?.message).toBe(sentence);
    else expect(problems[0]?.message).toMatch(sentence);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });
});

describe('the organisation file', () => {
  const openDays = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      date: `2026-12-${String(from + index).padStart(2, '0')}`,
      windows: [{ from: '08:30', to: '17:00' }],
    }));
  const before = (days: unknown[]) =>
    changed(
      ['calendars'],
      [
        { validFrom: '2026-12-01', zone: 'Europe/Berlin', hours: {}, openDays: days },
        {
          validFrom: '2026-12-15',
          zone: 'Europe/Berlin',
          hours: { 1: [{ from: '08:00', to: '16:00' }] },
        },
      ],
    );

  test('given a calendar of open days before another, then it is taken if the last report in it gets each deadline', () => {
    expect(problemsOf(before(openDays(15, 10)))).toEqual([]);
    expect(problemsOf(before(openDays(14, 10)))).toMatchObject([
      {
        path: 'calendars[0].hours',
        message: 'expected more service time: after 2026-12-14 there are not 10 service days any more',
      },
    ]);
    expect(problemsOf(before(openDays(1, 10)))).toMatchObject([
      {
        path: 'calendars[0].hours',
        message:
          'expected more service time: a report of class 1 received on 2026-12-14 would never get a deadline',
      },
    ]);
  });

  test('given several problems, then all of them in the order of the file with their lines', () => {
    const text = changedAll([['contracts', 0, 'module'], 'x'], [['people', 0, 'organisation'], 'y']);
    const problems = problemsOf(text);
    expect(problems.map(({ path }) => path)).toEqual(['people[0].organisation', 'contracts[0].module']);
    const lines = text.split('\n');
    expect(lines[(problems[0]?.line ?? 0) - 1]).toContain('organisation: y');
    expect(lines[(problems[1]?.line ?? 0) - 1]).toContain('module: x');
  });

  test('given another value by an alias, then the line of the alias is named', () => {
    const text = sampleText
      .replace('dispatch:\n', 'dispatch: &d\n')
      .replace(/platform:\n.*\n(?:.*conversation.*\n)?/, 'platform: *d\n');
    expect(problemsOf(text.replace(/team: c0000000-0000-4000-8000-0000000000a1/, 'team: x'))).toMatchObject([
      { path: 'dispatch.channel.team' },
      { path: 'platform.channel.team' },
    ]);
  });

  test.each([
    ['no map', '- a\n- b\n', /^expected a map of hostingTenant/],
    ['nothing', '', /^expected a map of hostingTenant.*found null/],
    ['a key twice', `${sampleText}\nhotline: '1'\n`, /^not valid YAML: Map keys must be unique/],
    ['broken YAML', 'people: [', /^not valid YAML: /],
    ['an alias bomb', aliasBomb, /^not valid YAML: Excessive alias count/],
    ['two documents', `${sampleText}\n---\na: 1\n`, /^not valid YAML: /],
  ])('given %s, then it is refused', (_what, text, sentence) => {
    const [problem] = problemsOf(text);
    expect(problem?.path).toBe('');
    expect(problem?.message).toMatch(sentence);
  });

  test('given a key that nobody knows in any map, then it is refused with the path of that map', () => {
    const maps: Path[] = [];
    visit(parseDocument(sampleText), {
      Map: (_key, _node, ancestors) => {
        maps.push(pathTo([...ancestors, _node]));
      },
    });
    const insideRoles = (path: Path): boolean => path.includes('roles');
    expect(maps.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...maps), fc.stringMatching(/^x[a-z]{3,8}$/), (path, key) => {
        const problems = problemsOf(changed([...path, key], 1));
        expect(problems.length).toBeGreaterThan(0);
        const named = pathOf(path).replace(/hours\[?(\d)\]?/, 'hours.$1');
        if (named.endsWith('hours')) expect(problems[0]?.path).toBe(`${named}.${key}`);
        else expect(problems[0]?.path).toBe(named);
        if (!insideRoles(path) && !named.endsWith('hours'))
          expect(problems[0]?.message).toContain(`unknown key "${key}"`);
      }),
      { numRuns: 150 },
    );
  });
});

/** The keys and positions that lead to the last of these nodes. */
function pathTo(nodes: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  nodes.forEach((node, index) => {
    const before = nodes[index - 1] as { items?: unknown[]; key?: { value: string | number } } | undefined;
    if (before === undefined) return;
    if (before.key !== undefined) path.push(before.key.value);
    else if (Array.isArray(before.items) && !isMap(before)) path.push(before.items.indexOf(node));
  });
  return path;
}
