import { channelsOfPlaces, conversationToAsk, newcomerKey } from '../../../src/app/conversations-to-ask';
import { type AskingToBeTakenIn, tellNewcomer } from '../../../src/app/tell-newcomer';
import type { Installation } from '../../../src/domain/organisation/installation';
import { dispatch, nord, sendingWorld } from '../../support/sending-world';

const nordChannel = '19:nord@thread.tacv2';
const identity = { tenant: 'elsewhere', objectId: 'new' };
const serviceUrl = 'https://smba.example/teams/';
const asking: AskingToBeTakenIn = {
  identity,
  key: 'k',
  teamsId: '29:new',
  conversation: { conversation: nordChannel, serviceUrl },
  isPrivate: false,
};
const inPrivate = { ...asking, conversation: { conversation: 'a:new', serviceUrl }, isPrivate: true };

describe('given somebody who is not known and asks for their ids', () => {
  let world: ReturnType<typeof sendingWorld>;
  beforeEach(() => {
    world = sendingWorld();
  });
  afterEach(() => world.stop());

  const asks = (what: Partial<AskingToBeTakenIn> = {}) =>
    tellNewcomer({ ...world.deps, ...world.stores, effectsWaiting: () => undefined }, { ...asking, ...what });
  const isCalled = (name: string) => world.members.set('29:new', { teamsId: '29:new', name, identity });
  const told = () => world.messenger.sent.map(({ lane, says }) => `${lane} ${says}`);
  const takeIn = (installation: Installation): Installation => ({
    ...installation,
    people: installation.people.map((person) =>
      person.id === 'nord-2' ? { ...person, identities: [...person.identities, identity] } : person,
    ),
  });

  it('when they ask in a place, then the process owners are told in the dispatch channel by the name that Teams says', async () => {
    isCalled('Bereitschaft Neu');
    expect(await asks()).toBe(true);
    await world.deliver();
    expect(told()).toEqual([`${dispatch} Bereitschaft Neu in ${nordChannel} owner`]);
  });

  it('when they ask again on the day, wherever, then it is told once, and again on the next day', async () => {
    expect([await asks(), await asks(inPrivate)]).toEqual([true, true]);
    await world.deliver();
    await asks();
    await world.deliver();
    expect(told()).toHaveLength(1);
    await world.becomes('2026-06-11T00:00');
    await asks();
    await world.deliver();
    expect(told()).toHaveLength(2);
  });

  it('when Teams does not say who they are, then it is told without a name', async () => {
    await asks(inPrivate);
    await world.deliver();
    expect(told()).toEqual([`${dispatch} somebody in a:new owner`]);
  });

  it('when they were taken in meanwhile, then nothing is told any more', async () => {
    isCalled('Bereitschaft Neu');
    await asks();
    world.edits(takeIn);
    await world.deliver();
    expect(told()).toEqual([]);
    expect(await asks()).toBe(false);
  });

  it('when the place is gone meanwhile, then nothing is told: nobody could be picked', async () => {
    await asks();
    world.edits((before) => ({
      ...before,
      organisations: before.organisations.map(({ channel: _channel, ...each }) => each),
    }));
    await world.deliver();
    expect(told()).toEqual([]);
  });

  it('when they ask where no place is, or nobody owns the process, then nothing is told', async () => {
    const elsewhere = { conversation: '19:group@thread.v2', serviceUrl };
    expect(await asks({ conversation: elsewhere })).toBe(false);
    world.edits((before) => ({
      ...before,
      people: before.people.filter(({ id }) => id !== 'owner'),
    }));
    expect(await asks()).toBe(false);
    await world.deliver();
    expect(told()).toEqual([]);
  });

  it('when it is stored, then nothing of it says who they are', async () => {
    isCalled('Bereitschaft Neu');
    await asks(inPrivate);
    const stored = await world.stores.deliveries.nextIn(dispatch, world.clock.time);
    const chat = await world.stores.conversations.find(newcomerKey('a:new'));
    expect(stored?.effect).toEqual({
      kind: 'tellNewcomer',
      place: { kind: 'dispatch' },
      conversation: 'a:new',
      member: '29:new',
    });
    expect(JSON.stringify([stored, chat])).not.toMatch(/Leitstelle|"new"/);
  });

  it('when a card names a conversation, then only a place is asked, or a private chat in which somebody asked', async () => {
    const deps = { ...world.deps, ...world.stores };
    const address = world.installation.dispatchChannel;
    expect(await conversationToAsk(deps, address.conversation)).toEqual({
      conversation: address.conversation,
      serviceUrl: address.serviceUrl,
    });
    expect(await conversationToAsk(deps, 'a:new')).toBeUndefined();
    await asks(inPrivate);
    expect(await conversationToAsk(deps, 'a:new')).toEqual(inPrivate.conversation);
    await world.stores.conversations.forgetPrivateChats('a:new');
    expect(await conversationToAsk(deps, 'a:new')).toBeUndefined();
    expect(await conversationToAsk(deps, '19:foreign@thread.tacv2')).toBeUndefined();
  });

  it('when Teams has moved the place, then it is asked where it was seen last', async () => {
    const deps = { ...world.deps, ...world.stores };
    const tenant = world.installation.hostingTenant;
    await deps.conversations.save({
      laneKey: nord,
      conversation: nordChannel,
      serviceUrl,
      tenant,
      seenAt: 1,
    });
    expect(await conversationToAsk(deps, nordChannel)).toEqual(asking.conversation);
  });

  it('when places share a channel, then it is one', () => {
    const { installation } = world;
    const shared = { ...installation, platformChannel: installation.dispatchChannel };
    expect(channelsOfPlaces(shared).map(({ places }) => places.map(({ kind }) => kind))).toEqual([
      ['dispatch', 'platform'],
      ['module'],
      ['module'],
      ['organisation'],
    ]);
  });
});
