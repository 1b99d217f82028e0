import { orderAt, stale } from '../../src/app/delivery-policy';
import type { DeliveryStore, NewDelivery } from '../../src/app/ports/delivery-store';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const nord = 'person:nord';
const sued = 'person:sued';
const ticket = 'SP-2026-0001';

function delivery(id: string, person = 'nord', overrides: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    ticket,
    version: 1,
    effect: { kind: 'showCard', place: { kind: 'organisation', organisation: person } },
    lane: { kind: 'person', person },
    order: id,
    status: 'due',
    ...overrides,
  };
}

async function refused(store: DeliveryStore, status: number, ...deliveries: readonly NewDelivery[]) {
  await store.enqueue(deliveries);
  for (const { id } of deliveries) await store.undeliverable(id, sampleTime, { kind: 'refused', status });
}

describe.each(storesUnderTest)('UnsentDeliveries on $name', (implementation) => {
  const stores = useStores(implementation);
  const list = async () =>
    (await stores().deliveries.unsent.list(99)).map(({ id, status }) => `${id} ${status}`);

  it('given a fault of ours, then the delivery goes behind what is due now, and its faults are counted', async () => {
    const { deliveries } = stores();
    const at = (ahead: number, id: string) => `${orderAt(sampleTime + ahead)}:${id}`;
    await deliveries.enqueue([
      delivery('a', 'nord', { order: at(0, 'a') }),
      delivery('b', 'nord', { order: at(1, 'b') }),
    ]);
    expect(await deliveries.failed('a', sampleTime + 10)).toBe(1);
    expect((await deliveries.nextIn(nord, sampleTime + 5))?.id).toBe('b');
    await deliveries.sent([{ id: 'b' }], sampleTime);
    expect(await deliveries.nextIn(nord, sampleTime + 9)).toBeUndefined();
    expect(await deliveries.nextIn(nord, sampleTime + 10)).toMatchObject({ id: 'a', attempts: 1 });
    expect(await deliveries.failed('a', sampleTime + 20)).toBe(2);
    expect(await deliveries.failed('b', sampleTime + 20)).toBe(0);
  });

  it('given what a place refused, then all of it is due again once it is heard of, and of other places the oldest', async () => {
    const { deliveries } = stores();
    await refused(
      deliveries,
      403,
      delivery('a'),
      delivery('b'),
      delivery('c', 'sued'),
      delivery('d', 'sued'),
    );
    await refused(deliveries, 413, delivery('e'));
    expect(await deliveries.unsent.retryRefused(nord, sampleTime)).toBe(2);
    expect(await deliveries.nextIn(nord, sampleTime)).toMatchObject({
      id: 'a',
      givenUpBefore: true,
      problem: { kind: 'refused', status: 403 },
    });
    expect(await deliveries.nextIn(sued, sampleTime)).toBeUndefined();
    expect(await deliveries.unsent.retryOldestRefused(sampleTime)).toBe(2);
    expect(await list()).toEqual(['a due', 'b due', 'c due', 'd undeliverable', 'e due']);
    await deliveries.sent([{ id: 'a' }], sampleTime);
    // Due again, the others have not arrived either.
    expect(await deliveries.problemsOf(ticket)).toHaveLength(4);
  });

  it('given what was refused for its contents, then it is due again only where another version may say it otherwise', async () => {
    const { deliveries } = stores();
    await refused(deliveries, 413, delivery('a'), delivery('b'));
    expect(await deliveries.unsent.retryRefused(nord, sampleTime)).toBe(0);
    expect(await deliveries.unsent.retryRefusedContents()).toBe(2);
  });

  it('given what is about no ticket, then it is due again only while it is news', async () => {
    const { deliveries } = stores();
    const digest = (id: string, at: number): NewDelivery => ({
      id,
      effect: { kind: 'showDigest', place: { kind: 'dispatch' }, day: '2026-06-10' },
      lane: { kind: 'person', person: 'nord' },
      order: orderAt(at),
      status: 'due',
    });
    await refused(deliveries, 403, digest('old', sampleTime - stale - 1), digest('new', sampleTime - stale));
    expect(await deliveries.unsent.retryRefused(nord, sampleTime)).toBe(1);
    expect(await list()).toEqual(['old undeliverable', 'new due']);
  });

  it('given what had no lane, then it is due again where its place has one now', async () => {
    const { deliveries } = stores();
    const nowhere = {
      lane: { kind: 'none' },
      status: 'undeliverable',
      problem: { kind: 'unreachable' },
    } as const;
    await deliveries.enqueue([delivery('a', 'nord', nowhere), delivery('b', 'sued', nowhere)]);
    expect(await deliveries.unsent.givenUp()).toEqual({ unreachable: 2, refused: 0, failed: 0 });
    const isReachable = (place: object) => 'organisation' in place && place.organisation === 'sued';
    expect(await deliveries.unsent.retryUnreachable(isReachable)).toBe(1);
    expect(await list()).toEqual(['a undeliverable']);
    expect(await deliveries.backlog()).toEqual({ due: 1, retried: 0 });
  });

  it('given what was given up, when it is sent again or dropped by id or ticket, then just that changes', async () => {
    const { deliveries } = stores();
    await refused(
      deliveries,
      403,
      delivery('a'),
      delivery('b'),
      delivery('c', 'nord', { ticket: 'SP-2026-0002' }),
    );
    await deliveries.enqueue([delivery('d'), delivery('e')]);
    await deliveries.postpone('e', sampleTime, 503);
    expect(await deliveries.unsent.resend({ id: 'a' })).toBe(1);
    expect(await deliveries.unsent.resend({ id: 'd' })).toBe(0);
    expect(await deliveries.unsent.resend({ ticket: 'SP-2026-0002' })).toBe(1);
    expect(await deliveries.unsent.drop({ id: 'd' })).toBe(0);
    expect(await deliveries.unsent.drop({ ticket })).toBe(3);
    expect(await list()).toEqual(['c due']);
    expect(await deliveries.problemsOf(ticket)).toEqual([]);
    expect(await deliveries.unsent.givenUp()).toEqual({ unreachable: 0, refused: 0, failed: 0 });
  });

  it('given many sent together, then all are recorded, each with what came of it', async () => {
    const { deliveries } = stores();
    await deliveries.enqueue([delivery('a'), delivery('b', 'sued'), delivery('c')]);
    const problem = { kind: 'notInRoster', people: ['nord-1'] } as const;
    await deliveries.sent([{ id: 'a', problem }, { id: 'b' }], sampleTime, ['c']);
    expect(await deliveries.problemsOf(ticket)).toMatchObject([problem]);
    expect(await deliveries.nextIn(nord, sampleTime)).toMatchObject({ id: 'c', called: true });
    expect(await deliveries.backlog()).toMatchObject({ due: 1 });
  });

  it('given nothing was left to say, then that is no arrival', async () => {
    const { deliveries } = stores();
    await refused(deliveries, 403, delivery('a'));
    await deliveries.enqueue([delivery('b'), delivery('c')]);
    await deliveries.sent([{ id: 'b', nothingSent: true }], sampleTime);
    expect(await deliveries.problemsOf(ticket)).toHaveLength(1);
    await deliveries.sent([{ id: 'c' }], sampleTime);
    expect(await deliveries.problemsOf(ticket)).toEqual([]);
  });
});
