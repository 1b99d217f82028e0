import { openDirectory } from '../../../src/app/recorded-directory';
import { createDueRecords } from '../../../src/app/record-due';
import { createOrganisationRelay } from '../../../src/app/relay-organisation';
import { contract, withRepositories } from '../../support/contract-story';
import { failingStores, type FailingWhen } from '../../support/failing-stores';
import { berlin } from '../../support/given';
import { StoreAway } from '../../support/store-away';

const now = berlin('2026-06-10T10:00');
const clock = { now: () => now };
/** A contract of Nord begins today: the bot records a task, which is shown and called to. */
const file = withRepositories([contract('2026-06-10', undefined, { id: 'begins' })]);
const calls = ['read', 'enqueue', 'write'] as const;

/** A bot that has recorded what is due and told nobody yet, and how it starts once more on the same store. */
async function recordedBot() {
  const failing = failingStores();
  const { stores, real } = failing;
  const recorded = await openDirectory({
    organisation: real.organisation,
    file,
    clock,
    newCommandId: () => 'first import',
  });
  await createDueRecords({ ...real, recorded, effectsWaiting: () => undefined, report: () => undefined }).run(
    now,
  );
  const directory = { installation: () => file };
  const starts = () => createOrganisationRelay({ ...stores, recorded, directory });
  return { starts, failing, ids: () => real.deliveries.all().map(({ id }) => id) };
}

describe('changes of the organisation become deliveries', () => {
  it('given a change, then its deliveries are due once, and the next look asks nothing', async () => {
    const bot = await recordedBot();
    const relay = bot.starts();
    bot.failing.fails(0, 'before');
    await relay();
    const [made, ids] = [bot.failing.calls(), bot.ids()];
    expect(made).toBe(calls.length);
    expect(ids).not.toEqual([]);
    await relay();
    await bot.starts()();
    expect(bot.ids()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(
    calls.flatMap((call, index) => (['before', 'after'] as const).map((when) => ({ call, index, when }))),
  )(
    'given the bot ends $when the store has answered "$call", when it starts again, then the same deliveries are due',
    async ({ index, when }: { readonly index: number; readonly when: FailingWhen }) => {
      const whole = await recordedBot();
      await whole.starts()();
      const bot = await recordedBot();
      bot.failing.fails(index + 1, when);
      await expect(bot.starts()()).rejects.toThrow(StoreAway);
      bot.failing.fails(0, 'before');
      await bot.starts()();
      expect(bot.ids()).toEqual(whole.ids());
    },
  );
});
