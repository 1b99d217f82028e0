import { OneAfterAnother } from '../../../../../src/adapters/teams/inbound/one-after-another';

describe('work on the same thing', () => {
  it('is done in order, also behind work that failed, and other things do not wait', async () => {
    const order = new OneAfterAnother();
    const done: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = order.run('a', async () => {
      await held;
      done.push('first');
      throw new Error('failed');
    });
    const second = order.run('a', () => Promise.resolve(void done.push('second')));
    await order.run('b', () => Promise.resolve(void done.push('other')));
    release();
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(done).toEqual(['other', 'first', 'second']);
  });
});
