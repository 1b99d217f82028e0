import fc from 'fast-check';
import { createLease } from '../../../src/app/lease';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';

const term = 10;

/** Processes on one store: time passes alike for all of them, but their clocks may differ. */
function processes() {
  const { leases } = createInMemoryStores();
  const time = { passed: 0 };
  const process = (holder: string, clockAhead = 0) => {
    const started = time.passed;
    return createLease({
      leases,
      name: 'sender',
      holder,
      term,
      elapsed: () => time.passed - started,
      clock: { now: () => Date.UTC(2026, 5, 12) + time.passed + clockAhead },
    });
  };
  return { time, process };
}

describe('a lease among several processes', () => {
  test('given a clock 20 s ahead, when both ask again and again, then only the first one holds it', async () => {
    const { time, process } = processes();
    const one = process('one');
    const two = process('two', 20_000);
    for (let round = 0; round < 20; round += 1) {
      expect(await one.renew()).toBe(true);
      expect(await two.renew()).toBe(false);
      expect([one.isHeld(), two.isHeld()]).toEqual([true, false]);
      time.passed += 4;
    }
  });

  test('given its holder is gone, when it was watched for a whole term, then another takes it; the first has lost it', async () => {
    const { time, process } = processes();
    const one = process('one');
    const two = process('two');
    await one.renew();
    expect(await two.renew()).toBe(false);
    time.passed += term - 1;
    expect(await two.renew()).toBe(false);
    time.passed += 1;
    expect(await two.renew()).toBe(true);
    expect(one.isHeld()).toBe(false);
    expect(await one.renew()).toBe(false);
  });

  test('given a process of the same name starts again, then it holds the lease at once', async () => {
    const { process } = processes();
    await process('one').renew();
    expect(await process('one').renew()).toBe(true);
  });

  test('given it was released, then nobody waits', async () => {
    const { process } = processes();
    const one = process('one');
    await one.renew();
    await one.release();
    expect(one.isHeld()).toBe(false);
    expect(await process('two').renew()).toBe(true);
  });

  test('given a machine that was suspended and whose monotonic time stood still, then its clock ends the lease', async () => {
    const { leases } = createInMemoryStores();
    const clock = { time: Date.UTC(2026, 5, 12), now: () => clock.time };
    const lease = createLease({ leases, name: 'sender', holder: 'one', term, elapsed: () => 0, clock });
    await lease.renew();
    clock.time += term;
    expect(lease.isHeld()).toBe(false);
  });

  test('given any interleaving and any clocks, then no two ever hold it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.tuple(ahead, ahead, ahead),
        async (steps, clocks) => {
          const { time, process } = processes();
          const all = clocks.map((each, index) => process(`holder-${index}`, each));
          for (const { who, wait, release } of steps) {
            time.passed += wait;
            await (release ? all[who]?.release() : all[who]?.renew());
            expect(all.filter((lease) => lease.isHeld()).length).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

const ahead = fc.integer({ min: -60_000, max: 60_000 });
const step = fc.record({
  who: fc.nat(2),
  wait: fc.nat(7),
  release: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
});
