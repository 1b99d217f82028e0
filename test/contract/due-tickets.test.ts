import fc from 'fast-check';
import {
  isReadable,
  numberOf as numberOfFound,
  type TicketRecord,
  type TicketStore,
} from '../../src/app/ports/ticket-store';
import type { TicketEvent } from '../../src/domain/ticket/event-rules';
import { evolve, replay } from '../../src/domain/ticket/evolve';
import { createInMemoryStores } from '../support/in-memory-stores/create-in-memory-stores';
import { byDispatcher, sampleFaultReported, sampleTime, stoppedCycle } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const numberOf = (index: number): string => `SP-2026-${String(index).padStart(4, '0')}`;

async function reported(store: TicketStore, index: number, nextDue?: number): Promise<TicketRecord> {
  const event = sampleFaultReported({ number: numberOf(index) });
  const record = await store.create(replay([event]), [event], nextDue);
  if (record === 'duplicate') throw new Error('created already');
  return record;
}

async function appended(
  store: TicketStore,
  before: TicketRecord,
  event: TicketEvent,
  nextDue?: number,
): Promise<TicketRecord> {
  const after = await store.append(before, evolve(before.ticket, event), [event], nextDue);
  if (after === undefined) throw new Error('nobody else writes here');
  return after;
}

const started: TicketEvent = { ...byDispatcher('start'), type: 'analysisStarted', cycle: stoppedCycle() };
const declined: TicketEvent = {
  ...byDispatcher('decline'),
  type: 'faultDeclined',
  reason: 'noSoftwareFault',
  text: 'Ein Bedienfehler.',
};

describe.each(storesUnderTest)('What is due in TicketStore on $name', (implementation) => {
  const stores = useStores(implementation);
  const dueAt = async (now: number, limit = 100) =>
    (await stores().tickets.due(now, limit)).map(numberOfFound);
  const watched = async (after?: string, limit = 100) =>
    (await stores().tickets.watched(after, limit)).map(numberOfFound);

  it('given no tickets or none with something armed, then nothing is due, now or ever', async () => {
    const { tickets } = stores();
    expect(await tickets.nextDue()).toBeUndefined();
    expect(await tickets.watched(undefined, 10)).toEqual([]);
    await reported(tickets, 1);
    expect(await tickets.due(Number.MAX_SAFE_INTEGER / 2 ** 10, 10)).toEqual([]);
    expect(await tickets.nextDue()).toBeUndefined();
  });

  it('given tickets armed for several instants, then those reached are due, the longest due first, then by number', async () => {
    const { tickets } = stores();
    await reported(tickets, 5, sampleTime + 2);
    await reported(tickets, 4, sampleTime + 1);
    await reported(tickets, 3, sampleTime + 2);
    await reported(tickets, 2, sampleTime + 3);
    await reported(tickets, 1);
    expect(await dueAt(sampleTime)).toEqual([]);
    expect(await dueAt(sampleTime + 1)).toEqual([numberOf(4)]);
    expect(await dueAt(sampleTime + 2)).toEqual([4, 3, 5].map(numberOf));
    expect(await dueAt(sampleTime + 9)).toEqual([4, 3, 5, 2].map(numberOf));
    expect(await dueAt(sampleTime + 9, 2)).toEqual([4, 3].map(numberOf));
    expect(await tickets.nextDue()).toBe(sampleTime + 1);
  });

  it('given a ticket that is due, then it is found whole, as it is stored', async () => {
    const { tickets } = stores();
    const record = await appended(tickets, await reported(tickets, 1), started, sampleTime);
    await tickets.effectsPlanned(numberOf(1), 1);
    const found = { ...record, effectsPlanned: 1 };
    expect(await tickets.due(sampleTime, 1)).toEqual([found]);
    expect(await tickets.watched(undefined, 1)).toEqual([found]);
  });

  it('given the instant 0, then it is due like any other', async () => {
    const { tickets } = stores();
    await reported(tickets, 1, 0);
    expect(await tickets.nextDue()).toBe(0);
    expect(await dueAt(0)).toEqual([numberOf(1)]);
  });

  it('given something armed, when a write comes with another instant or with none, then that counts', async () => {
    const { tickets } = stores();
    const first = await reported(tickets, 1, sampleTime);
    const second = await appended(tickets, first, started, sampleTime + 5);
    expect(await dueAt(sampleTime + 4)).toEqual([]);
    expect(await tickets.nextDue()).toBe(sampleTime + 5);
    await appended(tickets, second, declined);
    expect(await dueAt(sampleTime + 9)).toEqual([]);
    expect(await tickets.nextDue()).toBeUndefined();
  });

  it('given a write that came too late, then what is armed stays as the quicker one left it', async () => {
    const { tickets } = stores();
    const before = await reported(tickets, 1, sampleTime);
    await appended(tickets, before, started, sampleTime + 5);
    expect(
      await tickets.append(before, evolve(before.ticket, declined), [declined], sampleTime + 7),
    ).toBeUndefined();
    expect(await tickets.nextDue()).toBe(sampleTime + 5);
  });

  it('given effects that are planned, then what is armed stays', async () => {
    const { tickets } = stores();
    await reported(tickets, 1, sampleTime);
    await tickets.effectsPlanned(numberOf(1), 1);
    expect(await dueAt(sampleTime)).toEqual([numberOf(1)]);
  });

  it('given its version, when a ticket is armed anew, then that counts, and nothing else has changed', async () => {
    const { tickets } = stores();
    const record = await reported(tickets, 1, sampleTime);
    await tickets.rearm(numberOf(1), 1, sampleTime + 8);
    expect(await tickets.nextDue()).toBe(sampleTime + 8);
    await tickets.rearm(numberOf(1), 1, undefined);
    expect(await tickets.nextDue()).toBeUndefined();
    await tickets.rearm(numberOf(1), 1, sampleTime + 3);
    expect(await dueAt(sampleTime + 3)).toEqual([numberOf(1)]);
    expect(await tickets.find(numberOf(1))).toEqual(record);
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([record]);
  });

  it('given a ticket that has moved on, or none, when it is armed for an earlier version, then nothing changes', async () => {
    const { tickets } = stores();
    await appended(tickets, await reported(tickets, 1, sampleTime), started, sampleTime + 5);
    for (const [number, version] of [
      [numberOf(1), 1],
      [numberOf(1), 3],
      [numberOf(2), 1],
    ] as const) {
      await tickets.rearm(number, version, sampleTime + 1);
      await tickets.rearm(number, version, undefined);
    }
    expect(await tickets.nextDue()).toBe(sampleTime + 5);
    expect(await tickets.find(numberOf(2))).toBeUndefined();
  });

  it('given one that records and 10 that arm anew at once, then what was recorded decides', async () => {
    const { tickets } = stores();
    const before = await reported(tickets, 1, sampleTime);
    await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => tickets.rearm(numberOf(1), 1, sampleTime + 100 + index)),
      appended(tickets, before, started, sampleTime + 7),
    ]);
    expect(await tickets.nextDue()).toBe(sampleTime + 7);
  });

  it('given open tickets and ended ones with and without something armed, then all but the last are watched', async () => {
    const { tickets } = stores();
    await reported(tickets, 1);
    await reported(tickets, 2, sampleTime);
    await appended(tickets, await reported(tickets, 3, sampleTime), declined);
    await appended(tickets, await reported(tickets, 4, sampleTime), declined, sampleTime + 5);
    expect(await watched()).toEqual([1, 2, 4].map(numberOf));
    await tickets.rearm(numberOf(4), 2, undefined);
    expect(await watched()).toEqual([1, 2].map(numberOf));
  });

  it('given many watched tickets, when they are gone through in pages, then each comes once, by number', async () => {
    const { tickets } = stores();
    for (const index of [7, 3, 1, 6, 2, 5, 4]) await reported(tickets, index, sampleTime - index);
    await appended(tickets, await reported(tickets, 8), declined);
    const pages: (readonly string[])[] = [];
    for (let after: string | undefined; ;) {
      const page = await watched(after, 3);
      pages.push(page);
      after = page.at(-1);
      if (page.length < 3) break;
      // What is armed meanwhile is in no other page.
      await tickets.rearm(numberOf(1), 1, sampleTime + 50);
    }
    expect(pages).toEqual([[1, 2, 3].map(numberOf), [4, 5, 6].map(numberOf), [numberOf(7)]]);
    expect(await watched(numberOf(7))).toEqual([]);
    expect(await watched('SP-2026-0000', 1)).toEqual([numberOf(1)]);
  });

  it('given any sequence of writes, then what is due and watched is as in the plain implementation', async () => {
    const { tickets } = stores();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        run += 1;
        const model = createInMemoryStores().tickets;
        // Runs share the store and stay apart by their numbers; what an earlier one left is disarmed.
        const number = (index: number) => `SP-${3000 + run}-000${index}`;
        for (const { kind, index, nextDue, version } of steps) {
          for (const store of [tickets, model]) {
            const event = sampleFaultReported({ number: number(index) });
            const found = await store.find(number(index));
            if (kind === 'create' && found === undefined)
              await store.create(replay([event]), [event], nextDue);
            if (kind === 'rearm') await store.rearm(number(index), version, nextDue);
            if (kind === 'close' && found !== undefined && found.events.length === 1)
              await appended(store, found, declined, nextDue);
          }
        }
        const last = `SP-${2999 + run}-9999`;
        try {
          for (const now of [sampleTime, sampleTime + 3]) {
            expect(await tickets.due(now, 3)).toEqual(await model.due(now, 3));
          }
          expect(await tickets.nextDue()).toBe(await model.nextDue());
          expect(await tickets.watched(last, 3)).toEqual(await model.watched(undefined, 3));
        } finally {
          for (const { ticket } of (await tickets.watched(last, 100)).filter(isReadable))
            await tickets.rearm(ticket.number, ticket.version, undefined);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('given an object instead of a number, then it is no operator', async () => {
    const { tickets } = stores();
    await reported(tickets, 1, sampleTime);
    const operator = { $gt: '' } as unknown as string;
    await tickets.rearm(operator, 1, sampleTime + 9).catch(() => undefined);
    expect(await tickets.nextDue()).toBe(sampleTime);
  });
});

const step = fc.record({
  kind: fc.constantFrom('create', 'create', 'rearm', 'close'),
  index: fc.nat(4),
  version: fc.constantFrom(1, 2),
  nextDue: fc.option(
    fc.nat(4).map((later) => sampleTime + later),
    { nil: undefined },
  ),
});
