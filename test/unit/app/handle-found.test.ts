import { handleFound, ticketsAtOnce, ticketsInBatch } from '../../../src/app/handle-found';
import type { FoundTicket } from '../../../src/app/ports/ticket-store';
import { accept, sendingWorld, StoreAway } from '../../support/sending-world';
import { reportByNord } from '../../support/given';

const count = 4 * ticketsAtOnce + 1;

async function reported(): Promise<ReturnType<typeof sendingWorld>> {
  const at = sendingWorld();
  for (let each = 0; each < count; each += 1) await at.does('nord-1', 'operator', reportByNord);
  return at;
}

async function foundTickets(): Promise<readonly FoundTicket[]> {
  const { stores, clock } = await reported();
  return stores.tickets.withEffectsDue(clock.now(), count);
}

/** As a store at work: everything it is asked meanwhile is answered in turn. */
const answered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const handling = {
  keepBack: () => Promise.reject(new Error('nothing is wrong with any')),
  isStoreFailure: (error: unknown) => error instanceof StoreAway,
};

describe('a burst of tickets', () => {
  it('given more than are handled at once, then never more are, each once and in order', async () => {
    const found = await foundTickets();
    let [underWay, most] = [0, 0];
    const handled: string[] = [];
    const results = await handleFound(found, {
      ...handling,
      handle: async ({ ticket }) => {
        underWay += 1;
        most = Math.max(most, underWay);
        handled.push(ticket.number);
        await answered();
        underWay -= 1;
        return ticket.number;
      },
    });
    expect(most).toBe(ticketsAtOnce);
    expect(handled).toHaveLength(count);
    expect(results).toEqual(handled);
  });

  it('given what is handled without waiting for anything, then others still have a turn after each portion', async () => {
    const found = await foundTickets();
    let turns = 0;
    let atWork = true;
    const other = async () => {
      while (atWork) {
        await answered();
        turns += 1;
      }
    };
    const others = other();
    await handleFound(found, { ...handling, handle: () => Promise.resolve() });
    atWork = false;
    await others;
    expect(turns).toBeGreaterThanOrEqual(Math.ceil(count / ticketsAtOnce));
  });

  it('given the store fails, then what is under way ends, and no further ticket is begun', async () => {
    const found = await foundTickets();
    let begun = 0;
    const failing = handleFound(found, {
      ...handling,
      handle: async () => {
        begun += 1;
        if (begun === 2) throw new StoreAway();
        await answered();
      },
    });
    await expect(failing).rejects.toThrow(StoreAway);
    expect(begun).toBe(ticketsAtOnce);
  });

  it('given as many reports at once, then their deliveries are planned for a few tickets at a time', async () => {
    const at = await reported();
    const { deliveries } = at.stores;
    let [underWay, most, planned] = [0, 0, 0];
    at.restart({
      deliveries: Object.assign(Object.create(deliveries) as typeof deliveries, {
        async enqueue(these: Parameters<typeof deliveries.enqueue>[0]) {
          underWay += 1;
          most = Math.max(most, underWay);
          await answered();
          await deliveries.enqueue(these);
          underWay -= 1;
          planned += 1;
        },
      }),
    });
    await at.deliver();
    expect(planned).toBe(count);
    expect(most).toBeLessThanOrEqual(ticketsAtOnce);
    const next = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, next);
    await at.deliver();
    expect(planned).toBeGreaterThan(count);
  });

  it('given marks for more than one batch, then no piece of reading takes more tickets than a batch has', async () => {
    const at = await reported();
    const { tickets } = at.stores;
    const limits: number[] = [];
    at.restart({
      tickets: Object.assign(Object.create(tickets) as typeof tickets, {
        withEffectsDue(now: number, limit: number) {
          limits.push(limit);
          return tickets.withEffectsDue(now, limit);
        },
      }),
    });
    await at.deliver();
    expect(limits.length).toBeGreaterThan(1);
    expect(Math.max(...limits)).toBe(ticketsInBatch);
  });
});
