import type { AccessOutcome, PackageTask } from '../../../../src/domain/organisation/installation';
import { isOpen, lastSettled, packageAccessOn } from '../../../../src/domain/organisation/package-access';
import { contract, withRepositories } from '../../../support/contract-story';

const journal = { operator: 'nord', module: 'journal' } as const;
const done = (at: number, reference?: string): AccessOutcome => ({
  ...{ kind: 'done', at, by: 'platform' },
  ...(reference !== undefined && { reference }),
});

function task(id: string, kind: PackageTask['kind'], outcome?: AccessOutcome): PackageTask {
  return { id, kind, ...journal, since: 0, reminders: 0, ...(outcome && { outcome }) };
}

const accessOf = (
  contracts: Parameters<typeof withRepositories>[0],
  ...accessTasks: readonly PackageTask[]
) => packageAccessOn({ ...withRepositories(contracts), accessTasks }, journal, '2026-06-10');

const running = [contract('2026-06-10', '2026-06-10')];
const over = [contract('2024-01-01', '2026-06-09')];
const toCome = [contract('2026-06-11')];

describe('the access of an operator to the packages of a module (process 8)', () => {
  it('given no contract, or one that is over or to come, and nothing done, then there is none', () => {
    for (const contracts of [[], over, toCome]) expect(accessOf(contracts)).toEqual({ kind: 'none' });
  });

  it('given a contract, then it is being granted until somebody has done so, open task or not', () => {
    for (const tasks of [[], [task('a', 'grant')], [task('a', 'grant', { kind: 'dropped', at: 1 })]])
      expect(accessOf(running, ...tasks)).toEqual({ kind: 'granting' });
  });

  it('given it was done, then it is granted since, with what it was done for; or taken over', () => {
    expect(accessOf(running, task('a', 'grant', done(5)))).toEqual({ kind: 'granted', at: 5, by: 'task' });
    expect(accessOf(running, task('a', 'grant', done(5, 'konto-1')))).toEqual({
      ...{ kind: 'granted', at: 5, by: 'task', reference: 'konto-1' },
    });
    expect(accessOf(running, task('a', 'grant', { kind: 'takenOver', at: 7 }))).toEqual({
      ...{ kind: 'granted', at: 7, by: 'takenOver' },
    });
  });

  it('given it was granted and no contract counts, then it is being revoked until somebody has done so', () => {
    const granted = task('a', 'grant', done(5));
    for (const tasks of [[], [task('b', 'revoke')], [task('b', 'revoke', { kind: 'dropped', at: 6 })]])
      expect(accessOf(over, granted, ...tasks)).toEqual({ kind: 'revoking' });
    expect(accessOf(over, granted, task('b', 'revoke', done(8)))).toEqual({ kind: 'revoked', at: 8 });
  });

  it('given it was revoked and there is a contract again, then it is being granted anew', () => {
    const before = [task('a', 'grant', done(5)), task('b', 'revoke', done(8))];
    expect(accessOf(running, ...before)).toEqual({ kind: 'granting' });
    expect(accessOf(running, ...before, task('c', 'grant', done(9)))).toMatchObject({ at: 9 });
  });

  it('given a module without a package repository, then there is nothing to get at', () => {
    const contacts = { operator: 'nord', module: 'contacts' };
    const inForce = withRepositories([contract('2024-01-01', undefined, { module: 'contacts' })]);
    expect(packageAccessOn(inForce, contacts, '2026-06-10')).toEqual({ kind: 'noRepository' });
  });

  it('given tasks of other operators and modules, then they say nothing of this one', () => {
    const others = [
      { ...task('a', 'grant', done(5)), operator: 'sued' },
      { ...task('b', 'grant', done(5)), module: 'outage' },
    ];
    expect(accessOf(running, ...others)).toEqual({ kind: 'granting' });
    expect(lastSettled({ accessTasks: others }, journal)).toBeUndefined();
  });

  it('given a task, then it is open until it has an outcome', () => {
    expect([task('a', 'grant'), task('b', 'grant', done(5))].map(isOpen)).toEqual([true, false]);
  });
});
