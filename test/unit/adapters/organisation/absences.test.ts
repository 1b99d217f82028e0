import { readOrganisation } from '../../../../src/adapters/organisation/read-organisation';
import { at, changed, changedAll, problemsOf, sampleText } from './file-text';

const west = {
  person: 'maintainer-west',
  from: '2026-06-08',
  to: '2026-06-12',
  deputy: 'maintainer-west-vertretung',
};
const monday = { day: '2026-06-08', dispatchers: ['dispatcher-1'] };

describe('absences in the organisation file', () => {
  test('given none and no roster, then nobody is absent and nobody on duty', () => {
    expect(readOrganisation(sampleText)).toMatchObject({ absences: [], duty: [] });
  });

  test('given some, then they are read', () => {
    const rest = { person: 'prozess', from: '2026-07-01', to: '2026-07-01' };
    expect(readOrganisation(changed(['absences'], [west, rest])).absences).toEqual([west, rest]);
  });

  test.each([
    ['two that follow each other', [west, { ...west, from: '2026-06-13', to: '2026-06-13' }]],
    ['two people on one day', [west, { person: 'prozess', from: '2026-06-08', to: '2026-06-12' }]],
    ['a colleague with another role as deputy', [{ ...west, person: 'plattform', deputy: 'prozess' }]],
    // Doubts tell of it: people lose roles after an absence was entered.
    ['a deputy who shares nothing', [{ ...west, deputy: 'maintainer-ost' }]],
  ])('given %s, then they are taken', (_what, absences) => {
    expect(problemsOf(changed(['absences'], absences))).toEqual([]);
  });

  test('given a deputy of another company, then it is taken where they share a role', () => {
    const roles = ['people', at('people', 'maintainer-ost'), 'roles', 1];
    const absences = [{ ...west, person: 'dispatcher-1', deputy: 'maintainer-ost' }];
    expect(problemsOf(changedAll([roles, 'dispatcher'], [['absences'], absences]))).toEqual([]);
  });

  test.each([
    ['of somebody unknown', [{ ...west, person: 'x' }], 'absences[0].person', /^unknown person "x"/],
    ['with an unknown deputy', [{ ...west, deputy: 'x' }], 'absences[0].deputy', /^unknown person "x"/],
    [
      'that ends before it begins',
      [{ ...west, to: '2026-06-07' }],
      'absences[0].to',
      /^expected a day not before the first one, 2026-06-08, found "2026-06-07"$/,
    ],
    [
      'on a day that another one has',
      [west, { ...west, from: '2026-06-12', to: '2026-06-14' }],
      'absences[1]',
      /^overlaps absences\[0\], also of "maintainer-west"$/,
    ],
    [
      'with oneself as deputy',
      [{ ...west, deputy: 'maintainer-west' }],
      'absences[0].deputy',
      /^expected another person/,
    ],
    ['without last day', [{ person: 'prozess', from: '2026-06-08' }], 'absences[0].to', /^missing/],
  ])('given one %s, then it is refused with its path', (_what, absences, path, message) => {
    expect(problemsOf(changed(['absences'], absences))).toMatchObject([
      { path, message: expect.stringMatching(message) as unknown, line: expect.any(Number) as unknown },
    ]);
  });
});

describe('the duty roster in the organisation file', () => {
  test('given days, then they are read, also one with nobody', () => {
    const duty = [monday, { day: '2026-06-09', dispatchers: [] }];
    expect(readOrganisation(changed(['duty'], duty)).duty).toEqual(duty);
  });

  test.each([
    [
      'somebody unknown',
      [{ ...monday, dispatchers: ['x'] }],
      'duty[0].dispatchers[0]',
      /^unknown person "x"/,
    ],
    [
      'somebody twice',
      [{ ...monday, dispatchers: ['dispatcher-1', 'dispatcher-1'] }],
      'duty[0].dispatchers[1]',
      /given twice/,
    ],
    ['a day twice', [monday, monday], 'duty[1].day', /^2026-06-08 is the day of duty\[0\] already$/],
    ['no day', [{ ...monday, day: '2026-02-30' }], 'duty[0].day', /^expected a date/],
  ])('given %s, then it is refused with its path', (_what, duty, path, message) => {
    expect(problemsOf(changed(['duty'], duty))).toMatchObject([
      { path, message: expect.stringMatching(message) as unknown, line: expect.any(Number) as unknown },
    ]);
  });
});
