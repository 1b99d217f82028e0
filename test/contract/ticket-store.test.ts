import fc from 'fast-check';
import { readableScopes } from '../../src/app/queries/ticket-lists';
import type { Installation, RoleGrant } from '../../src/domain/organisation/installation';
import type { Place } from '../../src/domain/organisation/place';
import type { ClassFigures } from '../../src/app/messages/digest';
import {
  numberOf,
  type TicketFilter,
  type TicketScope,
  type TicketStore,
} from '../../src/app/ports/ticket-store';
import type { TicketEvent } from '../../src/domain/ticket/event-rules';
import { mayRead, type Reader } from '../../src/domain/ticket/access';
import { evolve, replay } from '../../src/domain/ticket/evolve';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { type DueMoment, urgencies } from '../../src/domain/ticket/urgency';
import { ticketStates } from '../../src/domain/ticket/ticket-state';
import { installation } from '../support/installation';
import { createInMemoryStores } from '../support/in-memory-stores/create-in-memory-stores';
import {
  assignedTicket,
  byDispatcher,
  everyEvent,
  everyField,
  sampleCycle,
  sampleFaultReported,
  sampleReport,
  sampleTicket,
  sampleTime,
  stoppedCycle,
} from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const everything = { scopes: [{}] };
const page = { limit: 100, skip: 0 };

async function created(store: TicketStore, ticket: Ticket, events: readonly TicketEvent[]) {
  const record = await store.create(ticket, events);
  if (record === 'duplicate') throw new Error('created already');
  return record;
}

function reported(store: TicketStore, overrides: Parameters<typeof sampleFaultReported>[0] = {}) {
  const event = sampleFaultReported(overrides);
  return created(store, replay([event]), [event]);
}

describe.each(storesUnderTest)('TicketStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given an empty store, when 100 numbers are asked for at once, then they are 1 to 100 of the year', async () => {
    const { tickets } = stores();
    const numbers = await Promise.all(Array.from({ length: 100 }, () => tickets.nextNumber(2026)));
    const expected = Array.from(
      { length: 100 },
      (_, index) => `SP-2026-${String(index + 1).padStart(4, '0')}`,
    );
    expect([...numbers].sort()).toEqual(expected);
  });

  it('given a number that was seen, then none up to it is given out, and a lower one changes nothing', async () => {
    const { tickets } = stores();
    await tickets.numberSeen('SP-2026-0007');
    expect(await tickets.nextNumber(2026)).toBe('SP-2026-0008');
    await tickets.numberSeen('SP-2026-0003');
    expect(await tickets.nextNumber(2026)).toBe('SP-2026-0009');
    expect(await tickets.nextNumber(2027)).toBe('SP-2027-0001');
  });

  it('given numbers of one year, when another year begins, then it counts from 1', async () => {
    const { tickets } = stores();
    await tickets.nextNumber(2026);
    await tickets.nextNumber(2026);
    expect(await tickets.nextNumber(2027)).toBe('SP-2027-0001');
    expect(await tickets.nextNumber(2026)).toBe('SP-2026-0003');
  });

  it('given a report, when its ticket is created, then it is found as it was, with effects due', async () => {
    const { tickets } = stores();
    const event = everyEvent.faultReported;
    const record = await created(tickets, replay([event]), [event]);
    expect(record.ticket).toEqual(replay([event]));
    expect(record.events).toEqual([event]);
    expect(record.effectsPlanned).toBe(0);
    expect(await tickets.find(event.number)).toEqual(record);
    expect(await tickets.findByReport(event.commandId)).toEqual(record);
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([record]);
  });

  it('given no such ticket, when it is looked for, then nothing is found', async () => {
    const { tickets } = stores();
    expect(await tickets.find('SP-2026-0001')).toBeUndefined();
    expect(await tickets.findByReport('unheard of')).toBeUndefined();
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([]);
  });

  it('given a ticket of a report command, when the command creates another one, then nothing is written', async () => {
    const { tickets } = stores();
    const first = await reported(tickets, { commandId: 'once' });
    const again = sampleFaultReported({ number: 'SP-2026-0002', commandId: 'once' });
    expect(await tickets.create(replay([again]), [again])).toBe('duplicate');
    expect(await tickets.findByReport('once')).toEqual(first);
    expect(await tickets.find('SP-2026-0002')).toBeUndefined();
    expect(await tickets.count(everything)).toBe(1);
  });

  it('given one report command 20 times at once, when each creates a ticket, then there is one', async () => {
    const { tickets } = stores();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const event = sampleFaultReported({
          number: `SP-2026-${String(index + 1).padStart(4, '0')}`,
          commandId: 'once',
        });
        return tickets.create(replay([event]), [event]);
      }),
    );
    expect(results.filter((result) => result !== 'duplicate')).toHaveLength(1);
    expect(await tickets.count(everything)).toBe(1);
  });

  it('given a ticket, when its number is used for another report, then that is an error and changes nothing', async () => {
    const { tickets } = stores();
    const first = await reported(tickets, { commandId: 'first' });
    await expect(reported(tickets, { commandId: 'second' })).rejects.toThrow();
    expect(await tickets.find(first.ticket.number)).toEqual(first);
  });

  it('given events of every kind, when they are appended, then history and state come back as they were', async () => {
    const { tickets } = stores();
    const { faultReported, ...later } = everyEvent;
    let record = await created(tickets, replay([faultReported]), [faultReported]);
    for (const event of Object.values(later)) {
      const after = await tickets.append(record, evolve(record.ticket, event), [event]);
      if (after === undefined) throw new Error('nobody else writes here');
      expect(after.events).toEqual([...record.events, event]);
      expect(await tickets.find(faultReported.number)).toEqual(after);
      record = after;
    }
    expect(record.ticket).toEqual(replay(Object.values(everyEvent)));
    expect(record.ticket.version).toBe(Object.keys(everyEvent).length);
  });

  it('given a ticket with every field that there is, when it is created or led there, then it comes back as it was', async () => {
    const { tickets } = stores();
    const events = Object.values(everyEvent);
    const record = await created(tickets, everyField, events);
    expect((await tickets.find(everyField.number))?.ticket).toEqual(everyField);
    expect(record.ticket).toEqual(everyField);
    const before = await reported(tickets, { number: 'SP-2026-0007' });
    const led = { ...everyField, number: 'SP-2026-0007' };
    await tickets.append(before, led, events.slice(1));
    expect((await tickets.find(led.number))?.ticket).toEqual(led);
  });

  it('given support requests, when tickets are listed, then those with any or with an open one are found', async () => {
    const { tickets } = stores();
    await reported(tickets, { number: 'SP-2026-0009' });
    const { ticket, events } = assignedTicket();
    let record = await created(tickets, ticket, events);
    const found = async () =>
      Promise.all(
        [{ supported: true } as const, { waitsFor: 'platformMaintainer' } as const].map((scope) =>
          tickets.count({ scopes: [scope], states: ['requested', 'accepted'] }),
        ),
      );
    expect(await found()).toEqual([0, 0]);
    const { supportRequested, supportTaken, supportCompleted } = everyEvent;
    const seen: (readonly number[])[] = [];
    for (const event of [supportRequested, supportTaken, supportCompleted]) {
      const after = await tickets.append(record, evolve(record.ticket, event), [event]);
      if (after === undefined) throw new Error('nobody else writes here');
      record = after;
      seen.push(await found());
    }
    expect(seen).toEqual([
      [1, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(await tickets.list({ scopes: [{ supported: true }] }, page)).toEqual([record.ticket]);
  });

  it('given a ticket, when one command brings several events, then they are one write', async () => {
    const { tickets } = stores();
    const before = await reported(tickets);
    const added = assignedTicket().events.slice(1);
    const after = await tickets.append(before, assignedTicket().ticket, added);
    expect(after?.events).toEqual(assignedTicket().events);
    expect(after?.historyHash).not.toBe(before.historyHash);
    expect(await tickets.find(before.ticket.number)).toEqual(after);
  });

  it('given a state without a part that was there, when it is written, then the part is gone', async () => {
    const { tickets } = stores();
    const { ticket, events } = assignedTicket();
    const before = await created(tickets, ticket, events);
    const event: TicketEvent = {
      ...byDispatcher('back'),
      type: 'ticketHandedBack',
      reason: 'Falsches Modul',
    };
    await tickets.append(before, evolve(ticket, event), [event]);
    expect((await tickets.find(ticket.number))?.ticket).not.toHaveProperty('assignment');
    expect(await tickets.count({ scopes: [{ assigned: true }] })).toBe(0);
    expect(await tickets.count({ scopes: [{ waitsFor: 'dispatcher' }] })).toBe(1);
  });

  it('given 50 commands on the same version, when all append at once, then exactly one gets through', async () => {
    const { tickets } = stores();
    const before = await reported(tickets);
    const events = Array.from({ length: 50 }, (_, index): TicketEvent => ({
      ...byDispatcher(`start-${index}`),
      by: `dispatcher-${index}`,
      type: 'analysisStarted',
      cycle: stoppedCycle(),
    }));
    const results = await Promise.all(
      events.map((event) => tickets.append(before, evolve(before.ticket, event), [event])),
    );
    const winners = results.filter((result) => result !== undefined);
    expect(winners).toHaveLength(1);
    const found = await tickets.find(before.ticket.number);
    expect(found).toEqual(winners[0]);
    expect(found?.ticket.version).toBe(2);
    expect(found?.events).toHaveLength(2);
  });

  it('given an unknown ticket, when events are appended, then nothing is written', async () => {
    const { tickets } = stores();
    const event = sampleFaultReported();
    const before = { ticket: replay([event]), events: [event], effectsPlanned: 0, historyHash: '' };
    const { ticket, events } = assignedTicket();
    expect(await tickets.append(before, ticket, events.slice(1))).toBeUndefined();
    expect(await tickets.count(everything)).toBe(0);
  });

  it('given a version that does not count the events, when it is written, then that is an error', async () => {
    const { tickets } = stores();
    const event = sampleFaultReported();
    await expect(tickets.create(sampleTicket({ version: 2 }), [event])).rejects.toThrow('version 2');
    const before = await created(tickets, replay([event]), [event]);
    const started: TicketEvent = { ...byDispatcher('a'), type: 'analysisStarted', cycle: stoppedCycle() };
    const skipped = { ...evolve(before.ticket, started), version: 3 };
    await expect(tickets.append(before, skipped, [started])).rejects.toThrow('version 3');
    await expect(tickets.append(before, before.ticket, [])).rejects.toThrow();
    expect(await tickets.find(before.ticket.number)).toEqual(before);
  });

  it('given effects planned up to the present version, then the mark is gone until the next write', async () => {
    const { tickets } = stores();
    const before = await reported(tickets);
    await tickets.effectsPlanned(before.ticket.number, 1);
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([]);
    const planned = await tickets.find(before.ticket.number);
    expect(planned?.effectsPlanned).toBe(1);
    if (planned === undefined) throw new Error('it is there');
    const { ticket, events } = assignedTicket();
    const after = await tickets.append(planned, ticket, events.slice(1));
    expect(after?.effectsPlanned).toBe(1);
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([after]);
  });

  it('given a ticket that moved on, when effects of an earlier version are planned, then the mark stays', async () => {
    const { tickets } = stores();
    const before = await reported(tickets);
    const { ticket, events } = assignedTicket();
    await tickets.append(before, ticket, events.slice(1));
    await tickets.effectsPlanned(before.ticket.number, 1);
    const [due] = await tickets.withEffectsDue(sampleTime, 10);
    expect(due).toMatchObject({ effectsPlanned: 1 });
    await tickets.effectsPlanned(before.ticket.number, ticket.version);
    await tickets.effectsPlanned(before.ticket.number, 1);
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([]);
    expect((await tickets.find(before.ticket.number))?.effectsPlanned).toBe(ticket.version);
  });

  it('given several marked tickets, when a few are asked for, then the oldest marks come first', async () => {
    const { tickets } = stores();
    await reported(tickets, { number: 'SP-2026-0001', at: sampleTime + 3 });
    const second = await reported(tickets, { number: 'SP-2026-0002', at: sampleTime + 1 });
    await reported(tickets, { number: 'SP-2026-0003', at: sampleTime + 2 });
    // A further event does not put the ticket at the end of the queue.
    const { ticket, events } = assignedTicket({ number: 'SP-2026-0002', at: sampleTime + 1 });
    await tickets.append(second, ticket, events.slice(1));
    const due = await tickets.withEffectsDue(sampleTime, 2);
    expect(due.map(numberOf)).toEqual(['SP-2026-0002', 'SP-2026-0003']);
  });

  it('given text of every sort, when it is stored, then it comes back as it was', async () => {
    const { tickets } = stores();
    const texts = ['', ' ', '$set', '{"$gt":""}', '${x}', 'a.b', '\u0000', '🙂 <at>x</at>', 'ä'.repeat(3000)];
    for (const [index, text] of texts.entries()) {
      const number = `SP-2026-${String(index + 1).padStart(4, '0')}`;
      const report = { ...sampleReport, title: text, description: text, since: text };
      const record = await reported(tickets, { number, report });
      expect(record.ticket.report).toEqual(report);
      expect(await tickets.find(number)).toEqual(record);
    }
  });

  it('given tickets, when they are listed, then by class, priority, age and number', async () => {
    const { tickets } = stores();
    await reported(tickets, { number: 'SP-2026-10000' });
    await reported(tickets, { number: 'SP-2026-9999' });
    await reported(tickets, { number: 'SP-2026-0003', receivedAt: sampleTime + 1 });
    await reported(tickets, { number: 'SP-2026-0004', proposedClass: 1 });
    const urgent = await reported(tickets, { number: 'SP-2026-0005' });
    const raised: TicketEvent = {
      ...byDispatcher('up'),
      type: 'priorityChanged',
      from: 'medium',
      to: 'high',
    };
    await tickets.append(urgent, evolve(urgent.ticket, raised), [raised]);
    const assigned = assignedTicket({ number: 'SP-2026-0001', proposedClass: 1 });
    await tickets.create(assigned.ticket, assigned.events);
    const listed = await tickets.list(everything, page);
    expect(listed.map((ticket) => ticket.number)).toEqual([
      'SP-2026-0001',
      'SP-2026-0004',
      'SP-2026-0005',
      'SP-2026-9999',
      'SP-2026-10000',
      'SP-2026-0003',
    ]);
    expect(listed[0]).toEqual(assigned.ticket);
    const second = await tickets.list(everything, { limit: 2, skip: 3 });
    expect(second.map((ticket) => ticket.number)).toEqual(['SP-2026-9999', 'SP-2026-10000']);
    expect(await tickets.list(everything, { limit: 0, skip: 0 })).toEqual([]);
  });

  it('given no scope or no state, when tickets are listed, then none is found', async () => {
    const { tickets } = stores();
    await reported(tickets);
    for (const filter of [{ scopes: [] }, { scopes: [{}], states: [] }, { scopes: [{}], except: [{}] }]) {
      expect(await tickets.list(filter, page)).toEqual([]);
      expect(await tickets.count(filter)).toBe(0);
    }
  });

  it('given any filter, when tickets are listed, then they are those of the plain definition', async () => {
    const { tickets } = stores();
    const model = createInMemoryStores().tickets;
    for (const { ticket, events } of [...mixedTickets(), ...ticketsUnderWay().map(renumbered)]) {
      await created(tickets, ticket, events);
      await model.create(ticket, events);
    }
    await fc.assert(
      fc.asyncProperty(filters, fc.nat(3), async (filter, skip) => {
        expect(await tickets.list(filter, { limit: 3, skip })).toEqual(
          await model.list(filter, { limit: 3, skip }),
        );
        expect(await tickets.count(filter)).toBe(await model.count(filter));
      }),
      { numRuns: 60 },
    );
  });

  it('given tickets in any state, when a reader lists what they may read, then it is what the rule of reading says (process 1)', async () => {
    const { tickets } = stores();
    const all = [...mixedTickets(), ...ticketsUnderWay().map(renumbered)];
    for (const { ticket, events } of all) await created(tickets, ticket, events);
    await fc.assert(
      fc.asyncProperty(readers, async ({ reader, readersInstallation }) => {
        const directory = { installation: () => readersInstallation };
        const listed = await tickets.list({ scopes: readableScopes({ directory }, reader) }, page);
        const readable = all.filter(({ ticket }) => mayRead(readersInstallation, reader, ticket));
        expect(listed.map(({ number }) => number).sort()).toEqual(
          readable.map(({ ticket }) => ticket.number).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('given any scopes and times, when the figures are asked for, then they are those of the plain definition', async () => {
    const { tickets } = stores();
    const model = createInMemoryStores().tickets;
    for (const { ticket, events } of ticketsUnderWay()) {
      // Written event by event: a figure that a ticket has lost must be lost in the store too.
      for (const store of [tickets, model]) {
        const [first, ...later] = events;
        if (first === undefined) throw new Error('a history starts with a report');
        let record = await created(store, replay([first]), [first]);
        for (const event of later) {
          const next = await store.append(record, evolve(record.ticket, event), [event]);
          if (next === undefined) throw new Error('nobody else writes');
          record = next;
        }
        expect(record.ticket).toEqual(ticket);
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.array(scope, { maxLength: 3 }), moments, async (scopes, at) => {
        expect(await tickets.figures(scopes, at)).toEqual(await model.figures(scopes, at));
      }),
      { numRuns: 60 },
    );
    const at = figureTime(sampleTime);
    const all = await tickets.figures([{}], at);
    const total = (of: (figures: ClassFigures) => number) => all.reduce((sum, each) => sum + of(each), 0);
    expect(total(({ open }) => open)).toBe(7);
    expect(total(({ inProgress, inTest }) => inProgress + inTest)).toBe(3);
    // A return, and two plans to which the operator has not agreed.
    expect(total(({ waitingForOperator }) => waitingForOperator)).toBe(3);
    expect(total(({ dueToday }) => dueToday)).toBe(2);
    expect(await tickets.figures([], at)).toEqual([]);
  });

  it('given a deadline or a target date, when its moment comes, then it is due until exactly then and overdue after it', async () => {
    const { tickets } = stores();
    const { deadline } = sampleCycle();
    await reported(tickets);
    const standing = async (now: number) => {
      const [figures] = await tickets.figures([{}], figureTime(now));
      return [figures?.dueToday, figures?.overdue];
    };
    expect(await standing(deadline - day)).toEqual([0, 0]);
    expect(await standing(deadline)).toEqual([1, 0]);
    expect(await standing(deadline + 1)).toEqual([0, 1]);
  });

  it('given numbers of open, ended and unknown tickets, when asked which are open, then it is told', async () => {
    const { tickets } = stores();
    for (const { ticket, events } of mixedTickets()) await tickets.create(ticket, events);
    const asked = ['SP-2026-0006', 'SP-2026-0002', 'SP-2026-0001', 'SP-2026-0099'];
    expect(await tickets.openAmong(asked)).toEqual(['SP-2026-0001', 'SP-2026-0002']);
    expect(await tickets.openAmong([])).toEqual([]);
  });

  it('given an object instead of a text, when something is asked or written, then it is no operator', async () => {
    const { tickets } = stores();
    const before = await reported(tickets);
    const operator = { $gt: '' } as unknown as string;
    const answers = await Promise.allSettled([
      tickets.find(operator),
      tickets.findByReport(operator),
      tickets.effectsPlanned(operator, 1),
      tickets.list({ scopes: [{ operator }] }, page),
      tickets.list({ scopes: [{ module: operator }, { operator: 'x' }] }, page),
      tickets.list({ scopes: [{}], module: operator }, page),
    ]);
    for (const answer of answers) {
      expect(answer.status === 'rejected' || answer.value === undefined || isEmpty(answer.value)).toBe(true);
    }
    expect(await tickets.find(before.ticket.number)).toEqual(before);
  });
});

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Tickets of both operators and modules in several states, some with a request for support. */
function mixedTickets() {
  const back: TicketEvent = { ...byDispatcher('back'), type: 'reportReturned', missing: 'Version' };
  const closed: TicketEvent = { ...byDispatcher('close'), type: 'closedWithoutAnswer' };
  const { supportRequested, supportCompleted } = everyEvent;
  const support = [supportRequested, supportCompleted];
  const rows: readonly (readonly [operator: string, module: string, length: number, support: number])[] = [
    ['nord', 'journal', 1, 0],
    ['nord', 'outage', 4, 1],
    ['sued', 'journal', 4, 2],
    ['sued', 'outage', 4, 0],
    ['nord', 'journal', 5, 1],
    ['sued', 'outage', 6, 1],
  ];
  return rows.map(([operator, module, length, requests], index) => {
    const proposedClass = index % 2 === 0 ? 1 : 2;
    const number = `SP-2026-000${index + 1}`;
    const [report, ...later] = assignedTicket({ number, operator, module, proposedClass }).events;
    if (report === undefined) throw new Error('a history starts with a report');
    const known = [report, ...support.slice(0, requests), ...later, back, closed];
    const events = known.slice(0, length + requests);
    return { ticket: replay(events), events };
  });
}

/** Tickets in every state that the figures tell apart, with and without plans and questions. */
function ticketsUnderWay() {
  const { fixPlanProposed, workBegun, workCompleted, testBegun, testFailed } = everyEvent;
  const { questionAsked, questionAnswered, reportReturned, reportWithdrawn } = everyEvent;
  const stories: readonly (readonly TicketEvent[])[] = [
    [],
    [fixPlanProposed],
    [fixPlanProposed, workBegun],
    [fixPlanProposed, workBegun, workCompleted],
    [fixPlanProposed, workBegun, workCompleted, testBegun],
    [workBegun, workCompleted, testBegun, testFailed, questionAsked, questionAnswered],
    [questionAsked, reportReturned],
    [questionAsked, reportReturned, reportWithdrawn],
  ];
  return stories.map((later, index) => {
    const number = `SP-2026-000${index + 1}`;
    const operator = index % 2 === 0 ? 'nord' : 'sued';
    const reportOf = (commandId: string) =>
      sampleFaultReported({ number, operator, commandId, proposedClass: index % 3 === 0 ? 1 : 2 });
    const begun = [0, 6, 7].includes(index)
      ? [reportOf(`r${index}`)]
      : assignedTicket({ number, operator, proposedClass: index % 3 === 0 ? 1 : 2 }).events;
    const events = [...begun, ...later];
    return { ticket: replay(events), events };
  });
}

/** With numbers of their own, beside other tickets. */
function renumbered({ events }: { readonly events: readonly TicketEvent[] }, index: number) {
  const [report, ...later] = events;
  if (report?.type !== 'faultReported') throw new Error('a history starts with a report');
  const own = [{ ...report, number: `SP-2026-01${index}0`, commandId: `again ${index}` }, ...later];
  return { ticket: replay(own), events: own };
}

const day = 86_400_000;

/** At an instant, with days as UTC has them. */
function figureTime(now: number): DueMoment {
  const today = new Date(now).toISOString().slice(0, 10);
  return { now, today, endOfToday: Math.floor(now / day) * day + day };
}

const moments = fc.integer({ min: -3 * day, max: 6 * day }).map((since) => figureTime(sampleTime + since));

const operators = fc.constantFrom('nord', 'sued', 'west');
const modules = fc.constantFrom('journal', 'outage');
const scope = fc.record(
  {
    operator: operators,
    module: modules,
    assigned: fc.boolean(),
    assignedTo: fc.constantFrom('contractor-a', 'contractor-b'),
    waitsFor: fc.constantFrom('dispatcher', 'operator', 'maintainer', 'platformMaintainer'),
    supported: fc.constant(true),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TicketScope>;
const filters = fc.record(
  {
    scopes: fc.array(scope, { maxLength: 3 }),
    except: fc.array(scope, { maxLength: 2 }),
    states: fc.subarray([...ticketStates]),
    module: modules,
    faultClass: fc.constantFrom(1, 2, 3, 4),
    urgency: fc.record({ is: fc.constantFrom(...urgencies), at: moments }),
  },
  { requiredKeys: ['scopes'] },
) as fc.Arbitrary<TicketFilter>;

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ kind: 'dispatch' }, { kind: 'platform' }),
  modules.map((module) => ({ kind: 'module', module }) as const),
  operators.map((organisation) => ({ kind: 'organisation', organisation }) as const),
);
const grants: fc.Arbitrary<RoleGrant> = fc.oneof(
  modules.map((module) => ({ role: 'maintainer', module }) as const),
  fc.constantFrom('operator', 'dispatcher', 'platformMaintainer', 'processOwner').map((role) => ({ role })),
);
/** A channel that is any places, or a person of any organisation with any roles. */
const readers: fc.Arbitrary<{ readonly reader: Reader; readonly readersInstallation: Installation }> =
  fc.oneof(
    fc
      .array(places, { maxLength: 3 })
      .map((places) => ({ reader: { places }, readersInstallation: installation })),
    fc.record({ organisation: operators, roles: fc.array(grants, { maxLength: 3 }) }).map((person) => {
      const [somebody] = installation.people;
      if (somebody === undefined) throw new Error('the sample installation has people');
      const people = [{ ...somebody, ...person }];
      return { reader: { person: somebody.id }, readersInstallation: { ...installation, people } };
    }),
  );
