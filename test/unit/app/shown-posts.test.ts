import { type CommandText, reportByNord as report } from '../../support/given';
import { journal, sendingWorld } from '../../support/sending-world';
import { installation } from '../../support/installation';

const mark: CommandText = { type: 'markSecurityRelevant' };
const place = { kind: 'organisation', organisation: 'nord' } as const;
const address = installation.organisations.find(({ id }) => id === 'nord')?.channel;
if (address === undefined) throw new Error('the sample has it');
const lane = { kind: 'channel', address } as const;
const laneOf = (channel?: { readonly conversation: string }) => `channel:${channel?.conversation}`;
const list = { conversation: address.conversation, activityId: 'list', lane, place };

describe('given a list that shows the title of a ticket', () => {
  let world: ReturnType<typeof sendingWorld>;
  let number: string;
  beforeEach(async () => {
    world = sendingWorld();
    number = await world.does('nord-1', 'operator', report);
    await world.deliver();
  });

  const replaced = () =>
    world.messenger.sent.filter(({ what }) => what === 'replaced').map(({ says }) => says);
  const isMarked = () => world.does('dispatcher-1', 'dispatcher', mark, number);

  it('when the ticket is marked, then the list is replaced once, and nothing of it is kept', async () => {
    await world.shownPosts.remember({ ...list, tickets: [number] });
    await isMarked();
    await world.deliver();
    await world.deliver();
    expect(replaced()).toEqual([`list because of ${number}`]);
    expect(await world.stores.posts.showing(number)).toEqual([]);
  });

  it('when it was marked between being drawn and being remembered, then the list is replaced all the same', async () => {
    await isMarked();
    await world.deliver();
    await world.shownPosts.remember({ ...list, tickets: [number] });
    await world.deliver();
    expect(replaced()).toEqual([`list because of ${number}`]);
  });

  it('when a page drawn before comes after it was replaced, then it is replaced again', async () => {
    await world.shownPosts.remember({ ...list, tickets: [number] });
    await isMarked();
    await world.deliver();
    await world.shownPosts.remember({ ...list, tickets: [number] });
    await world.deliver();
    expect(replaced()).toHaveLength(2);
  });

  it('when the store did not take where it stands, then that is remembered at the next occasion', async () => {
    const { posts } = world.stores;
    const remember = posts.remember.bind(posts);
    posts.remember = () => Promise.reject(new Error('the store is away'));
    await world.shownPosts.remember({ ...list, tickets: [number] });
    expect(world.reports.map(({ kind }) => kind)).toContain('failed');
    posts.remember = remember;
    await isMarked();
    await world.deliver();
    expect(replaced()).toEqual([`list because of ${number}`]);
  });

  it('when Teams refuses for a while, then the list stays remembered until it is replaced', async () => {
    await world.shownPosts.remember({ ...list, tickets: [number] });
    await isMarked();
    world.messenger.before = ({ what }) => {
      if (what === 'replaced') throw new Error('killed');
    };
    await world.deliver();
    expect(await world.stores.posts.showing(number)).toHaveLength(1);
    world.messenger.before = () => undefined;
    world.clock.time += 10 * 60_000;
    await world.deliver();
    expect(replaced()).toEqual([`list because of ${number}`]);
  });

  it('when somebody has deleted it, then that is enough', async () => {
    await world.shownPosts.remember({ ...list, tickets: [number] });
    world.messenger.gone.add('list');
    await isMarked();
    await world.deliver();
    expect(await world.stores.posts.showing(number)).toEqual([]);
  });

  it('when another of its tickets has ended, then only that one is no longer watched', async () => {
    const other = await world.does('nord-1', 'operator', report);
    await world.shownPosts.remember({ ...list, tickets: [number, other] });
    await world.does('nord-1', 'operator', { type: 'withdraw', reason: 'Erledigt' }, other);
    await world.deliver();
    expect(await world.stores.posts.showing(other)).toEqual([]);
    expect(await world.stores.posts.showing(number)).toHaveLength(1);
    expect(replaced()).toEqual([]);
  });

  it('when an answer was given later and shows it, then that is remembered too', async () => {
    world.messenger.answersShow = [number];
    const effect = { kind: 'answer', place, person: 'nord-1', conversation: 'c', asked: '{}' } as const;
    await world.stores.deliveries.enqueue([{ id: 'a', effect, lane, order: '1', status: 'due' }]);
    await world.deliver();
    expect((await world.stores.posts.showing(number)).map(({ conversation }) => conversation)).toEqual(['c']);
  });

  it('when it stands where the ticket was never read, then it is replaced at once', async () => {
    const module = installation.modules.find(({ channel }) => laneOf(channel) === journal);
    if (module?.channel === undefined) throw new Error('the sample has it');
    const there = { kind: 'channel', address: module.channel } as const;
    const shown = { conversation: module.channel.conversation, activityId: 'x', lane: there };
    await world.shownPosts.remember({
      ...shown,
      place: { kind: 'module', module: module.id },
      tickets: [number],
    });
    await world.deliver();
    expect(replaced()).toEqual([`x because of ${number}`]);
  });
});
