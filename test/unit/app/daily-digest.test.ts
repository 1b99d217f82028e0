import { createDailyDigest } from '../../../src/app/daily-digest';
import { digestDayAt, isInServiceTime, nextDigestAt } from '../../../src/app/digest-time';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';
import { assignedTicket } from '../../support/tickets';

const { calendars } = installation;
const dispatch = 'channel:19:dispatch@thread.tacv2';
const journal = 'channel:19:journal@thread.tacv2';
const nord = 'channel:19:nord@thread.tacv2';

function world(organisation = installation, time?: string) {
  const stores = createInMemoryStores();
  let woken = 0;
  const start = () =>
    createDailyDigest({
      ...stores,
      directory: { installation: () => organisation },
      time,
      effectsWaiting: () => (woken += 1),
      report: () => undefined,
    });
  let digest = start();
  return {
    stores,
    woken: () => woken,
    restart: () => (digest = start()),
    at: (local: string) => digest.run(berlin(local)),
    ids: () => stores.deliveries.all().map(({ id }) => id),
  };
}

describe('the daily digest', () => {
  it('given a service day, when its service time begins, then dispatch gets one, and not before', async () => {
    const day = world();
    await day.at('2026-06-10T08:29');
    expect(day.ids()).toEqual([]);
    await day.at('2026-06-10T08:30');
    await day.at('2026-06-10T08:31');
    expect(day.ids()).toEqual([`digest:2026-06-10@${dispatch}`]);
    expect(day.woken()).toBe(1);
  });

  it('given a module with an open assigned ticket and an operator who wants it, then their channels get one each', async () => {
    const day = world();
    const { ticket, events } = assignedTicket();
    await day.stores.tickets.create(ticket, events);
    await day.stores.subscriptions.subscribe('nord', 0);
    // Without a channel there is nowhere to post.
    await day.stores.subscriptions.subscribe('sued', 0);
    await day.at('2026-06-10T08:30');
    expect(day.ids().sort()).toEqual([dispatch, journal, nord].map((lane) => `digest:2026-06-10@${lane}`));
  });

  it('given modules that share a channel, then it gets one', async () => {
    const shared = installation.modules.find(({ id }) => id === 'journal')?.channel;
    if (shared === undefined) throw new Error('journal has a channel');
    const modules = installation.modules.map((each) =>
      each.channel === undefined ? each : { ...each, channel: shared },
    );
    const day = world({ ...installation, modules });
    for (const [index, module] of ['journal', 'outage'].entries()) {
      const { ticket, events } = assignedTicket({ number: `SP-2026-000${index + 1}`, module });
      await day.stores.tickets.create(ticket, events);
    }
    await day.at('2026-06-10T08:30');
    expect(day.ids().sort()).toEqual([dispatch, journal].map((lane) => `digest:2026-06-10@${lane}`));
  });

  it('given two processes and a restart in that minute, then each channel has one', async () => {
    const day = world();
    await day.stores.subscriptions.subscribe('nord', 0);
    const other = createDailyDigest({
      ...day.stores,
      directory: { installation: () => installation },
      time: undefined,
      effectsWaiting: () => undefined,
      report: () => undefined,
    });
    await Promise.all([day.at('2026-06-10T08:30'), other.run(berlin('2026-06-10T08:30'))]);
    day.restart();
    await day.at('2026-06-10T08:30');
    expect(day.ids()).toHaveLength(2);
  });

  it('given a digest handed over, when an operator orders it that day and the bot restarts, then it comes the next day', async () => {
    const day = world();
    await day.at('2026-06-10T08:30');
    await day.stores.subscriptions.subscribe('nord', 0);
    day.restart();
    await day.at('2026-06-10T09:30');
    expect(day.ids()).toHaveLength(1);
    await day.at('2026-06-11T08:30');
    expect(day.ids()).toContain(`digest:2026-06-11@${nord}`);
  });

  it('given a kill between the channels, when started again, then those that are missing follow', async () => {
    const day = world();
    await day.stores.subscriptions.subscribe('nord', 0);
    const { deliveries } = day.stores;
    const enqueue = deliveries.enqueue.bind(deliveries);
    let calls = 0;
    deliveries.enqueue = (all) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('killed')) : enqueue(all);
    };
    await expect(day.at('2026-06-10T08:30')).rejects.toThrow('killed');
    day.restart();
    await day.at('2026-06-10T08:31');
    expect(day.ids().sort()).toEqual([dispatch, nord].map((lane) => `digest:2026-06-10@${lane}`));
  });

  it.each([
    ['2026-06-10T16:59', 1],
    ['2026-06-10T17:00', 0],
    ['2026-06-10T23:00', 0],
    ['2026-06-13T09:00', 0],
  ])('given downtime since the day before, when it is over at %s, then %i follow', async (at, count) => {
    const day = world();
    await day.at(at);
    expect(day.ids()).toHaveLength(count);
  });

  it('given a clock that jumps ahead and back by hours or a day, then no channel has two for a day', async () => {
    const day = world();
    for (const at of [
      '10T09:00',
      '10T05:00',
      '10T09:00',
      '11T09:00',
      '10T10:00',
      '11T08:30',
      '09T12:00',
      '11T12:00',
    ]) {
      await day.at(`2026-06-${at}`);
      day.restart();
      await day.at(`2026-06-${at}`);
    }
    expect(day.ids().sort()).toEqual(['09', '10', '11'].map((each) => `digest:2026-06-${each}@${dispatch}`));
  });
});

describe('the time of the digest', () => {
  it('given a time of its own, then it is due then, until the end of service time', () => {
    expect(digestDayAt(calendars, '10:15', berlin('2026-06-10T10:14'))).toBeUndefined();
    const dueAt = berlin('2026-06-10T10:15');
    expect(digestDayAt(calendars, '10:15', dueAt)).toEqual({ day: '2026-06-10', dueAt });
  });

  it.each([
    ['08:30', true],
    ['13:59', true],
    ['14:00', false],
    ['08:29', false],
  ])('given %s, then that it is within service time on all weekdays is %s', (time, expected) => {
    expect(isInServiceTime(calendars, time)).toBe(expected);
  });

  it('given a single day with other windows, then the digest comes at its opening', () => {
    const calendar = createServiceCalendar({
      zone: 'Europe/Berlin',
      hours: { 3: [{ from: '08:30', to: '17:00' }] },
      openDays: [{ date: '2026-06-13', windows: [{ from: '11:00', to: '12:00' }] }],
    });
    const timeline = [{ id: 'x', validFrom: '2020-01-01', calendar }];
    expect(nextDigestAt(timeline, '09:00', berlin('2026-06-13T08:00'))?.at).toBe(berlin('2026-06-13T11:00'));
  });

  it('given an instant before and after it, then the next one is today or on the next service day', () => {
    expect(nextDigestAt(calendars, undefined, berlin('2026-06-12T08:00'))?.at).toBe(
      berlin('2026-06-12T08:30'),
    );
    expect(nextDigestAt(calendars, undefined, berlin('2026-06-12T08:30'))?.at).toBe(
      berlin('2026-06-15T08:30'),
    );
  });
});
