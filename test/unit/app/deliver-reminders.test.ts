import { deliverReminders } from '../../../src/app/deliver-reminders';
import { type Lane, laneKey } from '../../../src/app/messages/lane';
import type { Delivery } from '../../../src/app/ports/delivery-store';
import { DeliveryFailure, type Messenger, type Reminder } from '../../../src/app/ports/messenger';
import { replay } from '../../../src/domain/ticket/evolve';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { installation } from '../../support/installation';
import { byDispatcher, sampleFaultReported, sampleTime, stoppedCycle } from '../../support/tickets';

const lane: Lane = { kind: 'channel', address: installation.dispatchChannel };

/** A dispatch channel with reminders due of three tickets; whoever reacted already needs none. */
async function world({
  reacted = [] as readonly number[],
  refuses = (count: number): boolean => count < 0,
} = {}) {
  const stores = createInMemoryStores();
  for (const index of [1, 2, 3]) {
    const number = `SP-2026-000${index}`;
    const report = sampleFaultReported({ number });
    const events = reacted.includes(index)
      ? [report, { ...byDispatcher('start'), type: 'analysisStarted', cycle: stoppedCycle() } as const]
      : [report];
    await stores.tickets.create(replay(events), events);
    await stores.deliveries.enqueue([
      {
        id: `${index}`,
        ticket: number,
        version: 1,
        effect: {
          kind: 'remind',
          place: { kind: 'dispatch' },
          people: ['dispatcher-1'],
          timer: 'reaction',
          step: 50,
          since: sampleTime,
          dueAt: sampleTime + 1,
        },
        lane,
        order: `${index}`,
        status: 'due',
      },
    ]);
  }
  const posts: (readonly string[])[] = [];
  const post = (reminders: readonly Reminder[]) => {
    if (refuses(reminders.length)) return Promise.reject(new DeliveryFailure(false, 413, undefined));
    posts.push(reminders.map(({ record }) => record.ticket.number));
    return Promise.resolve({ notInRoster: [] });
  };
  const messenger = {
    postReminder: (_lane: Lane, reminder: Reminder) => post([reminder]),
    postReminders: (_lane: Lane, reminders: readonly Reminder[]) => post(reminders),
  } as unknown as Messenger;
  return {
    posts,
    /** As the sender does: the oldest is due, and what went out with it is settled. */
    deliver: async (): Promise<readonly string[]> => {
      const next = (await stores.deliveries.nextIn(laneKey(lane), sampleTime)) as Delivery;
      const settled = await deliverReminders({ ...stores, messenger }, next, sampleTime);
      for (const { id } of settled) await stores.deliveries.sent(id, sampleTime);
      return settled.map(({ id }) => id);
    },
  };
}

describe('reminders due in one lane', () => {
  it('given several, when the oldest is sent, then they are one post and all of them are settled', async () => {
    const { posts, deliver } = await world();
    expect(await deliver()).toEqual(['1', '2', '3']);
    expect(posts).toEqual([['SP-2026-0001', 'SP-2026-0002', 'SP-2026-0003']]);
  });

  it('given somebody reacted to one, then that is settled without a word and the others are told', async () => {
    const { posts, deliver } = await world({ reacted: [2] });
    expect(await deliver()).toEqual(['2']);
    expect(await deliver()).toEqual(['1', '3']);
    expect(posts).toEqual([['SP-2026-0001', 'SP-2026-0003']]);
  });

  it('given Teams takes no list, then each is told alone and none is lost', async () => {
    const { posts, deliver } = await world({ refuses: (count) => count > 1 });
    expect([await deliver(), await deliver(), await deliver()]).toEqual([['1'], ['2'], ['3']]);
    expect(posts).toEqual([['SP-2026-0001'], ['SP-2026-0002'], ['SP-2026-0003']]);
  });

  it('given Teams takes nothing at all, then that is a failure of the oldest alone', async () => {
    const { deliver } = await world({ refuses: () => true });
    await expect(deliver()).rejects.toThrow(DeliveryFailure);
  });
});
