import type { TypedTextInPost } from '../../src/app/ports/post-store';
import { storesUnderTest, useStores } from './stores-under-test';

const lane = {
  kind: 'channel',
  address: {
    tenant: 'tenant-a',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    team: 'team-a',
    conversation: '19:nord@thread.tacv2',
  },
} as const;
const first: TypedTextInPost = {
  ticket: 'SP-2026-0001',
  conversation: '19:nord@thread.tacv2',
  activityId: '1001',
  lane,
  place: { kind: 'organisation', organisation: 'nord' },
  revision: 'r1',
};
const second: TypedTextInPost = { ...first, ticket: 'SP-2026-0002' };
const elsewhere: TypedTextInPost = {
  ...first,
  conversation: 'a:chat',
  activityId: '1002',
  lane: { kind: 'person', person: 'anna' },
};

describe.each(storesUnderTest)('PostStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given posts that show tickets, then they are found by ticket and by post, as they were remembered', async () => {
    const { posts } = stores();
    await posts.remember([second, first, elsewhere]);
    expect(await posts.showing('SP-2026-0001')).toEqual([first, elsewhere]);
    expect(await posts.inPost(first)).toEqual([first, second]);
    expect(await posts.showing('SP-2026-0003')).toEqual([]);
    expect(await posts.inPost({ ...first, activityId: '1003' })).toEqual([]);
  });

  it('given a post that shows a ticket again, then it is there once, as of the last time', async () => {
    const { posts } = stores();
    await posts.remember([first]);
    await posts.remember([{ ...first, revision: 'r2' }]);
    expect(await posts.inPost(first)).toEqual([{ ...first, revision: 'r2' }]);
  });

  it('given what was read before it was remembered again, when that is forgotten, then it stays', async () => {
    const { posts } = stores();
    await posts.remember([first, second]);
    await posts.remember([{ ...first, revision: 'r2' }]);
    await posts.forget([first, second]);
    expect(await posts.inPost(first)).toEqual([{ ...first, revision: 'r2' }]);
    await posts.forget([{ ...first, revision: 'r2' }]);
    expect(await posts.inPost(first)).toEqual([]);
  });

  it('given several pages, then each follows the one before, and nothing is left out or told twice', async () => {
    const { posts } = stores();
    await posts.remember([elsewhere, second, first]);
    const page = await posts.page(undefined, 2);
    expect(page).toEqual([first, second]);
    expect(await posts.page(page.at(-1), 2)).toEqual([elsewhere]);
    expect(await posts.page(elsewhere, 2)).toEqual([]);
  });

  it('given an object instead of a text, then it finds and forgets nothing', async () => {
    const { posts } = stores();
    await posts.remember([first]);
    const anything = { $gt: '' } as unknown as string;
    expect(await posts.showing(anything).catch(() => [])).toEqual([]);
    await posts.forget([{ ...first, revision: anything }]).catch(() => undefined);
    expect(await posts.inPost(first)).toEqual([first]);
  });
});
