import { accessDueAt } from '../../../../src/domain/organisation/access-tasks-due';
import type { Installation } from '../../../../src/domain/organisation/installation';
import { contract, ContractStory, withRepositories } from '../../../support/contract-story';
import { berlin } from '../../../support/given';
import { aroundTheClock } from '../../../support/installation';

/** Wed 10.06.2026 is a service day like any other. */
const nordFrom = (from: string, to?: string) => new ContractStory(withRepositories([contract(from, to)]));
/** Nord was let in on Wed 10.06.2026. */
const nordWithAccess = (to?: string) => {
  const story = nordFrom('2026-06-10', to);
  story.at('2026-06-10T10:00');
  return story.done('2026-06-10T11:00');
};

describe('access to packages follows the contract (process 8)', () => {
  it('given a contract that begins, then letting the operator in is a task, once; before, nothing is', () => {
    const story = nordFrom('2026-06-10');
    expect(story.at('2026-06-09T16:59')).toEqual([]);
    expect(story.at('2026-06-10T08:30')).toEqual(['grant nord journal']);
    expect(story.at('2026-06-10T08:31')).toEqual([]);
    expect(story.openTasks).toEqual([
      {
        ...{ kind: 'grant', operator: 'nord', module: 'journal', reminders: 0 },
        ...{ id: expect.any(String) as string, since: berlin('2026-06-10T08:30') },
      },
    ]);
  });

  it('given a contract that begins at the weekend, then the task waits for service time', () => {
    const story = nordFrom('2026-06-13');
    for (const time of ['2026-06-12T13:59', '2026-06-13T10:00', '2026-06-14T10:00', '2026-06-15T08:29'])
      expect(story.at(time)).toEqual([]);
    expect(story.at('2026-06-15T08:30')).toEqual(['grant nord journal']);
  });

  it('given access and a last day, then keeping the operator out is a task from the day after on', () => {
    const story = nordWithAccess('2026-06-16');
    expect(story.at('2026-06-16T16:59')).toEqual([]);
    expect(story.at('2026-06-17T08:30')).toEqual(['revoke nord journal']);
    story.done('2026-06-17T09:00');
    expect(story.at('2026-06-18T09:00')).toEqual([]);
  });

  it('given a contract that ended before anybody let the operator in, then that task falls away and no other follows', () => {
    const story = nordFrom('2026-06-10', '2026-06-10');
    story.at('2026-06-10T10:00');
    expect(story.at('2026-06-11T08:30')).toEqual(['grant nord journal dropped']);
    expect(story.at('2026-06-11T08:31')).toEqual([]);
  });

  it('given another contract that follows without a gap, then access stays and nothing is due', () => {
    const story = nordWithAccess('2026-06-16');
    story.agrees(contract('2026-06-10', '2026-06-16'), contract('2026-06-17', undefined, { id: 'next' }));
    for (const time of ['2026-06-16T16:59', '2026-06-17T08:30', '2026-06-18T08:30'])
      expect(story.at(time)).toEqual([]);
  });

  it('given a gap of a day, then the operator is kept out and let in again', () => {
    const story = nordWithAccess('2026-06-16');
    story.agrees(contract('2026-06-10', '2026-06-16'), contract('2026-06-18', undefined, { id: 'next' }));
    story.at('2026-06-16T10:00');
    expect(story.at('2026-06-17T08:30')).toEqual(['revoke nord journal']);
    story.done('2026-06-17T09:00');
    expect(story.at('2026-06-18T08:30')).toEqual(['grant nord journal']);
  });

  it('given a gap in which nobody kept the operator out, then that task falls away and access stays', () => {
    const story = nordWithAccess('2026-06-16');
    story.agrees(contract('2026-06-10', '2026-06-16'), contract('2026-06-18', undefined, { id: 'next' }));
    story.at('2026-06-17T08:30');
    expect(story.at('2026-06-18T08:30')).toEqual(['revoke nord journal dropped']);
    expect(story.openTasks).toEqual([]);
  });

  it('given a gap over a weekend, then nobody has to be kept out for it', () => {
    const story = nordWithAccess('2026-06-12');
    story.agrees(contract('2026-06-10', '2026-06-12'), contract('2026-06-15', undefined, { id: 'next' }));
    story.at('2026-06-12T13:59');
    for (const time of ['2026-06-13T10:00', '2026-06-14T10:00', '2026-06-15T08:30'])
      expect(story.at(time)).toEqual([]);
  });

  it('given a module that gets a repository, then the task follows; one that loses it, then it falls away, and nobody can be kept out', () => {
    const story = new ContractStory(
      withRepositories([contract('2026-01-01', undefined, { module: 'contacts' })]),
    );
    expect(story.at('2026-06-10T10:00')).toEqual([]);
    story.edits((before) => withRepository(before, 'https://pakete.example.org/contacts'));
    expect(story.at('2026-06-10T10:01')).toEqual(['grant nord contacts']);
    story.edits((before) => withRepository(before, undefined));
    expect(story.at('2026-06-10T10:02')).toEqual(['grant nord contacts dropped']);
    story.edits((before) => withRepository(before, 'https://pakete.example.org/contacts'));
    story.at('2026-06-10T10:03');
    story.done('2026-06-10T10:04').edits((before) => withRepository(before, undefined));
    expect(story.at('2026-06-11T10:00')).toEqual([]);
  });

  it.each<readonly [string, (before: Installation) => Installation]>([
    ['operator', (before) => ({ ...before, organisations: retired(before.organisations, 'nord') })],
    ['module', (before) => ({ ...before, modules: retired(before.modules, 'journal') })],
  ])('given access, when the %s is retired, then the operator is kept out', (_, retire) => {
    const story = nordWithAccess().edits(retire);
    expect(story.at('2026-06-16T16:00')).toEqual([]);
    expect(story.at('2026-06-17T08:30')).toEqual(['revoke nord journal']);
  });

  it('given names that would read alike side by side, then each access has a task of its own', () => {
    const base = withRepositories([
      contract('2026-06-10', undefined, { id: 'one', operator: 'nord-ost', module: 'journal' }),
      contract('2026-06-10', undefined, { id: 'other', operator: 'nord', module: 'ost-journal' }),
    ]);
    const [nord, journal] = [base.organisations[1]!, base.modules[0]!];
    const story = new ContractStory({
      ...base,
      organisations: [...base.organisations, { ...nord, id: 'nord-ost' }],
      modules: [...base.modules, { ...journal, id: 'ost-journal' }],
    });
    expect(story.at('2026-06-10T08:30')).toEqual(['grant nord-ost journal', 'grant nord ost-journal']);
    expect(new Set(story.openTasks.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a task that nobody does', () => {
  it('given two service days are over, then it is reminded of at the next opening, and so on every two', () => {
    const story = nordFrom('2026-06-10');
    story.at('2026-06-10T08:30');
    expect(accessDueAt(story.installation, berlin('2026-06-10T08:30'))).toBe(berlin('2026-06-12T14:00'));
    for (const time of ['2026-06-12T13:59', '2026-06-13T12:00', '2026-06-14T12:00'])
      expect(story.at(time)).toEqual([]);
    expect(story.at('2026-06-15T08:30')).toEqual(['grant nord journal reminded 1']);
    expect(story.at('2026-06-16T16:59')).toEqual([]);
    expect(story.at('2026-06-17T08:30')).toEqual(['grant nord journal reminded 2']);
    expect(story.done('2026-06-17T09:00').at('2026-06-30T09:00')).toEqual([]);
  });

  it('given the bot was down for long, then what was missed is said once', () => {
    const story = nordFrom('2026-06-10');
    story.at('2026-06-10T08:30');
    expect(story.at('2026-06-24T10:00')).toEqual(['grant nord journal reminded 4']);
    expect(story.at('2026-06-24T11:00')).toEqual([]);
  });

  it('given service days that end at midnight, then two of them are two', () => {
    const story = new ContractStory(withRepositories([contract('2026-06-10')], aroundTheClock));
    story.at('2026-06-10T08:30');
    expect(story.at('2026-06-13T00:00')).toEqual([]);
    expect(story.at('2026-06-13T00:01')).toEqual(['grant nord journal reminded 1']);
    expect(story.at('2026-06-15T00:00')).toEqual([]);
    expect(story.at('2026-06-15T00:01')).toEqual(['grant nord journal reminded 2']);
  });

  it('given it falls away and comes again, then it is another one, whose service days count anew', () => {
    const story = nordFrom('2026-06-10');
    story.at('2026-06-10T08:30');
    const [first] = story.openTasks;
    story.agrees();
    expect(story.at('2026-06-17T08:30')).toEqual(['grant nord journal dropped']);
    story.agrees(contract('2026-06-10'));
    expect(story.at('2026-06-17T09:00')).toEqual(['grant nord journal']);
    expect(story.openTasks[0]?.id).not.toBe(first?.id);
    expect(story.at('2026-06-19T13:59')).toEqual([]);
  });
});

function withRepository(before: Installation, packageRepository: string | undefined): Installation {
  return {
    ...before,
    modules: before.modules.map(({ packageRepository: earlier, ...module }) =>
      module.id === 'contacts'
        ? { ...module, ...(packageRepository !== undefined && { packageRepository }) }
        : { ...module, ...(earlier !== undefined && { packageRepository: earlier }) },
    ),
  };
}

function retired<Item extends { readonly id: string }>(items: readonly Item[], id: string): readonly Item[] {
  return items.map((item) => (item.id === id ? { ...item, retired: '2026-06-17' } : item));
}
