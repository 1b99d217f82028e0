import { createDueRecords } from '../../../src/app/record-due';
import { handleOrganisationCommand } from '../../../src/app/handle-organisation-command';
import { importRecords } from '../../../src/app/import-records';
import { openDirectory } from '../../../src/app/recorded-directory';
import type { Installation } from '../../../src/domain/organisation/installation';
import { recordsOf } from '../../../src/domain/organisation/records';
import { contract, withRepositories } from '../../support/contract-story';
import { failingStores, type FailingWhen } from '../../support/failing-stores';
import { berlin } from '../../support/given';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { StoreAway } from '../../support/store-away';

const now = berlin('2026-06-10T10:00');
const clock = { now: () => now };

/** On Wed 10.06.2026 a contract of Nord begins, and one ends in 20 days. */
const file = withRepositories([
  contract('2026-06-10', undefined, { id: 'begins' }),
  contract('2024-01-01', '2026-06-30', { id: 'ends', module: 'outage' }),
]);
const due = ['grant.nord.journal.1', 'ends 2026-06-30 30'];

async function process(stores = createInMemoryStores(), organisationFile: Installation = file) {
  const newCommandId = () => 'first import';
  const deps = { organisation: stores.organisation, file: organisationFile, clock, newCommandId };
  const recorded = await openDirectory(deps);
  const told: number[] = [];
  let woken = 0;
  const effectsWaiting = () => (woken += 1);
  const report = ({ records }: { readonly records: number }) => told.push(records);
  const dueRecords = createDueRecords({ ...stores, recorded, effectsWaiting, report });
  const run = (at = now) => dueRecords.run(at);
  return { stores, recorded, run, told, effectsWaiting, woken: () => woken };
}

type Process = Awaited<ReturnType<typeof process>>;
type Stores = ReturnType<typeof createInMemoryStores>;

/** What the bot recorded by itself, a list for each change. */
function recordedIn({
  organisation: { changes },
}: Pick<Stores, 'organisation'>): readonly (readonly string[])[] {
  return changes
    .filter(({ action }) => action === 'recordDue')
    .map(({ events }) =>
      events.map((event) => {
        if (event.type === 'accessTaskRecorded') return event.task.id;
        if (event.type !== 'contractEndReminded') return event.type;
        const { contract: id, to, daysBefore } = event.reminder;
        return `${id} ${to} ${daysBefore}`;
      }),
    );
}

/** Another contract begins on the day. */
function agreed({ recorded, stores }: Process, id: string) {
  const wanted = recordsOf(recorded.installation());
  const contracts = [...wanted.contracts, contract('2026-06-10', undefined, { id, operator: 'sued' })];
  return importRecords(
    { organisation: stores.organisation, directory: recorded, clock, newCommandId: () => id },
    { ...wanted, contracts },
  );
}

describe('what time brings to the organisation is recorded', () => {
  it('given something is due, then it is recorded as one change by nobody, told by its number, and the sender is woken', async () => {
    const own = await process();
    await own.run();
    const [, change, ...others] = own.stores.organisation.changes;
    expect(others).toEqual([]);
    expect(change).toMatchObject({ version: 2, at: now, action: 'recordDue', commandId: 'due-2' });
    expect(change).not.toHaveProperty('by');
    expect(recordedIn(own.stores)).toEqual([due]);
    expect(own.recorded.records()).toMatchObject({ accessTasks: [{}, {}], contractReminders: [{}] });
    expect([own.told, own.woken()]).toEqual([[2], 1]);
  });

  it('given nothing is due, or it is no service time, then nothing is recorded, told or woken', async () => {
    const own = await process();
    await own.run(berlin('2026-06-10T07:00'));
    expect(own.recorded.version()).toBe(1);
    await own.run();
    await own.run(berlin('2026-06-10T10:01'));
    expect([own.recorded.version(), own.told, own.woken()]).toEqual([2, [2], 1]);
  });

  it('given it was looked in the same minute and nothing has changed since, then the store is not asked', async () => {
    const own = await process();
    await own.run();
    const asked = jest.spyOn(own.stores.organisation, 'changesSince');
    await own.run(now + 59_999);
    expect(asked).not.toHaveBeenCalled();
    await own.run(now + 60_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('given a contract is entered within the minute, then its task is recorded at the next look', async () => {
    const own = await process();
    await own.run();
    await agreed(own, 'new');
    await own.recorded.refresh();
    await own.run(now + 5_000);
    expect(recordedIn(own.stores)).toEqual([due, ['grant.sued.journal.1']]);
  });

  it('given access that was granted, when the contract ends and goes on after all, then each is recorded at the next look', async () => {
    const own = await process();
    await own.run();
    const command = { type: 'completeAccess', task: 'grant.nord.journal.1' } as const;
    const deps = { ...own, ...own.stores, clock };
    await handleOrganisationCommand(deps, { person: 'platform', command, commandId: 'done' });
    const until = (to: string) => ({
      ...recordsOf(own.recorded.installation()),
      contracts: [contract('2026-06-10', to, { id: 'begins' })],
    });
    const imports = (id: string) => ({
      ...{ organisation: own.stores.organisation, directory: own.recorded, clock },
      newCommandId: () => id,
    });
    await importRecords(imports('ended'), until('2026-06-10'));
    await own.run(berlin('2026-06-11T10:00'));
    await importRecords(imports('goes on'), until('2026-06-11'));
    await own.run(berlin('2026-06-11T10:01'));
    const outcomes = own.recorded
      .records()
      .accessTasks.filter(({ module }) => module === 'journal')
      .map(({ id, outcome }) => `${id} ${outcome?.kind ?? 'open'}`);
    expect(outcomes).toEqual(['grant.nord.journal.1 done', 'revoke.nord.journal.2 dropped']);
  });
});

describe('several processes', () => {
  it('given two that look at once, then one records, and both know of it', async () => {
    const stores = createInMemoryStores();
    const [one, other] = [await process(stores), await process(stores)];
    await Promise.all([one.run(), other.run()]);
    expect(recordedIn(stores)).toEqual([due]);
    expect([...one.told, ...other.told]).toEqual([2]);
    expect(one.recorded.installation()).toEqual(other.recorded.installation());
  });

  it('given somebody changes something between the question and the write, then it is asked again of what is there now', async () => {
    const stores = createInMemoryStores();
    const [own, other] = [await process(stores), await process(stores)];
    const { organisation } = stores;
    const append = organisation.append.bind(organisation);
    jest.spyOn(organisation, 'append').mockImplementationOnce(async (change) => {
      await agreed(other, 'meanwhile');
      return append(change);
    });
    await own.run();
    expect(organisation.changes.map(({ commandId }) => commandId)).toEqual([
      'first import',
      'meanwhile',
      'due-3',
    ]);
    expect(recordedIn(stores)).toEqual([['grant.nord.journal.1', 'grant.sued.journal.1', due[1]]]);
  });
});

describe('a store that fails once', () => {
  it.each<readonly [FailingWhen]>([['before'], ['after']])(
    'given it fails %s any of its calls, then that look fails, and after the next one all is recorded once',
    async (when) => {
      let call = 0;
      for (let hasFailed = true; hasFailed;) {
        call += 1;
        const world = failingStores();
        const own = await process(world.stores);
        world.fails(call, when);
        hasFailed = await own.run().then(
          () => false,
          (error: unknown) => error instanceof StoreAway,
        );
        await own.run();
        expect(recordedIn(world.real)).toEqual([due]);
        expect(own.recorded.records()).toMatchObject({ accessTasks: [{}, {}], contractReminders: [{}] });
      }
      // Three calls are made: it looks, writes, and looks again.
      expect(call).toBe(4);
    },
  );
});
