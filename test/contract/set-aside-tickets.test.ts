import { numberOf, type TicketStore } from '../../src/app/ports/ticket-store';
import { replay } from '../../src/domain/ticket/evolve';
import { sampleFaultReported, sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const one = 'SP-2026-0001';
const other = 'SP-2026-0002';

async function reported(tickets: TicketStore, number: string): Promise<void> {
  const event = sampleFaultReported({ number });
  await tickets.create(replay([event]), [event], sampleTime + 5);
}

describe.each(storesUnderTest)('SetAsideTickets on $name', (implementation) => {
  const stores = useStores(implementation);
  const marked = async (now: number) => (await stores().tickets.withEffectsDue(now, 9)).map(numberOf);

  it('given a failed try, then the ticket is kept back until it is tried again, and the tries are counted', async () => {
    const { tickets } = stores();
    await reported(tickets, one);
    await reported(tickets, other);
    expect(await tickets.setAside.failed(one, sampleTime + 10)).toBe(1);
    expect(await marked(sampleTime + 9)).toEqual([other]);
    expect(await marked(sampleTime + 10)).toEqual([one, other]);
    expect(await tickets.setAside.failed(one, sampleTime + 20)).toBe(2);
    // The clock was put back.
    expect(await marked(sampleTime - 7_200_000)).toEqual([one, other]);
  });

  it('given it is set aside, then its mark is gone until it is retried or changes, and it is listed with its reason', async () => {
    const { tickets } = stores();
    await reported(tickets, one);
    await reported(tickets, other);
    await tickets.setAside.failed(one, sampleTime);
    await tickets.setAside.add(one, sampleTime + 1, 'TypeError');
    expect(await marked(sampleTime + 9)).toEqual([other]);
    expect(await tickets.setAside.list()).toEqual([
      { number: one, since: sampleTime + 1, tries: 1, reason: 'TypeError' },
    ]);
    expect(await tickets.setAside.retry(other)).toBe(false);
    expect(await tickets.setAside.retry(one)).toBe(true);
    expect(await tickets.setAside.list()).toEqual([]);
    expect(await tickets.setAside.failed(one, sampleTime)).toBe(1);
    await tickets.effectsPlanned(one, 1);
    expect(await marked(sampleTime + 9)).toEqual([other]);
    expect(await tickets.setAside.failed(one, sampleTime)).toBe(0);
  });

  it('given it is dropped, then its effects count as planned', async () => {
    const { tickets } = stores();
    await reported(tickets, one);
    expect(await tickets.setAside.drop(one)).toBe(false);
    await tickets.setAside.add(one, sampleTime, 'TypeError');
    expect(await tickets.setAside.drop(one)).toBe(true);
    expect(await tickets.setAside.list()).toEqual([]);
    expect(await marked(sampleTime)).toEqual([]);
    expect(await tickets.find(one)).toMatchObject({ effectsPlanned: 1 });
  });

  it('given a due ticket is put off, then it is due from then on; one that is not due stays as it is', async () => {
    const { tickets } = stores();
    await reported(tickets, one);
    await tickets.putOff(one, sampleTime, sampleTime + 99);
    expect(await tickets.nextDue()).toBe(sampleTime + 5);
    await tickets.putOff(one, sampleTime + 5, sampleTime + 99);
    expect(await tickets.nextDue()).toBe(sampleTime + 99);
  });
});
