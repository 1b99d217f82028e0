import { contractOn, maintainersOf, modulesUnderContract } from '../../../../src/domain/organisation/find';
import { inForceAt } from '../../../../src/domain/organisation/in-force';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';

const retired = '2026-06-12';
const before = berlin('2026-06-11T23:59');
const since = berlin('2026-06-12T00:00');

describe('what is retired, and never deleted', () => {
  const organisations = installation.organisations.map((each) => ({
    ...each,
    ...((each.id === 'nord' || each.id === 'contractor-b') && { retired }),
  }));
  const modules = installation.modules.map((each) => ({
    ...each,
    ...(each.id === 'journal' && { retired }),
  }));
  const changed = { ...installation, organisations, modules };
  const peopleOf = (at: number, organisation: string) =>
    inForceAt(changed, at).people.filter((person) => person.organisation === organisation);

  it('given an organisation, then its people hold their roles until the day before, its contracts end, its name stays', () => {
    expect(peopleOf(before, 'nord').every(({ roles }) => roles.length > 0)).toBe(true);
    expect(peopleOf(since, 'nord').map(({ roles }) => roles)).toEqual([[], []]);
    expect(modulesUnderContract(inForceAt(changed, before), 'nord', '2026-06-11')).toHaveLength(3);
    expect(modulesUnderContract(inForceAt(changed, since), 'nord', retired)).toEqual([]);
    expect(inForceAt(changed, since).organisations.map(({ name }) => name)).toContain('Netz Nord');
    expect(maintainersOf(inForceAt(changed, since), 'outage')).toEqual([]);
  });

  it('given a module, then nobody maintains it and no contract is for it, and its name stays', () => {
    expect(maintainersOf(inForceAt(changed, before), 'journal')).not.toEqual([]);
    expect(maintainersOf(inForceAt(changed, since), 'journal')).toEqual([]);
    expect(contractOn(inForceAt(changed, before), 'sued', 'journal', '2026-06-11')).toBeDefined();
    expect(contractOn(inForceAt(changed, since), 'sued', 'journal', retired)).toBeUndefined();
    expect(inForceAt(changed, since).modules.map(({ name }) => name)).toContain('Betriebstagebuch');
  });
});
