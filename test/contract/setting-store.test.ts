import { storesUnderTest, useStores } from './stores-under-test';

describe.each(storesUnderTest)('SettingStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given a name that nobody wrote, when it is read, then there is nothing', async () => {
    expect(await stores().settings.read('timers')).toBeUndefined();
  });

  it('given several names, when one is written again, then it has the last value and the others keep theirs', async () => {
    const { settings } = stores();
    await settings.write('timers', 'first');
    await settings.write('other', 'stays');
    await settings.write('timers', 'second');
    expect(await settings.read('timers')).toBe('second');
    expect(await settings.read('other')).toBe('stays');
  });

  it('given a new name, when 20 processes write it at once, then it has one of their values', async () => {
    const { settings } = stores();
    const values = Array.from({ length: 20 }, (_, index) => `value-${index}`);
    await Promise.all(values.map((value) => settings.write('timers', value)));
    expect(values).toContain(await settings.read('timers'));
  });

  it('given a new name, when 20 processes need a value for it at once, then all get the same, also later', async () => {
    const { settings } = stores();
    const values = Array.from({ length: 20 }, (_, index) => `value-${index}`);
    const got = new Set(await Promise.all(values.map((value) => settings.readOrWrite('key', value))));
    expect(got.size).toBe(1);
    expect([...got]).toEqual([await settings.read('key')]);
    expect(await settings.readOrWrite('key', 'later')).toBe(await settings.read('key'));
  });

  it('given an object instead of a name, then it is no operator', async () => {
    const { settings } = stores();
    await settings.write('timers', 'stays');
    const operator = { $gt: '' } as unknown as string;
    expect(await settings.read(operator).catch(() => undefined)).toBeUndefined();
    await settings.write(operator, 'overwritten').catch(() => undefined);
    expect(await settings.read('timers')).toBe('stays');
  });
});
