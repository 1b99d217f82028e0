import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

describe.each(storesUnderTest)('DigestSubscriptionStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given nobody who has said so, then nobody wants the digest', async () => {
    const { subscriptions } = stores();
    await subscriptions.unsubscribe('nord');
    expect(await subscriptions.subscribers()).toEqual([]);
  });

  it('given operators who say so, some of them twice, then each is there once until they say otherwise', async () => {
    const { subscriptions } = stores();
    await subscriptions.subscribe('sued', sampleTime);
    await Promise.all(Array.from({ length: 10 }, () => subscriptions.subscribe('nord', sampleTime)));
    expect(await subscriptions.subscribers()).toEqual(['nord', 'sued']);
    await subscriptions.unsubscribe('nord');
    await subscriptions.unsubscribe('nord');
    expect(await subscriptions.subscribers()).toEqual(['sued']);
    await subscriptions.subscribe('nord', sampleTime);
    expect(await subscriptions.subscribers()).toEqual(['nord', 'sued']);
  });

  it('given an object instead of a text, then it is no operator', async () => {
    const { subscriptions } = stores();
    await subscriptions.subscribe('nord', sampleTime);
    await subscriptions.unsubscribe({ $gt: '' } as unknown as string).catch(() => undefined);
    expect(await subscriptions.subscribers()).toEqual(['nord']);
  });
});
