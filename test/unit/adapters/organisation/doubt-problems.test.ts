import { doubtProblems } from '../../../../src/adapters/organisation/doubt-problems';
import { readOrganisation } from '../../../../src/adapters/organisation/read-organisation';
import type { Doubt } from '../../../../src/domain/organisation/doubts';
import { sampleText } from './file-text';

const installation = readOrganisation(sampleText);
const nord = { kind: 'organisation', organisation: 'netz-nord' } as const;
const journal = { kind: 'module', module: 'betriebstagebuch' } as const;

describe('where a doubt stands in the file', () => {
  test.each<[Doubt, string, RegExp]>([
    [{ doubt: 'noDispatcher' }, 'people', /^people:$/],
    [{ doubt: 'unmaintained', module: 'betriebstagebuch' }, 'modules[3]', /id: betriebstagebuch$/],
    [{ doubt: 'nobodyUnderContract', organisation: 'netz-nord' }, 'organisations[1]', /id: netz-nord$/],
    [{ doubt: 'madeUpId', field: 'hostingTenant' }, 'hostingTenant', /^hostingTenant:/],
    [
      { doubt: 'madeUpId', field: 'team', place: { kind: 'dispatch' } },
      'dispatch.channel.team',
      /19:dispatch/,
    ],
    [{ doubt: 'madeUpId', field: 'team', place: nord }, 'organisations[1].channel.team', /19:netz-nord/],
    // Not written where it is the installation's.
    [
      { doubt: 'madeUpId', field: 'channelTenant', place: journal },
      'modules[3].channel.tenant',
      /19:betriebstage/,
    ],
    [
      { doubt: 'madeUpId', field: 'organisationTenant', organisation: 'netz-nord' },
      'organisations[1].tenant',
      /tenant: a0/,
    ],
    [
      { doubt: 'madeUpId', field: 'objectId', person: 'leitstelle-sued-a', identity: 1 },
      'people[6].identities[1].objectId',
      /000f01 }$/,
    ],
  ])('given %j, then %s', (doubt, path, line) => {
    const [problem] = doubtProblems([doubt], installation, sampleText);
    expect(problem?.path).toBe(path);
    expect(sampleText.split('\n')[(problem?.line ?? 0) - 1]).toMatch(line);
  });

  test('given a roster that names somebody who does not dispatch, then the entry of its day', () => {
    const duty = [
      { day: '2026-06-11', dispatchers: ['dispatcher-1'] },
      { day: '2026-06-12', dispatchers: ['dispatcher-1', 'dispatcher-2'] },
    ];
    const doubt = { doubt: 'noDispatcherOnDuty', day: '2026-06-12', person: 'dispatcher-2' } as const;
    const [problem] = doubtProblems([doubt], { ...installation, duty }, sampleText);
    expect(problem?.path).toBe('duty[1].dispatchers[1]');
  });

  test('given several, then in the order of the file', () => {
    const doubts: Doubt[] = [{ doubt: 'noProcessOwner' }, { doubt: 'otherAppTenant' }];
    const problems = doubtProblems(doubts, installation, sampleText);
    expect(problems.map(({ path }) => path)).toEqual(['hostingTenant', 'people']);
  });
});
