import type { Contract, Installation } from '../../../../src/domain/organisation/installation';
import { packageAccessOn } from '../../../../src/domain/organisation/package-access';
import { takenOverAccess } from '../../../../src/domain/organisation/taken-over-access';
import { contract, ContractStory, withRepositories } from '../../../support/contract-story';
import { berlin } from '../../../support/given';

/** A day without service time: what is there is taken over at any hour. */
const now = berlin('2026-06-13T21:00');

const takenOver = (recorded: Installation) =>
  takenOverAccess(recorded, now).flatMap((event) =>
    event.type === 'accessTaskRecorded' && event.task.kind !== 'revokeMaintainer'
      ? [`${event.task.kind} ${event.task.operator} ${event.task.module}`]
      : [],
  );
const from = (...contracts: readonly Contract[]) => takenOver(withRepositories(contracts));

describe('access that operators have when the bot begins (process 8)', () => {
  it('given contracts that run, then each access is taken over as it is, and neither task nor reminder follows', () => {
    const contracts = [
      contract('2024-01-01', undefined, { id: 'a' }),
      contract('2024-01-01', '2027-12-31', { id: 'b', module: 'outage' }),
      contract('2026-06-12', undefined, { id: 'c', operator: 'sued' }),
    ];
    const story = new ContractStory(withRepositories(contracts));
    const events = takenOverAccess(story.installation, now);
    expect(events[0]).toEqual({
      type: 'accessTaskRecorded',
      task: {
        ...{ id: 'grant.nord.journal.1', kind: 'grant', operator: 'nord', module: 'journal' },
        ...{ since: now, reminders: 0, outcome: { kind: 'takenOver', at: now } },
      },
    });
    expect(from(...contracts)).toEqual(['grant nord journal', 'grant nord outage', 'grant sued journal']);
    expect(story.records(events).at('2026-06-15T10:00')).toEqual([]);
    const access = { operator: 'nord', module: 'journal' };
    expect(packageAccessOn(story.installation, access, '2026-06-15')).toEqual({
      ...{ kind: 'granted', by: 'takenOver', at: now },
    });
    expect(takenOverAccess(story.installation, now)).toEqual([]);
  });

  it('given access that was taken over, when the contract ends, then the operator is kept out', () => {
    const story = new ContractStory(withRepositories([contract('2024-01-01', '2026-06-15')]));
    story.records(takenOverAccess(story.installation, now)).at('2026-06-15T10:00');
    expect(story.at('2026-06-16T10:00')).toEqual(['revoke nord journal']);
    expect(story.done('2026-06-16T11:00').agrees(contract('2026-06-17')).at('2026-06-17T10:00')).toEqual([
      'grant nord journal',
    ]);
  });

  it('given a contract that begins today, ended yesterday, or is to come, then nothing is taken over', () => {
    expect(from(contract('2026-06-13'))).toEqual([]);
    expect(from(contract('2024-01-01', '2026-06-12'))).toEqual([]);
    expect(from(contract('2026-06-14'))).toEqual([]);
  });

  it('given a contract that follows another since today without a gap, then its access is taken over', () => {
    const former = contract('2024-01-01', '2026-06-12');
    expect(from(former, contract('2026-06-13', undefined, { id: 'n' }))).toEqual(['grant nord journal']);
    expect(
      from(contract('2024-01-01', '2026-06-11'), contract('2026-06-13', undefined, { id: 'n' })),
    ).toEqual([]);
  });

  it('given a module without a repository, or one that is retired, or whose operator is, then nothing is', () => {
    expect(from(contract('2024-01-01', undefined, { module: 'contacts' }))).toEqual([]);
    const running = withRepositories([contract('2024-01-01')]);
    const retired = '2026-06-13';
    const modules = running.modules.map((module) => ({ ...module, retired }));
    expect(takenOver({ ...running, modules })).toEqual([]);
    const organisations = running.organisations.map((organisation) => ({ ...organisation, retired }));
    expect(takenOver({ ...running, organisations })).toEqual([]);
  });
});
