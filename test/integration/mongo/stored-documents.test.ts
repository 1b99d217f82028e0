import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import type { ClassFigures } from '../../../src/app/messages/digest';
import type { NewDelivery } from '../../../src/app/ports/delivery-store';
import type { TicketScope } from '../../../src/app/ports/ticket-store';
import { defined } from '../../../src/defined';
import { evolve, replay } from '../../../src/domain/ticket/evolve';
import { openStates } from '../../../src/domain/ticket/ticket-state';
import { countExamined, expectExaminedAtMost } from '../../servers/examined-documents';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import {
  assignedTicket,
  byDispatcher,
  everyEvent,
  everyField,
  sampleFaultReported,
  sampleTicket,
  sampleTime,
} from '../../support/tickets';

const canary = 'KANARIENVOGEL';

interface RawTicket {
  readonly _id: string;
  readonly ticket: {
    readonly receivedAt: unknown;
    readonly cycles: readonly { readonly deadline: unknown }[];
  };
  readonly effectsDueSince: unknown;
  readonly events: readonly { readonly seq: number; readonly at: unknown; readonly hash: string }[];
  readonly historyHash: string;
}

describe('documents as they are stored', () => {
  let server: RunningServer;
  let stores: MongoStores;
  beforeEach(async () => {
    server = await storeServer.start();
    stores = await connectStores(server.uri);
  });
  afterEach(async () => {
    await stores.close();
    await server.close();
  });

  const examined = (action: () => Promise<void>) =>
    countExamined(server, stores.tickets.model.db.getClient(), action);
  /** The tickets as a shell shows them. */
  const raw = () => stores.tickets.model.db.collection<RawTicket>('tickets');

  it('given a ticket, then its instants are dates, its events carry the chain, and its history holds', async () => {
    const { ticket, events } = assignedTicket();
    await stores.tickets.create(ticket, events);
    const stored = await raw().findOne({ _id: ticket.number });
    if (stored === null) throw new Error('it was just created');
    expect(stored.ticket.receivedAt).toEqual(new Date(sampleTime));
    expect(stored.ticket.cycles[0]?.deadline).toBeInstanceOf(Date);
    expect(stored.effectsDueSince).toBeInstanceOf(Date);
    expect(stored.events.map(({ seq, at }) => [seq, at instanceof Date])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ]);
    expect(stored.events[3]?.hash).toBe(stored.historyHash);
    expect(await stores.tickets.brokenLink(ticket.number)).toBeUndefined();
  });

  it('given half a surrogate pair in a text, then the history still holds', async () => {
    const event = sampleFaultReported({ report: { ...sampleTicket().report, title: 'a\ud800b' } });
    const record = await stores.tickets.create(replay([event]), [event]);
    expect(await stores.tickets.find(event.number)).toEqual(record);
    expect(await stores.tickets.brokenLink(event.number)).toBeUndefined();
  });

  it.each([
    ['an event changed', { $set: { 'events.2.by': 'somebody-else' } }, 3],
    ['an instant changed', { $set: { 'events.1.at': new Date(sampleTime + 1) } }, 2],
    ['a field put in', { $set: { 'events.2.onBehalf': { way: 'phone' } } }, 3],
    ['an event taken out', { $pull: { events: { seq: 2 } } }, 2],
    ['the last event taken out', { $pull: { events: { seq: 4 } } }, 4],
  ])('given %s behind the back of the bot, then the broken link is found', async (_what, change, seq) => {
    const { ticket, events } = assignedTicket();
    await stores.tickets.create(ticket, events);
    await raw().updateOne({ _id: ticket.number }, change);
    expect(await stores.tickets.brokenLink(ticket.number)).toBe(seq);
  });

  it('given a field, an event or a word that no schema names, then nothing is written, and the error quotes nothing', async () => {
    const before = await stores.tickets.create(sampleTicket(), [sampleFaultReported()]);
    if (before === 'duplicate') throw new Error('it is new');
    const number = 'SP-2026-0002';
    const next = sampleTicket({ number });
    const report = { ...sampleFaultReported({ number, commandId: 'other' }) };
    const started = { ...byDispatcher('a'), type: 'faultAccepted' } as const;
    const accepted = { ...sampleTicket({ version: 2 }) };
    const attempts = [
      () => stores.tickets.create({ ...next, [canary]: 1 } as never, [report]),
      () => stores.tickets.create({ ...next, state: canary } as never, [report]),
      () => stores.tickets.create(next, [{ ...report, remark: canary } as never]),
      () => stores.tickets.create(next, [{ ...report, type: canary } as never]),
      () => stores.tickets.append(before, { ...accepted, remark: canary } as never, [started]),
      () => stores.tickets.append(before, { ...accepted, state: canary } as never, [started]),
      () => stores.tickets.append(before, accepted, [{ ...started, remark: canary } as never]),
      () => stores.tickets.append(before, accepted, [{ ...started, type: canary } as never]),
      () => stores.tickets.append(before, accepted, [{ ...started, at: canary } as never]),
      () => stores.audit.refused({ at: sampleTime, person: 'nord-1', remark: canary } as never),
      () => stores.audit.contentRead({ at: sampleTime, person: 'nord-1', remark: canary } as never),
      () => stores.deliveries.enqueue([{ ...numbered(1), remark: canary } as never]),
      () => stores.deliveries.enqueue([{ ...numbered(1), status: canary } as never]),
      () => stores.cards.save({ ticket: number, laneKey: canary } as never),
      () => stores.notices.publish([{ id: canary, remark: canary } as never]),
      () => stores.conversations.save({ laneKey: 'person:a', remark: canary } as never),
    ];
    const errors = await Promise.all(
      attempts.map((attempt) =>
        attempt().then(
          () => 'written',
          (error: Error) => [error.name, error.cause, error.message.includes(canary)],
        ),
      ),
    );
    expect(errors).toEqual(attempts.map(() => ['UnfitDocument', undefined, false]));
    expect(await stores.tickets.find(number)).toBeUndefined();
    expect(await stores.tickets.find(before.ticket.number)).toEqual(before);
  });

  it('given many tickets without due effects, then what is due and what is open is found through an index', async () => {
    for (let index = 1; index <= 60; index += 1) {
      const number = `SP-2026-${String(index).padStart(4, '0')}`;
      const { ticket, events } = assignedTicket({ number, operator: index <= 55 ? 'nord' : 'sued' });
      await stores.tickets.create(ticket, events);
      if (index > 3) await stores.tickets.effectsPlanned(number, ticket.version);
    }
    const looked = await examined(async () => {
      expect(await stores.tickets.withEffectsDue(sampleTime, 10)).toHaveLength(3);
      const scopes = [{ operator: 'sued' }];
      expect(
        await stores.tickets.list({ scopes, states: ['accepted'] }, { limit: 10, skip: 0 }),
      ).toHaveLength(5);
      expect(await stores.tickets.count({ scopes: [{ waitsFor: 'dispatcher' }] })).toBe(0);
      expect(await stores.tickets.findByReport('report-SP-2026-0031')).toBeDefined();
    });
    expectExaminedAtMost(3 + 5 + 1, looked);
  });

  it.each([
    ['no events', { $unset: { events: 1 } }],
    ['an event that is none', { $set: { 'events.0': null } }],
    ['no state', { $unset: { ticket: 1 } }],
    ['no plan', { $unset: { effectsPlanned: 1 } }],
  ])(
    'given a document with %s, then it alone cannot be read, and can be put off and set aside',
    async (_what, damage) => {
      for (const number of ['SP-2026-0001', 'SP-2026-0002']) {
        const { ticket, events } = assignedTicket({ number });
        await stores.tickets.create(ticket, events, sampleTime);
      }
      const { tickets } = stores;
      await raw().updateOne({ _id: 'SP-2026-0001' }, damage as object);
      const unreadable = { number: 'SP-2026-0001', unreadable: { name: 'UnreadableDocument' } };
      const whole = { ticket: { number: 'SP-2026-0002' } };
      expect(await tickets.withEffectsDue(sampleTime, 9)).toMatchObject([unreadable, whole]);
      expect(await tickets.due(sampleTime, 9)).toMatchObject([unreadable, whole]);
      expect(await tickets.watched(undefined, 9)).toMatchObject([unreadable, whole]);
      await expect(tickets.find('SP-2026-0001')).rejects.toThrow('SP-2026-0001 cannot be read');
      expect(await tickets.setAside.checkFailed('SP-2026-0001', sampleTime, sampleTime + 1)).toBe(1);
      expect(await tickets.due(sampleTime, 9)).toMatchObject([whole]);
      expect(await tickets.setAside.failed('SP-2026-0001', sampleTime + 9)).toBe(1);
      expect(await tickets.withEffectsDue(sampleTime, 9)).toMatchObject([whole]);
      await tickets.setAside.add('SP-2026-0001', sampleTime, 'UnreadableDocument');
      expect(await tickets.setAside.list()).toMatchObject([{ number: 'SP-2026-0001' }]);
      expect(await tickets.setAside.drop('SP-2026-0001')).toBe(true);
    },
  );

  it('given many tickets, then those with support requests are found through an index', async () => {
    for (let index = 1; index <= 40; index += 1) {
      const number = `SP-2026-${String(index).padStart(4, '0')}`;
      const { events } = assignedTicket({ number });
      const asked = index <= 3 ? [everyEvent.supportRequested] : [];
      const completed = index === 1 ? [everyEvent.supportCompleted] : [];
      const history = [...events, ...asked, ...completed];
      await stores.tickets.create(replay(history), history);
    }
    const states = ['accepted', 'inProgress'] as const;
    const scopes = [{ supported: true as const }];
    const except = [{ supported: true as const, waitsFor: 'platformMaintainer' as const }];
    const looked = await examined(async () => {
      expect(await stores.tickets.list({ scopes: except, states }, { limit: 10, skip: 0 })).toHaveLength(2);
      expect(await stores.tickets.list({ scopes, except, states }, { limit: 10, skip: 0 })).toHaveLength(1);
      expect(await stores.tickets.count({ scopes, states })).toBe(3);
    });
    expectExaminedAtMost(3 + 3 + 3, looked);
  });

  it('given many closed tickets, then a list of one class or state looks at the open ones alone', async () => {
    const closed = { ...byDispatcher('close'), type: 'closedWithoutAnswer' } as const;
    const begun = { ...byDispatcher('begin'), type: 'workBegun' } as const;
    for (let index = 1; index <= 40; index += 1) {
      const number = `SP-2026-${String(index).padStart(4, '0')}`;
      const proposedClass = index % 2 === 0 ? 1 : 2;
      const { ticket, events } = assignedTicket({ number, proposedClass });
      const next = index > 4 ? closed : begun;
      await stores.tickets.create(evolve(ticket, next), [...events, next]);
    }
    const everything = [{}];
    const looked = await examined(async () => {
      const open = ['requested', 'accepted', 'inProgress'] as const;
      const page = { limit: 10, skip: 0 };
      expect(
        await stores.tickets.list({ scopes: everything, states: open, faultClass: 1 }, page),
      ).toHaveLength(2);
      expect(
        await stores.tickets.list(
          { scopes: [{ operator: 'nord' }], states: ['inProgress'], module: 'journal', faultClass: 2 },
          page,
        ),
      ).toHaveLength(2);
      expect(await stores.tickets.count({ scopes: everything, states: ['accepted'] })).toBe(0);
    });
    expectExaminedAtMost(4 + 4, looked);
  });

  it.each<[string, TicketScope, TicketScope['waitsFor'], number]>([
    ['dispatch', {}, 'dispatcher', 0],
    ['an operator', { operator: 'nord' }, 'operator', 0],
    ['a module', { module: 'journal', assigned: true }, 'maintainer', 40],
    ['the platform', { supported: true }, 'platformMaintainer', 40],
  ])(
    'given any number of open tickets, when %s asks for figures and a page, then only what is shown is read',
    async (_name, scope, waitsFor, waiting) => {
      for (let index = 1; index <= 40; index += 1) {
        const number = `SP-2026-${String(index).padStart(4, '0')}`;
        const { ticket, events } = assignedTicket({ number, proposedClass: index % 2 === 0 ? 1 : 2 });
        const asked = { ...everyEvent.supportRequested, commandId: `support-${index}` };
        await stores.tickets.create(evolve(ticket, asked), [...events, asked]);
      }
      const at = { now: sampleTime, today: '2026-06-12', endOfToday: sampleTime + 1 } as const;
      const filter = { scopes: [scope], states: openStates };
      const shown = { limit: 3, skip: 10 };
      let figures: readonly ClassFigures[] = [];
      const looked = await examined(async () => {
        figures = await stores.tickets.figures([scope], at);
        await stores.tickets.count(filter);
        const ofThem = { ...filter, scopes: [{ ...scope, ...defined({ waitsFor }) }] };
        expect(await stores.tickets.count(ofThem)).toBe(waiting);
      });
      expect(figures.map(({ open }) => open)).toEqual([20, 20]);
      expectExaminedAtMost(0, looked);
      const own = [{ ...scope, ...defined({ waitsFor }) }];
      const part = waiting === 0 ? { ...filter, except: own } : { ...filter, scopes: own };
      const pages = [filter, part, { ...filter, faultClass: 1 as const }];
      for (const page of pages) {
        const read = await examined(async () => {
          expect(await stores.tickets.list(page, shown)).toHaveLength(3);
        });
        expectExaminedAtMost(3, read);
      }
    },
  );

  it('given readers of several scopes, when they ask for figures and a page, then only what is shown is read', async () => {
    for (let index = 1; index <= 30; index += 1) {
      const number = `SP-2026-${String(index).padStart(4, '0')}`;
      const { ticket, events } = assignedTicket({ number, operator: index % 3 === 0 ? 'nord' : 'sued' });
      await stores.tickets.create(ticket, events);
    }
    const scopes = [{ operator: 'nord' }, { module: 'other', assigned: true }, { supported: true as const }];
    const at = { now: sampleTime, today: '2026-06-12', endOfToday: sampleTime + 1 } as const;
    const looked = await examined(async () => {
      const [figures] = await stores.tickets.figures(scopes, at);
      expect(figures?.open).toBe(10);
      const filter = { scopes, states: openStates };
      expect(await stores.tickets.count(filter)).toBe(10);
      expect(await stores.tickets.list(filter, { limit: 4, skip: 0 })).toHaveLength(4);
    });
    expectExaminedAtMost(4, looked);
  });

  it('given indexes of an earlier version, when bots start at the same time, then those that nothing asks for are dropped', async () => {
    const { collection } = stores.tickets.model;
    await collection.createIndex({ 'ticket.state': 1, listOrder: 1 }, { name: 'ticket.state_listOrder' });
    await collection.createIndex({ reporter: 1 }, { name: 'of-the-administrator' });
    const starts = await Promise.allSettled([1, 2, 3].map(() => connectStores(server.uri)));
    for (const started of starts) if (started.status === 'fulfilled') await started.value.close();
    expect(starts.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const names = (await collection.indexes()).map(({ name }) => name);
    expect(names).not.toContain('ticket.state_listOrder');
    expect(names).toContain('of-the-administrator');
  });

  it("given many operators' release notices, then a page of one operator is found through an index in its order", async () => {
    const releasedTo = (operator: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `SP-2026-${String(index).padStart(4, '0')}:${operator}`,
        ticket: `SP-2026-${String(index).padStart(4, '0')}`,
        operator,
        module: 'journal',
        fixVersion: '2.3.1',
        packageReference: 'journal-2.3.1',
        text: 'Die Suche findet wieder alle Einträge.',
        releasedAt: sampleTime + index,
      }));
    await stores.notices.publish([...releasedTo('nord', 100), ...releasedTo('sued', 20)]);
    const looked = await examined(async () => {
      const [newest] = await stores.notices.ofOperator('sued', { limit: 5, skip: 5 });
      expect(newest?.ticket).toBe('SP-2026-0014');
    });
    expectExaminedAtMost(10, looked);
    const counted = await examined(async () => {
      expect(await stores.notices.countOfOperator('sued')).toBe(20);
    });
    expectExaminedAtMost(20, counted);
  });

  it('given a ticket with every field, then no index is over a list', async () => {
    await stores.tickets.create(everyField, Object.values(everyEvent));
    const stored: unknown = await raw().findOne({ _id: everyField.number });
    const { schema } = stores.tickets.model;
    const paths = schema.indexes().flatMap(([fields]) => Object.keys(fields));
    expect(paths.filter((each) => leadsToList(stored, each.split('.')))).toEqual([]);
    expect(leadsToList(stored, ['ticket', 'supportRequests', 'kind'])).toBe(true);
  });

  it('given many sent deliveries, then the few that are due are found through an index', async () => {
    const deliveries = Array.from({ length: 300 }, (_, index) => numbered(index));
    await stores.deliveries.enqueue(deliveries);
    for (const { id } of deliveries.slice(3)) await stores.deliveries.sent([{ id: id }], sampleTime);
    const looked = await examined(async () => {
      expect(await stores.deliveries.lanesDue(sampleTime)).toHaveLength(1);
      expect((await stores.deliveries.nextIn('person:nord-1', sampleTime))?.id).toBe('000');
      expect(await stores.deliveries.backlog()).toEqual({ due: 3, retried: 0 });
    });
    expectExaminedAtMost(3 + 1 + 3 + 6, looked);
  });

  it('given ten times as many waiting in the same lanes, then a wake and the backlog cost the same', async () => {
    const lane = (index: number) => ({ kind: 'person', person: `nord-${index % 5}` }) as const;
    const waiting = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => ({ ...numbered(from + at), lane: lane(from + at) }));
    const costOf = (due: number) =>
      examined(async () => {
        expect(await stores.deliveries.lanesDue(sampleTime)).toHaveLength(5);
        expect((await stores.deliveries.nextIn('person:nord-1', sampleTime))?.id).toBe('001');
        expect(await stores.deliveries.backlog()).toEqual({ due, retried: 0 });
      });
    await stores.deliveries.enqueue(waiting(0, 50));
    const few = await costOf(50);
    await stores.deliveries.enqueue(waiting(50, 500));
    expect(await costOf(500)).toBe(few);
    expectExaminedAtMost(2 * (5 + 5) + 1, few);
  });
});

/** Whether a list lies on the path: an index over it would have an entry for each of its items. */
function leadsToList(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return true;
  const [next, ...rest] = path;
  if (next === undefined || typeof value !== 'object' || value === null) return false;
  return leadsToList((value as Readonly<Record<string, unknown>>)[next], rest);
}

function numbered(index: number): NewDelivery {
  const id = String(index).padStart(3, '0');
  return {
    id,
    ticket: 'SP-2026-0001',
    version: 1,
    effect: { kind: 'showCard', place: { kind: 'dispatch' } },
    lane: { kind: 'person', person: 'nord-1' },
    order: id,
    status: 'due',
  };
}
