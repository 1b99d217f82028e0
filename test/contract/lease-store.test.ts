import { storesUnderTest, useStores } from './stores-under-test';

describe.each(storesUnderTest)('LeaseStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given a lease nobody holds, when two know it, then the first to replace it has it, each time under another term', async () => {
    const { leases } = stores();
    expect(await leases.find('sender')).toBeUndefined();
    const first = await leases.replace('sender', undefined, 'one');
    expect(first).toMatchObject({ holder: 'one' });
    expect(await leases.find('sender')).toEqual(first);
    expect(await leases.replace('sender', undefined, 'two')).toBeUndefined();
    const renewed = await leases.replace('sender', first, 'one');
    expect(renewed?.term).not.toBe(first?.term);
    expect(await leases.replace('sender', first, 'two')).toBeUndefined();
    expect(await leases.find('sender')).toEqual(renewed);
    expect(await leases.replace('sender', renewed, 'two')).toMatchObject({ holder: 'two' });
    expect(await leases.replace('watch', undefined, 'three')).toMatchObject({ holder: 'three' });
  });

  it('given a lease that was given back and taken again, then it is another one', async () => {
    const { leases } = stores();
    const first = await leases.replace('sender', undefined, 'one');
    await leases.release('sender', 'one');
    await leases.replace('sender', undefined, 'one');
    expect(await leases.replace('sender', first, 'two')).toBeUndefined();
  });

  it('given a lease, then only its holder gives it back', async () => {
    const { leases } = stores();
    const first = await leases.replace('sender', undefined, 'one');
    await leases.release('sender', 'two');
    expect(await leases.find('sender')).toEqual(first);
    await leases.release('sender', 'one');
    expect(await leases.find('sender')).toBeUndefined();
    await leases.release('unheard of', 'one');
  });

  it('given 50 holders at once, for a new lease and a known one, then exactly one gets it', async () => {
    const { leases } = stores();
    for (let round = 0; round < 2; round += 1) {
      const known = await leases.find('sender');
      const held = await Promise.all(
        Array.from({ length: 50 }, (_, index) => leases.replace('sender', known, `holder-${index}`)),
      );
      expect(held.filter((each) => each !== undefined)).toHaveLength(1);
    }
  });
});
