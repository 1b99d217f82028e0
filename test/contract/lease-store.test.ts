import fc from 'fast-check';
import { storesUnderTest, useStores } from './stores-under-test';

const start = Date.UTC(2026, 5, 12, 8);

/** Leases of one name are all as long. */
const length = 5;

describe.each(storesUnderTest)('LeaseStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given a lease that runs, then its holder renews it and nobody else takes it', async () => {
    const { leases } = stores();
    expect(await leases.hold('sender', 'one', start, start + 10)).toBe(true);
    expect(await leases.hold('sender', 'two', start + 9, start + 20)).toBe(false);
    expect(await leases.hold('sender', 'one', start + 9, start + 20)).toBe(true);
    expect(await leases.hold('sender', 'two', start + 19, start + 30)).toBe(false);
    expect(await leases.hold('watch', 'two', start, start + 10)).toBe(true);
  });

  it('given a lease that ran out, then another holder takes it, and the first one has lost it', async () => {
    const { leases } = stores();
    await leases.hold('sender', 'one', start, start + 10);
    expect(await leases.hold('sender', 'two', start + 10, start + 20)).toBe(true);
    expect(await leases.hold('sender', 'one', start + 11, start + 30)).toBe(false);
  });

  it('given a lease, then only its holder gives it back', async () => {
    const { leases } = stores();
    await leases.hold('sender', 'one', start, start + 10);
    await leases.release('sender', 'two');
    expect(await leases.hold('sender', 'two', start, start + 10)).toBe(false);
    await leases.release('sender', 'one');
    expect(await leases.hold('sender', 'two', start, start + 10)).toBe(true);
    await leases.release('unheard of', 'one');
  });

  it('given 50 holders at once, for a new lease and one that ran out, then exactly one gets it', async () => {
    const { leases } = stores();
    for (const now of [start, start + 10]) {
      const held = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          leases.hold('sender', `holder-${index}-${now}`, now, now + 10),
        ),
      );
      expect(held.filter(Boolean)).toHaveLength(1);
    }
  });

  it('given one holder that asks 20 times at once, then it holds each time', async () => {
    const { leases } = stores();
    const held = await Promise.all(
      Array.from({ length: 20 }, () => leases.hold('sender', 'one', start, start + 10)),
    );
    expect(held.every(Boolean)).toBe(true);
  });

  it('given a clock that was put back, then a lease of the time before holds nobody up', async () => {
    const { leases } = stores();
    await leases.hold('sender', 'one', start + 1_000, start + 1_010);
    expect(await leases.hold('sender', 'two', start, start + 10)).toBe(true);
    expect(await leases.hold('sender', 'one', start + 5, start + 15)).toBe(false);
  });

  it('given any sequence of requests, then at no instant two hold the lease', async () => {
    const { leases } = stores();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
        run += 1;
        const name = `lease-${run}`;
        let now = start;
        let current: { holder: string; until: number } | undefined;
        for (const { holder, wait, release } of requests) {
          now += wait;
          if (release) {
            await leases.release(name, holder);
            if (current?.holder === holder) current = undefined;
            continue;
          }
          const free = current === undefined || current.holder === holder || current.until <= now;
          expect(await leases.hold(name, holder, now, now + length)).toBe(free);
          if (free) current = { holder, until: now + length };
        }
      }),
      { numRuns: 25 },
    );
  });
});

const request = fc.record({
  holder: fc.constantFrom('one', 'two', 'three'),
  wait: fc.nat(6),
  release: fc.boolean(),
});
