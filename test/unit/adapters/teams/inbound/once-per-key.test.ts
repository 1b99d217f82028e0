import { OncePerKey } from '../../../../../src/adapters/teams/inbound/once-per-key';

describe('work that is done once', () => {
  it('is done once for each key, also when asked for at the same time', async () => {
    const once = new OncePerKey();
    const work = jest.fn(() => Promise.resolve());
    await Promise.all([once.run('a', work), once.run('a', work), once.run('b', work)]);
    await once.run('a', work);
    expect(work).toHaveBeenCalledTimes(2);
    once.forget('a');
    await once.run('a', work);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('is tried again by those who waited when it failed, once', async () => {
    const once = new OncePerKey();
    const work = jest.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('failed'));
    const [first, ...waiting] = await Promise.allSettled([1, 2, 3].map(() => once.run('a', work)));
    expect(first?.status).toBe('rejected');
    expect(waiting.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is done again after it said so, once for all who waited', async () => {
    const once = new OncePerKey();
    const work = jest.fn(() => Promise.resolve('again' as const));
    await Promise.all([once.run('a', work), once.run('a', work)]);
    expect(once.isDone('a')).toBe(false);
    await once.run('a', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('remembers no more keys than it is told to', async () => {
    const once = new OncePerKey(2);
    const work = jest.fn(() => Promise.resolve());
    for (const key of ['a', 'b', 'c', 'a']) await once.run(key, work);
    expect(work).toHaveBeenCalledTimes(4);
  });
});
