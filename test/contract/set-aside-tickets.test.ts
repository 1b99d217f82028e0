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
      { number: one, work: 'effects', since: sampleTime + 1, tries: 1, reason: 'TypeError' },
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

  it('given a check of a due ticket fails, then it is put off and counted; one that is not due stays as it is', async () => {
    const { tickets } = stores();
    await reported(tickets, one);
    expect(await tickets.setAside.checkFailed(one, sampleTime, sampleTime + 99)).toBe(0);
    expect(await tickets.nextDue()).toBe(sampleTime + 5);
    expect(await tickets.setAside.checkFailed(one, sampleTime + 5, sampleTime + 99)).toBe(1);
    expect(await tickets.nextDue()).toBe(sampleTime + 99);
    expect(await tickets.due(sampleTime + 99, 9)).toMatchObject([
      { ticket: { number: one }, hasFailed: true },
    ]);
    expect(await tickets.setAside.checkFailed(one, sampleTime + 99, sampleTime + 199)).toBe(2);
    expect(await tickets.setAside.list()).toEqual([]);
  });

  /** Its deadlines cannot be checked. */
  async function unchecked(tickets: TicketStore): Promise<void> {
    await reported(tickets, one);
    await tickets.setAside.checkFailed(one, sampleTime + 5, sampleTime + 99);
    expect(await tickets.setAside.addUnchecked(one, sampleTime + 5, 'TypeError')).toBe(true);
  }
  const known = { number: one, work: 'deadlines', since: sampleTime + 5, tries: 1, reason: 'TypeError' };

  it('given its deadlines cannot be checked, then it is listed once, until a check succeeds', async () => {
    const { tickets } = stores();
    await unchecked(tickets);
    expect(await tickets.setAside.addUnchecked(one, sampleTime + 9, 'Error')).toBe(false);
    expect(await tickets.setAside.list()).toEqual([known]);
    await tickets.setAside.checked(one);
    expect(await tickets.setAside.list()).toEqual([]);
    expect(await tickets.due(sampleTime + 99, 9)).not.toMatchObject([{ hasFailed: true }]);
    expect(await tickets.setAside.checkFailed(one, sampleTime + 99, sampleTime + 199)).toBe(1);
  });

  it('given both fail, then what becomes of one says nothing about the other', async () => {
    const { tickets } = stores();
    await unchecked(tickets);
    await tickets.setAside.failed(one, sampleTime);
    await tickets.setAside.add(one, sampleTime + 1, 'Error');
    const aside = { number: one, work: 'effects', since: sampleTime + 1, tries: 1, reason: 'Error' };
    expect(await tickets.setAside.list()).toEqual([aside, known]);
    expect(await tickets.setAside.drop(one)).toBe(true);
    expect(await tickets.setAside.list()).toEqual([known]);
    expect(await tickets.setAside.drop(one)).toBe(false);
    expect(await tickets.nextDue()).toBe(sampleTime + 99);
    await tickets.effectsPlanned(one, 1);
    expect(await tickets.setAside.list()).toEqual([known]);
    expect(await tickets.setAside.retry(one)).toBe(true);
    expect(await tickets.setAside.list()).toEqual([]);
    expect(await tickets.due(sampleTime, 9)).toMatchObject([{ ticket: { number: one } }]);
  });

  it('given its effects are set aside, when its deadlines are checked, then they still are', async () => {
    const { tickets } = stores();
    await unchecked(tickets);
    await tickets.setAside.failed(one, sampleTime);
    await tickets.setAside.add(one, sampleTime + 1, 'Error');
    await tickets.setAside.checked(one);
    expect(await tickets.setAside.list()).toMatchObject([{ work: 'effects' }]);
  });

  it('given nothing is due there any more, then nothing is left to be checked', async () => {
    const { tickets } = stores();
    await unchecked(tickets);
    await tickets.rearm(one, 1, sampleTime + 50);
    expect(await tickets.setAside.list()).toEqual([known]);
    await tickets.rearm(one, 1, undefined);
    expect(await tickets.setAside.list()).toEqual([]);
  });
});
