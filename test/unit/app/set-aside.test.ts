import { tellTrouble } from '../../../src/app/tell-trouble';
import { DeliveryFailure } from '../../../src/app/ports/messenger';
import { isReadable } from '../../../src/app/ports/ticket-store';
import type { TicketEvent } from '../../../src/domain/ticket/event-rules';
import { reportByNord } from '../../support/given';
import { accept, dispatch, nord, sendingWorld, StoreAway } from '../../support/sending-world';

type World = ReturnType<typeof sendingWorld>;

/** Whatever is tried again is tried as often as it will be. */
async function timePasses(at: World): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    at.clock.time += 5 * 60_000;
    await at.deliver();
  }
}

/** A ticket with an event of a kind that this version does not know, as a newer one writes it. */
async function ofNewerVersion(at: World, number: string): Promise<void> {
  const before = await at.stores.tickets.find(number);
  if (before === undefined) throw new Error('reported before');
  const event = { ...before.events[0], type: 'escalated' } as unknown as TicketEvent;
  const ticket = { ...before.ticket, version: before.ticket.version + 1 };
  await at.stores.tickets.append(before, ticket, [event]);
}

const saidIn = (at: World, lane: string) =>
  at.messenger.sent.filter((each) => each.lane === lane).map(({ what, says }) => `${what} ${says}`);

describe('one ticket whose effects cannot be planned', () => {
  async function poisoned() {
    const at = sendingWorld();
    const bad = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    await ofNewerVersion(at, bad);
    at.messenger.sent.length = 0;
    return { at, bad };
  }

  it('given it is the oldest, then all others are told of at once, also after a restart', async () => {
    const { at } = await poisoned();
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post requested v1']);
    at.restart();
    const next = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, next);
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post requested v1', 'post accepted v3']);
  });

  it('given more of them than one pass handles, then the others are told of', async () => {
    const at = sendingWorld();
    for (let count = 0; count < 101; count += 1) {
      await ofNewerVersion(at, await at.does('nord-1', 'operator', reportByNord));
    }
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post requested v1']);
  });

  it('given it fails again and again, over restarts, then it is set aside and the process owner is told', async () => {
    const { at, bad } = await poisoned();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await at.stores.tickets.setAside.list()).toEqual([]);
      at.restart();
      await at.deliver();
      at.clock.time += 10_001;
    }
    expect(await at.stores.tickets.setAside.list()).toEqual([
      { number: bad, work: 'effects', since: at.clock.time - 10_001, tries: 5, reason: 'TypeError' },
    ]);
    expect(at.reports.filter(({ kind }) => kind === 'setAside')).toEqual([{ kind: 'setAside', ticket: bad }]);
    await at.deliver();
    expect(saidIn(at, dispatch)).toEqual([`trouble ${bad} | owner`]);
    at.messenger.sent.length = 0;
    await timePasses(at);
    expect(at.messenger.sent).toEqual([]);
  });

  it('given it is set aside, when it changes once more, then it is tried once more and told once more', async () => {
    const { at, bad } = await poisoned();
    await timePasses(at);
    await ofNewerVersion(at, bad);
    await at.deliver();
    expect(await at.stores.tickets.setAside.list()).toMatchObject([{ number: bad, tries: 6 }]);
    expect(await at.stores.tickets.withEffectsDue(at.clock.time, 10)).toEqual([]);
  });

  it('given the store fails, then nothing is held against a ticket', async () => {
    const { at } = await poisoned();
    const { tickets, deliveries } = at.stores;
    const good = await at.does('nord-1', 'operator', reportByNord);
    at.restart({
      deliveries: Object.assign(Object.create(deliveries) as typeof deliveries, {
        enqueue: () => Promise.reject(new StoreAway()),
      }),
    });
    for (let tries = 0; tries < 9; tries += 1) await at.deliver();
    const due = await tickets.withEffectsDue(at.clock.time, 10);
    expect(due).toMatchObject([{ ticket: { number: good } }]);
    at.restart();
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post requested v1']);
  });
});

describe('one ticket whose deadlines cannot be checked', () => {
  const minutes = 60_000;
  /** Two tickets past their deadline, of which one has something stored that nothing can be decided on. */
  async function undecidable() {
    const at = sendingWorld();
    const bad = await at.does('nord-1', 'operator', reportByNord);
    const good = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    const { tickets } = at.stores;
    const due = tickets.due.bind(tickets);
    const damaged = jest.spyOn(tickets, 'due').mockImplementation(async (...asked) => {
      const found = await due(...asked);
      return found.map((each) =>
        isReadable(each) && each.ticket.number === bad
          ? { ...each, ticket: { ...each.ticket, cycles: undefined as never } }
          : each,
      );
    });
    await at.becomes('2026-06-10T16:01');
    at.messenger.sent.length = 0;
    const fails = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        at.clock.time += 5 * minutes;
        await at.checks();
        await at.deliver();
      }
    };
    return { at, bad, good, fails, mend: () => damaged.mockRestore() };
  }
  const told = (at: World) => saidIn(at, dispatch).filter((says) => says.startsWith('trouble'));
  const breached = async (at: World, number: string) =>
    (await at.stores.tickets.find(number))?.events.some(({ type }) => type === 'reactionBreached');

  it('given it fails three times in a row, then the process owner is told once, and it is still tried', async () => {
    const { at, bad, good, fails } = await undecidable();
    expect(await breached(at, good)).toBe(true);
    await fails(1);
    expect(await at.stores.tickets.setAside.list()).toEqual([]);
    await fails(1);
    expect(await at.stores.tickets.setAside.list()).toEqual([
      { number: bad, work: 'deadlines', since: at.clock.time, tries: 3, reason: 'TypeError' },
    ]);
    expect(told(at)).toEqual([`trouble ${bad} unchecked | owner`]);
    await fails(20);
    expect(told(at)).toHaveLength(1);
    expect(await at.stores.tickets.setAside.list()).toMatchObject([{ tries: 23 }]);
  });

  it('given it was mended, then the next check records what is due, and nothing is left to be told', async () => {
    const { at, bad, fails, mend } = await undecidable();
    await fails(3);
    mend();
    await fails(1);
    expect(await breached(at, bad)).toBe(true);
    expect(await at.stores.tickets.setAside.list()).toEqual([]);
  });

  it('given its effects cannot be planned, then its deadlines are checked all the same', async () => {
    const { at, good, fails } = await undecidable();
    await ofNewerVersion(at, good);
    await timePasses(at);
    await fails(3);
    const works = (await at.stores.tickets.setAside.list()).map(({ number, work }) => [
      number === good,
      work,
    ]);
    expect(works).toEqual([
      [false, 'deadlines'],
      [true, 'effects'],
    ]);
  });
});

describe('one delivery that fails inside', () => {
  const fails = (at: World, says: string) => {
    at.messenger.before = (what) => {
      if (what.says === says && what.lane === nord) throw new TypeError('a bug');
    };
  };

  it('given it is the head of its lane, then the others of the lane go on, and it is set aside after some tries', async () => {
    const at = sendingWorld();
    const bad = await at.does('nord-1', 'operator', reportByNord);
    fails(at, 'requested v1');
    const good = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, good);
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post accepted v3']);
    at.restart();
    await timePasses(at);
    expect(await at.stores.deliveries.unsent.givenUp()).toEqual({ failed: 1, refused: 0, unreachable: 0 });
    expect(saidIn(at, dispatch)).toContain('edit requested v1 failed');
    expect(saidIn(at, dispatch)).toContain('trouble organisation:nord 1 | owner');
    expect(await at.stores.deliveries.unsent.list(9)).toMatchObject([
      { ticket: bad, status: 'undeliverable', problem: { kind: 'failed' } },
    ]);
  });

  it('given it is sent again once the fault is mended, then it arrives and its problem is gone from the card', async () => {
    const at = sendingWorld();
    const bad = await at.does('nord-1', 'operator', reportByNord);
    fails(at, 'requested v1');
    await timePasses(at);
    at.messenger.before = () => undefined;
    at.messenger.sent.length = 0;
    expect(await at.stores.deliveries.unsent.resend({ ticket: bad })).toBe(1);
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post requested v1']);
    expect(saidIn(at, dispatch)).toEqual(['edit requested v1']);
    expect(await at.stores.deliveries.unsent.givenUp()).toEqual({ failed: 0, refused: 0, unreachable: 0 });
  });

  it('given it is dropped, then it is never sent and no problem any more', async () => {
    const at = sendingWorld();
    const bad = await at.does('nord-1', 'operator', reportByNord);
    fails(at, 'requested v1');
    await timePasses(at);
    expect(await at.stores.deliveries.unsent.drop({ ticket: bad })).toBe(1);
    at.messenger.before = () => undefined;
    await timePasses(at);
    expect(saidIn(at, nord)).toEqual([]);
    expect(await at.stores.deliveries.problemsOf(bad)).toEqual([]);
    expect(await at.stores.deliveries.unsent.list(9)).toEqual([]);
  });

  it('given an effect that a newer version stored, then it is no more taken for sent than any other fault', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    const [sent] = at.stores.deliveries.all();
    const effect = { kind: 'showTimeline', place: { kind: 'dispatch' } } as never;
    await at.stores.deliveries.enqueue([{ ...sent!, id: 'newer', ticket: number, effect, status: 'due' }]);
    await timePasses(at);
    expect(await at.stores.deliveries.unsent.list(9)).toMatchObject([
      { id: 'newer', problem: { kind: 'failed' } },
    ]);
  });

  it('given the store fails while it is sent, then nothing is held against it, however long', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    const { cards } = at.stores;
    at.restart({
      cards: Object.assign(Object.create(cards) as typeof cards, {
        find: () => Promise.reject(new StoreAway()),
      }),
    });
    for (let tries = 0; tries < 9; tries += 1) await at.deliver();
    expect(await at.stores.deliveries.backlog()).toEqual({ due: 3, retried: 0 });
    at.restart();
    await at.deliver();
    expect(saidIn(at, nord)).toEqual(['post requested v1']);
  });
});

describe('telling of trouble', () => {
  it('given much of it within an hour, then it is told at once, and the rest together when the hour is over', async () => {
    const at = sendingWorld();
    at.messenger.before = ({ lane }) => {
      if (lane === nord) throw new DeliveryFailure(false, 403, undefined);
    };
    for (let count = 0; count < 5; count += 1) {
      await at.does('nord-1', 'operator', reportByNord);
      await at.deliver();
    }
    const told = () => saidIn(at, dispatch).filter((says) => says.startsWith('trouble'));
    expect(told()).toEqual(['trouble organisation:nord 1 | owner']);
    at.clock.time += 60 * 60_000;
    await at.deliver();
    expect(told()).toEqual(['trouble organisation:nord 1 | owner', 'trouble organisation:nord 5 | owner']);
  });

  it('given the dispatch channel takes nothing, then the process owners read it in their private chats', async () => {
    const at = sendingWorld();
    at.messenger.before = ({ lane }) => {
      if (lane === dispatch) throw new DeliveryFailure(false, 403, undefined);
    };
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(saidIn(at, 'person:owner')).toEqual(['trouble dispatch 1 | owner']);
  });

  it('given it is over when it is to be told, then nothing is said', async () => {
    const at = sendingWorld();
    const directory = { installation: () => at.installation };
    await tellTrouble({ deliveries: at.stores.deliveries, directory }, at.clock.time);
    await at.deliver();
    expect(at.messenger.sent).toEqual([]);
  });
});
