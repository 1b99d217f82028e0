import { contract, ContractStory, withRepositories } from '../../../support/contract-story';
import type { Contract } from '../../../../src/domain/organisation/installation';

/** Nothing but reminders: no module of theirs has a repository. */
const story = (...contracts: readonly Contract[]) =>
  new ContractStory(withRepositories(contracts.map((each) => ({ ...each, module: 'contacts' }))));
const of = (from: string, to?: string, more: Partial<Contract> = {}) =>
  contract(from, to, { module: 'contacts', ...more });

describe('the end of a contract is reminded of (process 8)', () => {
  it('given an end, then 90, 30 and 7 days before it, once each', () => {
    const days = story(of('2024-01-01', '2026-09-30'));
    expect(days.at('2026-07-01T10:00')).toEqual([]);
    expect(days.at('2026-07-02T08:29')).toEqual([]);
    expect(days.at('2026-07-02T08:30')).toEqual(['c ends 2026-09-30 in 90']);
    expect(days.at('2026-07-03T08:30')).toEqual([]);
    expect(days.at('2026-08-31T08:30')).toEqual(['c ends 2026-09-30 in 30']);
    expect(days.at('2026-09-22T16:59')).toEqual([]);
    expect(days.at('2026-09-23T08:30')).toEqual(['c ends 2026-09-30 in 7']);
    expect(days.at('2026-09-30T16:59')).toEqual([]);
    expect(days.at('2026-10-01T08:30')).toEqual([]);
  });

  it('given a day without service time, then it is said on the next one', () => {
    const days = story(of('2024-01-01', '2026-06-21'));
    days.at('2026-06-12T10:00');
    expect(days.at('2026-06-14T10:00')).toEqual([]);
    expect(days.at('2026-06-15T08:30')).toEqual(['c ends 2026-06-21 in 7']);
  });

  it('given an end that is entered late, or a bot that was down for long, then only the nearest is said', () => {
    expect(story(of('2024-01-01', '2026-06-30')).at('2026-06-10T10:00')).toEqual(['c ends 2026-06-30 in 30']);
    expect(story(of('2024-01-01', '2026-06-12')).at('2026-06-10T10:00')).toEqual(['c ends 2026-06-12 in 7']);
    const away = story(of('2024-01-01', '2026-09-30'));
    away.at('2026-07-02T08:30');
    expect(away.at('2026-09-29T10:00')).toEqual(['c ends 2026-09-30 in 7']);
  });

  it('given the last day, then it is said on it; after it, nothing', () => {
    expect(story(of('2024-01-01', '2026-06-10')).at('2026-06-10T16:59')).toEqual(['c ends 2026-06-10 in 7']);
    expect(story(of('2024-01-01', '2026-06-10')).at('2026-06-11T08:30')).toEqual([]);
  });

  it('given the end is moved, then the new one is reminded of anew; moved back, then nothing is said twice', () => {
    const days = story(of('2024-01-01', '2026-06-30'));
    expect(days.at('2026-06-10T10:00')).toEqual(['c ends 2026-06-30 in 30']);
    days.agrees(of('2024-01-01', '2026-07-05'));
    expect(days.at('2026-06-10T11:00')).toEqual(['c ends 2026-07-05 in 30']);
    days.agrees(of('2024-01-01', '2026-06-30'));
    expect(days.at('2026-06-10T12:00')).toEqual([]);
    expect(days.at('2026-06-23T12:00')).toEqual(['c ends 2026-06-30 in 7']);
  });

  it('given no end, then nothing is said', () => {
    expect(story(of('2024-01-01')).at('2026-06-10T10:00')).toEqual([]);
  });

  it('given another contract that follows without a gap, then nothing is said; with a gap, it is', () => {
    const first = of('2024-01-01', '2026-06-30');
    expect(story(first, of('2026-07-01', undefined, { id: 'n' })).at('2026-06-10T10:00')).toEqual([]);
    const withGap = story(first, of('2026-07-02', undefined, { id: 'n' }));
    expect(withGap.at('2026-06-10T10:00')).toEqual(['c ends 2026-06-30 in 30']);
    const ofOther = story(first, of('2026-07-01', undefined, { id: 'n', operator: 'sued' }));
    expect(ofOther.at('2026-06-10T10:00')).toEqual(['c ends 2026-06-30 in 30']);
  });

  it('given a contract that has not begun, then its end is reminded of from its first day on', () => {
    const days = story(of('2026-06-11', '2026-06-30'));
    expect(days.at('2026-06-10T10:00')).toEqual([]);
    expect(days.at('2026-06-11T10:00')).toEqual(['c ends 2026-06-30 in 30']);
  });

  it('given a retired operator or module, then nothing is said of its contracts', () => {
    const retired = '2026-06-10';
    const ending = story(of('2024-01-01', '2026-06-30')).edits((before) => ({
      ...before,
      modules: before.modules.map((module) => ({ ...module, retired })),
    }));
    expect(ending.at('2026-06-10T10:00')).toEqual([]);
    const leaving = story(of('2024-01-01', '2026-06-30')).edits((before) => ({
      ...before,
      organisations: before.organisations.map((each) => (each.id === 'nord' ? { ...each, retired } : each)),
    }));
    expect(leaving.at('2026-06-10T10:00')).toEqual([]);
  });
});
