import { importRecords } from '../../../src/app/import-records';
import {
  openDirectory,
  readDirectory,
  type RecordedDirectoryDeps,
} from '../../../src/app/recorded-directory';
import type { OrganisationChange } from '../../../src/domain/organisation/changes';
import { noRecords, type OrganisationRecords, recordsOf } from '../../../src/domain/organisation/records';
import { contract, withRepositories } from '../../support/contract-story';
import { installation } from '../../support/installation';
import { InMemoryOrganisationStore } from '../../support/in-memory-stores/in-memory-organisation-store';
import { sampleTime } from '../../support/tickets';

let organisation: InMemoryOrganisationStore;
let commands = 0;
beforeEach(() => {
  organisation = new InMemoryOrganisationStore();
});

function deps(more: Partial<RecordedDirectoryDeps> = {}): RecordedDirectoryDeps {
  const newCommandId = () => `command ${(commands += 1)}`;
  return { organisation, file: installation, clock: { now: () => sampleTime }, newCommandId, ...more };
}

const renamed = (name: string) => ({
  ...noRecords,
  organisations: [{ id: 'nord', name, contactPeople: [] }],
});
const nameOfNord = (directory: {
  installation(): { organisations: readonly { id: string; name: string }[] };
}) => directory.installation().organisations.find(({ id }) => id === 'nord')?.name;

describe('the first start', () => {
  it('given an empty store, then people, modules and contracts of the file are the first import, recorded whole', async () => {
    const directory = await openDirectory(deps());
    expect(directory.installation()).toEqual(installation);
    expect(organisation.changes).toHaveLength(1);
    expect(organisation.changes[0]).toMatchObject({ version: 1, action: 'importRecords', at: sampleTime });
    expect(organisation.changes[0]).not.toHaveProperty('by');
  });

  it('given contracts that run, then their access to packages is taken over in the same change; one that begins today leads to a task', async () => {
    const running = contract('2024-01-01', undefined, { id: 'running' });
    const begins = contract('2026-06-12', undefined, { id: 'begins', module: 'outage' });
    const file = withRepositories([running, begins]);
    const directory = await openDirectory(deps({ file }));
    expect(organisation.changes).toHaveLength(1);
    expect(directory.records().accessTasks).toMatchObject([
      { operator: 'nord', module: 'journal', outcome: { kind: 'takenOver', at: sampleTime } },
    ]);
    expect(recordsOf({ ...directory.installation(), accessTasks: [] })).toEqual(recordsOf(file));
  });

  it('given several processes that start at once, then one of them imports', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDirectory(deps())));
    expect(organisation.changes).toHaveLength(1);
    for (const directory of opened) expect(directory.installation()).toEqual(installation);
  });

  it('given records, when the file says something else of people, then it counts for what it sets up alone', async () => {
    await openDirectory(deps());
    const file = { ...installation, people: [], hotline: '+49 30 1' };
    const directory = await openDirectory(deps({ file }));
    expect(directory.installation()).toEqual({ ...installation, hotline: '+49 30 1' });
    expect(organisation.changes).toHaveLength(1);
  });

  it('given nobody has started the bot, when somebody only reads, then the file answers and nothing is recorded', async () => {
    expect((await readDirectory(deps())).installation()).toBe(installation);
    expect(organisation.changes).toEqual([]);
    await openDirectory(deps());
    expect((await readDirectory(deps({ file: { ...installation, people: [] } }))).installation()).toEqual(
      installation,
    );
  });
});

describe('a change', () => {
  it('given another process records one, then it is there after the next look', async () => {
    const [mine, other] = [await openDirectory(deps()), await openDirectory(deps())];
    await importRecords({ ...deps(), directory: other }, renamed('Netz Nord AG'));
    expect(nameOfNord(mine)).toBe('Netz Nord');
    await mine.refresh();
    expect(nameOfNord(mine)).toBe('Netz Nord AG');
    expect(mine.version()).toBe(2);
  });

  it('given a look is under way, when a change is recorded and one looks again, then that look has it', async () => {
    const waiting: (() => void)[] = [];
    const slow = {
      changesSince: async (version: number): Promise<readonly OrganisationChange[]> => {
        const found = await organisation.changesSince(version);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return found;
      },
      append: (change: OrganisationChange) => organisation.append(change),
    };
    const answers = (): void => waiting.splice(0).forEach((resolve) => resolve());
    const opening = openDirectory(deps());
    await opening;
    const reading = openDirectory(deps({ organisation: { ...slow, ...unasked } }));
    await settle();
    answers();
    const directory = await reading;
    const first = directory.refresh();
    await settle();
    await importRecords({ ...deps(), directory: await opening }, renamed('Netz Nord AG'));
    const [second, third] = [directory.refresh(), directory.refresh()];
    answers();
    await first;
    expect(nameOfNord(directory)).toBe('Netz Nord');
    await settle();
    answers();
    await Promise.all([second, third]);
    expect(nameOfNord(directory)).toBe('Netz Nord AG');
  });

  it('given two imports at once, then both are recorded, one after the other', async () => {
    const [one, other] = [await openDirectory(deps()), await openDirectory(deps())];
    await Promise.all([
      importRecords({ ...deps(), directory: one }, renamed('Netz Nord AG')),
      importRecords({ ...deps(), directory: other }, renamed('Netz Nord SE')),
    ]);
    expect(organisation.changes).toHaveLength(3);
    await Promise.all([one.refresh(), other.refresh()]);
    expect(one.installation()).toEqual(other.installation());
  });

  it('given what would contradict itself, then nothing is recorded; given nothing new, neither', async () => {
    const directory = await openDirectory(deps());
    const [first, ...others] = installation.contracts;
    const renewed = { ...recordsOf(installation), contracts: [{ ...first, id: 'renewed' }, ...others] };
    expect(await importRecords({ ...deps(), directory }, renewed as OrganisationRecords)).toMatchObject({
      contradicted: { contradictions: [{ rule: 'contractsOverlap', at: { list: 'contracts', index: 4 } }] },
    });
    expect(await importRecords({ ...deps(), directory }, recordsOf(installation))).toEqual({ recorded: [] });
    expect(organisation.changes).toHaveLength(1);
  });
});

const unasked = {
  withAnchorDue: () => Promise.resolve([]),
  anchored: () => Promise.resolve(),
};

/** Everything that can go on without an answer of the store has gone on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
