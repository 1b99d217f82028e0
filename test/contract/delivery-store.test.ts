import fc from 'fast-check';
import {
  isStillWaiting,
  maxDelay,
  maxPause,
  maxRemindersInPost,
  orderAt,
} from '../../src/app/delivery-policy';
import type { DeliveryStore, NewDelivery } from '../../src/app/ports/delivery-store';
import { defined } from '../../src/defined';
import { createInMemoryStores } from '../support/in-memory-stores/create-in-memory-stores';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const address = (name: string) => ({
  tenant: 'tenant',
  serviceUrl: 'http://127.0.0.1:1/',
  team: 'team',
  conversation: `19:${name}@thread.tacv2`,
});
const dispatch = 'channel:19:dispatch@thread.tacv2';

function delivery(id: string, overrides: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    ticket: 'SP-2026-0001',
    version: 1,
    effect: { kind: 'showCard', place: { kind: 'dispatch' } },
    lane: { kind: 'channel', address: address('dispatch') },
    order: id,
    status: 'due',
    ...overrides,
  };
}

/** As it is where the cause is no ticket's event. */
function withoutTicket({ id, effect, lane, order, status }: NewDelivery): NewDelivery {
  return { id, effect, lane, order, status };
}

/** Ordered by the instant it waits for, as the relay does. */
function reminder(id: string, notBefore?: number, overrides: Partial<NewDelivery> = {}): NewDelivery {
  return delivery(id, {
    effect: {
      kind: 'remind',
      place: { kind: 'dispatch' },
      timer: 'reaction',
      step: 50,
      since: sampleTime - 1,
      dueAt: sampleTime,
    },
    order: `${notBefore ?? sampleTime}:${id}`,
    ...defined({ notBefore }),
    ...overrides,
  });
}

/** Sends what is due in a lane until nothing more may go; answers the ids in their order. */
async function drain(store: DeliveryStore, laneKey: string, now: number): Promise<readonly string[]> {
  const sent: string[] = [];
  for (;;) {
    const next = await store.nextIn(laneKey, now);
    if (next === undefined) return sent;
    await store.sent([{ id: next.id }], now);
    sent.push(next.id);
  }
}

describe.each(storesUnderTest)('DeliveryStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('knows what was said because of a ticket, and what was not after all', async () => {
    const { deliveries } = stores();
    const reason = 'dispatchersCalled';
    const mention = (id: string, ticket: string) =>
      delivery(id, { ticket, version: 4, effect: { kind: 'mention', place: { kind: 'dispatch' }, reason } });
    await deliveries.enqueue([mention('a', 'SP-2026-0001'), mention('b', 'SP-2026-0002')]);
    expect(await deliveries.wasSaid('SP-2026-0001', reason, 1)).toBe(false);
    await deliveries.sent([{ id: 'a' }, { id: 'b', nothingSent: true }], sampleTime);
    expect(await deliveries.wasSaid('SP-2026-0001', reason, 1)).toBe(true);
    expect(await deliveries.wasSaid('SP-2026-0001', reason, 4)).toBe(true);
    expect(await deliveries.wasSaid('SP-2026-0001', reason, 5)).toBe(false);
    expect(await deliveries.wasSaid('SP-2026-0001', 'supplemented', 1)).toBe(false);
    expect(await deliveries.wasSaid('SP-2026-0002', reason, 1)).toBe(false);
  });

  it('given nothing due, then there is no lane, no delivery and no backlog', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([]);
    expect(await deliveries.lanesDue(sampleTime)).toEqual([]);
    expect(await deliveries.nextIn(dispatch, sampleTime)).toBeUndefined();
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([]);
    expect(await deliveries.backlog()).toEqual({ due: 0, retried: 0 });
  });

  it('given every kind of effect and lane, when enqueued, then each comes back as it was', async () => {
    const { deliveries } = stores();
    const place = { kind: 'organisation', organisation: 'nord' } as const;
    expect(await deliveries.has('a')).toBe(false);
    const all: readonly NewDelivery[] = [
      delivery('a'),
      delivery('b', { effect: { kind: 'withdrawCard', place: { kind: 'module', module: 'journal' } } }),
      delivery('c', { effect: { kind: 'mention', place, reason: 'returned' } }),
      delivery('d', {
        effect: { kind: 'mention', place: { kind: 'platform' }, reason: 'assigned' },
      }),
      delivery('e', {
        effect: { kind: 'markReported', place, person: 'nord-1', origin: '19:x@thread.tacv2|17' },
        lane: { kind: 'person', person: 'nord-1' },
      }),
      delivery('f', { effect: { kind: 'showNotice', place } }),
      withoutTicket(
        delivery('g', { effect: { kind: 'showDigest', place: { kind: 'dispatch' }, day: '2026-06-10' } }),
      ),
      reminder('h', sampleTime, { order: 'h' }),
    ];
    await deliveries.enqueue(all);
    for (const each of all) {
      const lane = each.lane.kind === 'person' ? 'person:nord-1' : dispatch;
      expect(await deliveries.nextIn(lane, sampleTime)).toEqual({ ...each, attempts: 0 });
      await deliveries.sent([{ id: each.id }], sampleTime);
      expect(await deliveries.has(each.id)).toBe(true);
    }
  });

  it('given deliveries that are there, when they are enqueued again, then they stay as they are', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([delivery('a'), delivery('b')]);
    await deliveries.sent([{ id: 'a' }], sampleTime);
    await deliveries.enqueue([delivery('a'), delivery('b', { version: 9 }), delivery('c')]);
    expect(await deliveries.backlog()).toEqual({ due: 2, retried: 0 });
    expect(await deliveries.nextIn(dispatch, sampleTime)).toEqual({ ...delivery('b'), attempts: 0 });
    expect(await drain(deliveries, dispatch, sampleTime)).toEqual(['b', 'c']);
  });

  it('given the same deliveries, when enqueued 20 times at once, then each is there once', async () => {
    const { deliveries } = stores();
    const batch = Array.from({ length: 10 }, (_, index) => delivery(`id-${index}`));
    await Promise.all(Array.from({ length: 20 }, () => deliveries.enqueue(batch)));
    expect(await deliveries.backlog()).toEqual({ due: 10, retried: 0 });
    expect(await drain(deliveries, dispatch, sampleTime)).toEqual(batch.map(({ id }) => id));
  });

  it('given several lanes, then each gives its own in its order', async () => {
    const { deliveries } = stores();
    const lane = { kind: 'person', person: 'sued-1' } as const;
    await deliveries.enqueue([
      delivery('3', { order: '3' }),
      delivery('2', { order: '2', lane }),
      delivery('1', { order: '4', lane }),
      delivery('4', { order: '1' }),
    ]);
    expect([...(await deliveries.lanesDue(sampleTime))].sort()).toEqual([dispatch, 'person:sued-1']);
    expect(await drain(deliveries, dispatch, sampleTime)).toEqual(['4', '3']);
    expect(await deliveries.lanesDue(sampleTime)).toEqual(['person:sued-1']);
    expect(await drain(deliveries, 'person:sued-1', sampleTime)).toEqual(['2', '1']);
  });

  it('given a postponed delivery, then its lane waits as a whole, and others go on', async () => {
    const { deliveries } = stores();
    const lane = { kind: 'person', person: 'sued-1' } as const;
    await deliveries.enqueue([delivery('b'), delivery('c'), delivery('d', { lane })]);
    const retryAt = sampleTime + 1_000;
    await deliveries.postpone('b', retryAt, 429);
    expect(await deliveries.lanesDue(sampleTime)).toEqual(['person:sued-1']);
    expect(await deliveries.nextIn(dispatch, sampleTime)).toBeUndefined();
    expect(await deliveries.backlog()).toEqual({ due: 3, retried: 1 });
    // Also what is enqueued meanwhile, however old its cause.
    await deliveries.enqueue([delivery('a')]);
    expect(await deliveries.nextIn(dispatch, retryAt - 1)).toBeUndefined();
    expect((await deliveries.nextIn(dispatch, retryAt))?.id).toBe('a');
    expect([...(await deliveries.lanesDue(retryAt))].sort()).toEqual([dispatch, 'person:sued-1']);
    expect(await drain(deliveries, dispatch, retryAt)).toEqual(['a', 'b', 'c']);
  });

  it('given a delivery postponed several times, then its attempts are counted and the last pause holds', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([delivery('a')]);
    await deliveries.postpone('a', sampleTime + 10, 503);
    await deliveries.postpone('a', sampleTime + 50, undefined);
    expect(await deliveries.nextIn(dispatch, sampleTime + 49)).toBeUndefined();
    expect((await deliveries.nextIn(dispatch, sampleTime + 50))?.attempts).toBe(2);
  });

  it('given two pauses in one lane, then the lane goes on after the later one', async () => {
    const { deliveries } = stores();
    const lane = { kind: 'person', person: 'sued-1' } as const;
    await deliveries.enqueue([delivery('a'), delivery('b'), delivery('c', { lane })]);
    await deliveries.postpone('b', sampleTime + 10, 429);
    await deliveries.postpone('a', sampleTime + 30, 429);
    await deliveries.postpone('c', sampleTime + 20, 429);
    expect(await deliveries.lanesDue(sampleTime + 19)).toEqual([]);
    expect(await deliveries.lanesDue(sampleTime + 20)).toEqual(['person:sued-1']);
    expect(await deliveries.nextIn(dispatch, sampleTime + 29)).toBeUndefined();
    expect((await deliveries.nextIn(dispatch, sampleTime + 30))?.id).toBe('a');
  });

  it('given what was sent or given up, when anything more is recorded, then the first record stays', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([delivery('a'), delivery('b')]);
    await deliveries.undeliverable('a', sampleTime, { kind: 'refused', status: 403 });
    await deliveries.sent([{ id: 'a' }], sampleTime + 1);
    await deliveries.postpone('a', sampleTime + 9, 500);
    await deliveries.sent([{ id: 'b', problem: { kind: 'notInRoster', people: ['nord-1'] } }], sampleTime);
    await deliveries.undeliverable('b', sampleTime, { kind: 'unreachable' });
    expect(await deliveries.backlog()).toEqual({ due: 0, retried: 0 });
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([
      { kind: 'refused', status: 403, place: { kind: 'dispatch' } },
      { kind: 'notInRoster', people: ['nord-1'], place: { kind: 'dispatch' } },
    ]);
  });

  it('given problems of several tickets, then each ticket has its own, by order', async () => {
    const { deliveries } = stores();
    const place = { kind: 'organisation', organisation: 'sued' } as const;
    await deliveries.enqueue([
      delivery('b', { order: '2' }),
      delivery('a', {
        order: '1',
        effect: { kind: 'showCard', place },
        lane: { kind: 'none' },
        status: 'undeliverable',
        problem: { kind: 'unreachable' },
      }),
      delivery('c', { ticket: 'SP-2026-0002' }),
      delivery('d'),
    ]);
    await deliveries.undeliverable('b', sampleTime, { kind: 'refused', status: 404 });
    await deliveries.undeliverable('c', sampleTime, { kind: 'unreachable' });
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([
      { kind: 'unreachable', place },
      { kind: 'refused', status: 404, place: { kind: 'dispatch' } },
    ]);
    expect(await deliveries.lanesDue(sampleTime)).toEqual([dispatch]);
  });

  it('given a problem, when something later arrives in its lane, then it is no problem any more', async () => {
    const { deliveries } = stores();
    const refused = { kind: 'refused', status: 403 } as const;
    const elsewhere = { kind: 'person', person: 'sued-1' } as const;
    await deliveries.enqueue([
      delivery('a'),
      delivery('b', { lane: elsewhere }),
      delivery('c', { ticket: 'SP-2026-0002' }),
      delivery('d'),
    ]);
    await deliveries.undeliverable('a', sampleTime, refused);
    await deliveries.sent([{ id: 'b' }], sampleTime);
    await deliveries.sent([{ id: 'c' }], sampleTime);
    expect(await deliveries.problemsOf('SP-2026-0001')).toHaveLength(1);
    await deliveries.sent([{ id: 'd' }], sampleTime);
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([]);
    await deliveries.enqueue([delivery('e')]);
    await deliveries.undeliverable('e', sampleTime, refused);
    expect(await deliveries.problemsOf('SP-2026-0001')).toHaveLength(1);
  });

  it('given people missing in a roster, when a later mention reaches them, then only the others are told', async () => {
    const { deliveries } = stores();
    const place = { kind: 'dispatch' } as const;
    const mention = (id: string) => delivery(id, { effect: { kind: 'mention', place, reason: 'assigned' } });
    await deliveries.enqueue([
      mention('a'),
      delivery('b'),
      mention('c'),
      reminder('d', undefined, { order: 'd' }),
    ]);
    await deliveries.sent([{ id: 'a', problem: { kind: 'notInRoster', people: ['x', 'y'] } }], sampleTime);
    await deliveries.sent([{ id: 'b' }], sampleTime);
    expect(await deliveries.problemsOf('SP-2026-0001')).toMatchObject([{ people: ['x', 'y'] }]);
    await deliveries.sent([{ id: 'c', mentioned: ['x'] }], sampleTime);
    expect(await deliveries.problemsOf('SP-2026-0001')).toMatchObject([{ people: ['y'] }]);
    await deliveries.sent([{ id: 'd', mentioned: ['y'] }], sampleTime);
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([]);
  });

  it('given a reminder that is kept back, then it is given from that instant on, and nothing waits behind it', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([
      reminder('a', undefined, { order: `${orderAt(sampleTime)}:a` }),
      delivery('b', { order: `${orderAt(sampleTime + 1)}:b` }),
    ]);
    await deliveries.defer('a', sampleTime + 86_400_000);
    await deliveries.defer('unheard of', sampleTime);
    expect(await drain(deliveries, dispatch, sampleTime)).toEqual(['b']);
    const [kept] = await deliveries.remindersIn(dispatch, sampleTime + 86_400_000, 10);
    expect(kept).toMatchObject({ id: 'a', notBefore: sampleTime + 86_400_000 });
    expect(kept?.order).toBe(`${orderAt(sampleTime + 86_400_000)}:a`);
    await deliveries.sent([{ id: 'a' }], sampleTime);
    await deliveries.defer('a', sampleTime + 1);
    expect(await deliveries.backlog()).toEqual({ due: 0, retried: 0 });
  });

  it('given the people of due reminders were called, then these say so, and one that was sent stays as it was', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([reminder('a'), reminder('b'), reminder('c')]);
    await deliveries.sent([{ id: 'c' }], sampleTime);
    await deliveries.sent([], sampleTime, []);
    await deliveries.sent([], sampleTime, ['b', 'c']);
    const listed = await deliveries.remindersIn(dispatch, sampleTime, 10);
    expect(listed.map(({ id, called }) => [id, called])).toEqual([
      ['a', undefined],
      ['b', true],
    ]);
  });

  it('given something that waits for an instant, then it is not given before, and from then on it is', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([reminder('a', sampleTime + 1_000)]);
    expect(await deliveries.nextIn(dispatch, sampleTime)).toBeUndefined();
    expect(await deliveries.nextIn(dispatch, sampleTime + 999)).toBeUndefined();
    expect(await deliveries.remindersIn(dispatch, sampleTime + 999, maxRemindersInPost)).toEqual([]);
    const whole = { ...reminder('a', sampleTime + 1_000), attempts: 0 };
    expect(await deliveries.nextIn(dispatch, sampleTime + 1_000)).toEqual(whole);
    expect(await deliveries.remindersIn(dispatch, sampleTime + 1_000, maxRemindersInPost)).toEqual([whole]);
    expect(await deliveries.backlog()).toEqual({ due: 1, retried: 0 });
  });

  it('given something older behind what waits, then that goes first and nothing waits behind the other', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([
      reminder('a', sampleTime + 1_000),
      delivery('b', { order: `${sampleTime}:b` }),
      delivery('c', { order: `${sampleTime + 999}:c` }),
    ]);
    expect(await drain(deliveries, dispatch, sampleTime)).toEqual(['b', 'c']);
    expect(await drain(deliveries, dispatch, sampleTime + 1_000)).toEqual(['a']);
  });

  it('given something waits longer than anything is put off, then the clock was put back and it waits no more', async () => {
    const { deliveries } = stores();
    const notBefore = sampleTime + maxDelay;
    await deliveries.enqueue([reminder('a', notBefore)]);
    expect(await deliveries.nextIn(dispatch, sampleTime)).toBeUndefined();
    expect(await deliveries.remindersIn(dispatch, sampleTime, maxRemindersInPost)).toEqual([]);
    expect((await deliveries.nextIn(dispatch, sampleTime - 1))?.id).toBe('a');
    expect(await deliveries.remindersIn(dispatch, sampleTime - 1, maxRemindersInPost)).toHaveLength(1);
    expect((await deliveries.nextIn(dispatch, notBefore))?.id).toBe('a');
  });

  it('given a pause longer than any lane is paused, then the clock was put back and the lane goes on', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([delivery('a')]);
    await deliveries.postpone('a', sampleTime + maxPause, 429);
    expect(await deliveries.nextIn(dispatch, sampleTime)).toBeUndefined();
    expect(await deliveries.lanesDue(sampleTime)).toEqual([]);
    expect((await deliveries.nextIn(dispatch, sampleTime - 1))?.id).toBe('a');
    expect(await deliveries.lanesDue(sampleTime - 1)).toEqual([dispatch]);
  });

  it('given reminders among other deliveries, then only those due in the lane are listed, by their order', async () => {
    const { deliveries } = stores();
    const lane = { kind: 'person', person: 'sued-1' } as const;
    await deliveries.enqueue([
      reminder('late', undefined, { order: '3' }),
      reminder('early', undefined, { order: '1' }),
      delivery('card', { order: '0' }),
      reminder('sent', undefined, { order: '2' }),
      reminder('given up', undefined, { order: '2' }),
      reminder('elsewhere', undefined, { lane }),
      reminder('waits', sampleTime + 1, { order: '4' }),
    ]);
    await deliveries.sent([{ id: 'sent' }], sampleTime);
    await deliveries.undeliverable('given up', sampleTime, { kind: 'refused', status: 403 });
    const ids = async (laneKey: string, now: number) =>
      (await deliveries.remindersIn(laneKey, now, maxRemindersInPost)).map(({ id }) => id);
    expect(await ids(dispatch, sampleTime)).toEqual(['early', 'late']);
    expect(await ids(dispatch, sampleTime + 1)).toEqual(['early', 'late', 'waits']);
    expect(await ids('person:sued-1', sampleTime)).toEqual(['elsewhere']);
    expect(await ids('person:nobody', sampleTime)).toEqual([]);
  });

  it('given more reminders than a post lists, then the oldest of them, and the rest once these are settled', async () => {
    const { deliveries } = stores();
    const all = Array.from({ length: maxRemindersInPost + 3 }, (_, index) =>
      reminder(String(index).padStart(3, '0'), sampleTime),
    );
    await deliveries.enqueue([...all].reverse());
    const first = await deliveries.remindersIn(dispatch, sampleTime, maxRemindersInPost);
    expect(first.map(({ id }) => id)).toEqual(all.slice(0, maxRemindersInPost).map(({ id }) => id));
    for (const { id } of first) await deliveries.sent([{ id: id }], sampleTime);
    const rest = await deliveries.remindersIn(dispatch, sampleTime, maxRemindersInPost);
    expect(rest.map(({ id }) => id)).toEqual(all.slice(maxRemindersInPost).map(({ id }) => id));
  });

  it('given more that still wait than a post lists, then what is due is listed all the same', async () => {
    const { deliveries } = stores();
    const waiting = Array.from({ length: maxRemindersInPost + 3 }, (_, index) =>
      reminder(`waits-${index}`, sampleTime + 5),
    );
    // One that waited at a clock since put back is due, although it is ordered after those.
    await deliveries.enqueue([...waiting, reminder('due', sampleTime + 2 * maxDelay)]);
    const listed = await deliveries.remindersIn(dispatch, sampleTime, maxRemindersInPost);
    expect(listed.map(({ id }) => id)).toEqual(['due']);
  });

  it('given any sequence of steps, then it answers as the plain implementation does', async () => {
    const { deliveries } = stores();
    const lanes = ['a', 'b'] as const;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        // Runs share the store and stay apart by their lanes' names.
        run += 1;
        const model = createInMemoryStores().deliveries;
        for (const { kind, index, lane, order, wait } of steps) {
          const ahead = wait === 0 ? {} : { notBefore: sampleTime + wait * 30_000 };
          const id = `run-${run}-${index}`;
          const of = { lane: { kind: 'person', person: `${lane}-${run}` }, order: `${order}` } as const;
          for (const store of [deliveries, model]) {
            if (kind === 'enqueue') await store.enqueue([delivery(id, of)]);
            if (kind === 'remind') await store.enqueue([reminder(id, undefined, { ...of, ...ahead })]);
            if (kind === 'sent') await store.sent([{ id: id }], sampleTime);
            if (kind === 'postpone') await store.postpone(id, sampleTime + wait, 429);
          }
        }
        for (const now of [sampleTime, sampleTime + 2, sampleTime + 60_000]) {
          const due = await deliveries.lanesDue(now);
          for (const lane of lanes) {
            const key = `person:${lane}-${run}`;
            expect(await deliveries.nextIn(key, now)).toEqual(await model.nextIn(key, now));
            expect(await deliveries.remindersIn(key, now, maxRemindersInPost)).toEqual(
              await model.remindersIn(key, now, maxRemindersInPost),
            );
            expect(due.includes(key)).toBe((await model.lanesDue(now)).includes(key));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('given deliveries tried before, due for long or just now, then the first two are late, but for the one that asks', async () => {
    const { deliveries } = stores();
    const minutesAgo = (minutes: number) => `${orderAt(sampleTime - minutes * 60_000)}:x`;
    const lane = { kind: 'person', person: 'sued-1' } as const;
    await deliveries.enqueue([
      delivery('tried', { order: minutesAgo(1) }),
      delivery('old', { order: minutesAgo(6), lane }),
      delivery('new', { order: minutesAgo(4) }),
      delivery('sent', { order: minutesAgo(9) }),
    ]);
    await deliveries.postpone('tried', sampleTime + 1, 429);
    await deliveries.sent([{ id: 'sent' }], sampleTime);
    const now = sampleTime;
    expect((await deliveries.stuck({ now })).late).toBe(2);
    expect((await deliveries.stuck({ now, except: 'tried' })).late).toBe(1);
    expect((await deliveries.stuck({ now, lanes: [dispatch] })).late).toBe(1);
    expect((await deliveries.stuck({ now, lanes: ['person:sued-1'] })).late).toBe(1);
    expect((await deliveries.stuck({ now, lanes: [] })).late).toBe(0);
  });

  it('given deliveries that were given up, then their tickets are told, and the lanes where nothing has arrived since', async () => {
    const { deliveries } = stores();
    const now = sampleTime;
    const lane = { kind: 'person', person: 'sued-1' } as const;
    const refused = { kind: 'refused', status: 403 } as const;
    const order = (step: number) => orderAt(sampleTime + step);
    await deliveries.enqueue([
      delivery('a', { order: order(1), ticket: 'SP-2026-0002' }),
      delivery('b', { order: order(2), lane }),
      withoutTicket(delivery('c', { order: order(3) })),
      withoutTicket(delivery('d', { order: order(4), lane })),
      delivery('e', { order: order(5), lane }),
    ]);
    expect(await deliveries.stuck({ now })).toEqual({
      late: 0,
      givenUpOf: [],
      notWithdrawnOf: [],
      silentLanes: [],
    });
    for (const id of ['a', 'b', 'c', 'd']) await deliveries.undeliverable(id, now, refused);
    const givenUpOf = ['SP-2026-0001', 'SP-2026-0002'];
    expect(await deliveries.stuck({ now })).toEqual({
      late: 0,
      givenUpOf,
      notWithdrawnOf: [],
      silentLanes: [dispatch, 'person:sued-1'],
    });
    await deliveries.sent([{ id: 'e' }], now);
    expect(await deliveries.stuck({ now })).toMatchObject({ givenUpOf, silentLanes: [dispatch] });
    expect(await deliveries.stuck({ now, lanes: ['person:sued-1'] })).toEqual({
      late: 0,
      givenUpOf: ['SP-2026-0001'],
      notWithdrawnOf: [],
      silentLanes: [],
    });
  });

  it('given a card that could not be withdrawn, then its ticket is told apart, until something arrives there', async () => {
    const { deliveries } = stores();
    const place = { kind: 'module', module: 'journal' } as const;
    await deliveries.enqueue([
      delivery('a', { ticket: 'SP-2026-0002' }),
      delivery('b', { effect: { kind: 'withdrawCard', place } }),
    ]);
    const refused = { kind: 'refused', status: 403 } as const;
    for (const id of ['a', 'b']) await deliveries.undeliverable(id, sampleTime, refused);
    expect(await deliveries.stuck({ now: sampleTime })).toMatchObject({
      givenUpOf: ['SP-2026-0001', 'SP-2026-0002'],
      notWithdrawnOf: ['SP-2026-0001'],
    });
    expect(await deliveries.stuck({ now: sampleTime, lanes: ['person:sued-1'] })).toMatchObject({
      notWithdrawnOf: [],
    });
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([{ ...refused, place, withdrawing: true }]);
    await deliveries.enqueue([delivery('c')]);
    await deliveries.sent([{ id: 'c' }], sampleTime);
    expect(await deliveries.problemsOf('SP-2026-0001')).toEqual([]);
  });

  it('given a lane, then it is told with the address of the last that was sent there, else of the last that is to be', async () => {
    const { deliveries } = stores();
    const lane = (serviceUrl: string) =>
      ({ kind: 'channel', address: { ...address('dispatch'), serviceUrl } }) as const;
    expect(await deliveries.laneOf(dispatch)).toBeUndefined();
    await deliveries.enqueue([
      delivery('a', { lane: lane('http://127.0.0.1:1/') }),
      delivery('b', { lane: lane('http://127.0.0.1:2/') }),
      delivery('c', { lane: lane('http://127.0.0.1:3/') }),
      delivery('d', { lane: { kind: 'person', person: 'sued-1' } }),
    ]);
    expect(await deliveries.laneOf(dispatch)).toEqual(lane('http://127.0.0.1:3/'));
    await deliveries.sent([{ id: 'b' }, { id: 'a' }], sampleTime);
    expect(await deliveries.laneOf(dispatch)).toEqual(lane('http://127.0.0.1:2/'));
    expect(await deliveries.laneOf('person:sued-1')).toEqual({ kind: 'person', person: 'sued-1' });
    expect(await deliveries.laneOf('person:sued-2')).toBeUndefined();
  });

  it('given an object instead of a text, then it is no operator', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([delivery('a')]);
    const anyLane = { $gt: '' } as unknown as string;
    expect(await deliveries.laneOf(anyLane).catch(() => undefined)).toBeUndefined();
    const operator = { $gt: '' } as unknown as string;
    await Promise.allSettled([
      deliveries.sent([{ id: operator }], sampleTime),
      deliveries.postpone(operator, sampleTime + 1, 429),
      deliveries.undeliverable(operator, sampleTime, { kind: 'unreachable' }),
    ]);
    const next = await deliveries.nextIn(operator, sampleTime).catch(() => undefined);
    expect(next).toBeUndefined();
    expect(await deliveries.remindersIn(operator, sampleTime, maxRemindersInPost).catch(() => [])).toEqual(
      [],
    );
    expect(await deliveries.backlog()).toEqual({ due: 1, retried: 0 });
  });
});

const step = fc.record({
  kind: fc.constantFrom('enqueue', 'enqueue', 'remind', 'sent', 'postpone'),
  index: fc.nat(4),
  lane: fc.constantFrom('a', 'b'),
  order: fc.nat(9),
  wait: fc.nat(4),
});

describe('an instant that something waits for', () => {
  it('is ahead until it has come, unless it is further ahead than anything waits', () => {
    const at = (now: number) => isStillWaiting(sampleTime, now, 10);
    expect([-11, -10, -1, 0, 1].map((later) => at(sampleTime + later))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(isStillWaiting(undefined, sampleTime, 10)).toBe(false);
  });
});
