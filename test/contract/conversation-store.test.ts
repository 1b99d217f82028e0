import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const reference = {
  laneKey: 'person:sued-1',
  conversation: 'a:1',
  serviceUrl: 'https://smba.example.org/emea/',
  tenant: '00000000-0000-4000-8000-000000000001',
  identity: {
    tenant: '00000000-0000-4000-8000-000000000001',
    objectId: '00000000-0000-4000-8000-000000000101',
  },
  seenAt: sampleTime,
};

describe.each(storesUnderTest)('ConversationStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given a reference, when saved, found and forgotten, then it is there and gone again', async () => {
    const { conversations } = stores();
    expect(await conversations.find(reference.laneKey)).toBeUndefined();
    await conversations.save(reference);
    expect(await conversations.find(reference.laneKey)).toEqual(reference);
    await conversations.forgetPrivateChats(reference.conversation);
    expect(await conversations.find(reference.laneKey)).toBeUndefined();
    await conversations.forgetPrivateChats(reference.conversation);
  });

  it('given a conversation of several references, when it is no private chat, then only that of a channel stays', async () => {
    const { conversations } = stores();
    const channel = { ...reference, laneKey: `channel:${reference.conversation}` };
    const others = { ...reference, laneKey: 'person:sued-2' };
    const elsewhere = { ...reference, laneKey: 'person:sued-3', conversation: 'a:3' };
    for (const each of [reference, channel, others, elsewhere]) await conversations.save(each);
    await conversations.forgetPrivateChats(reference.conversation);
    expect(await conversations.find(reference.laneKey)).toBeUndefined();
    expect(await conversations.find(others.laneKey)).toBeUndefined();
    expect(await conversations.find(channel.laneKey)).toEqual(channel);
    expect(await conversations.find(elsewhere.laneKey)).toEqual(elsewhere);
  });

  it('given a reference, when a newer one is saved, then it takes the place, and others stay', async () => {
    const { conversations } = stores();
    const other = { ...reference, laneKey: 'person:sued-2' };
    await conversations.save(reference);
    await conversations.save(other);
    const newer = { ...reference, conversation: 'a:2', seenAt: sampleTime + 1 };
    await conversations.save(newer);
    expect(await conversations.find(reference.laneKey)).toEqual(newer);
    expect(await conversations.find(other.laneKey)).toEqual(other);
  });

  it('given the private chat of somebody who is not known, then it is forgotten like one of a known person', async () => {
    const { conversations } = stores();
    const newcomer = { ...reference, laneKey: `newcomer:${reference.conversation}` };
    await conversations.save(newcomer);
    expect(await conversations.find(newcomer.laneKey)).toEqual(newcomer);
    await conversations.forgetPrivateChats(reference.conversation);
    expect(await conversations.find(newcomer.laneKey)).toBeUndefined();
  });

  it('given references of several tenants, then the newest of one is that seen last there, whatever its lane', async () => {
    const { conversations } = stores();
    const other = '00000000-0000-4000-8000-000000000002';
    expect(await conversations.newestOf(reference.tenant)).toBeUndefined();
    const channel = { ...reference, laneKey: 'channel:19:1', conversation: '19:1', seenAt: sampleTime + 2 };
    const moved = { ...channel, serviceUrl: 'https://smba.example.org/amer/' };
    const elsewhere = { ...reference, laneKey: 'person:ost-1', tenant: other, seenAt: sampleTime + 9 };
    const before = { ...reference, laneKey: 'person:sued-2', seenAt: sampleTime + 1 };
    for (const each of [reference, moved, elsewhere, before]) await conversations.save(each);
    expect(await conversations.newestOf(reference.tenant)).toEqual(moved);
    expect(await conversations.newestOf(other)).toEqual(elsewhere);
    const later = { ...before, seenAt: sampleTime + 3 };
    await conversations.save(later);
    expect(await conversations.newestOf(reference.tenant)).toEqual(later);
    await conversations.forgetPrivateChats(later.conversation);
    expect(await conversations.newestOf(reference.tenant)).toEqual(moved);
    const operator = { $gt: '' } as unknown as string;
    const [found] = await Promise.allSettled([conversations.newestOf(operator)]);
    expect(found.status === 'rejected' || found.value === undefined).toBe(true);
  });

  it('given two references seen at the same time, then the newest is always the same one of them', async () => {
    const { conversations } = stores();
    const other = { ...reference, laneKey: 'person:sued-0', conversation: 'a:0' };
    for (const each of [reference, other]) await conversations.save(each);
    expect(await conversations.newestOf(reference.tenant)).toEqual(other);
    await conversations.save(reference);
    expect(await conversations.newestOf(reference.tenant)).toEqual(other);
  });

  it('given one reference saved 20 times at once, then all succeed', async () => {
    const { conversations } = stores();
    await Promise.all(Array.from({ length: 20 }, () => conversations.save(reference)));
    expect(await conversations.find(reference.laneKey)).toEqual(reference);
  });

  it('given an object instead of a text, then it is no operator', async () => {
    const { conversations } = stores();
    await conversations.save(reference);
    const operator = { $gt: '' } as unknown as string;
    const [found] = await Promise.allSettled([
      conversations.find(operator),
      conversations.forgetPrivateChats(operator),
    ]);
    expect(found.status === 'rejected' || found.value === undefined).toBe(true);
    expect(await conversations.find(reference.laneKey)).toEqual(reference);
  });
});
