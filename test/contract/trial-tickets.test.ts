import fc from 'fast-check';
import type { TicketStore } from '../../src/app/ports/ticket-store';
import type { TicketEvent } from '../../src/domain/ticket/event-rules';
import { evolve, replay } from '../../src/domain/ticket/evolve';
import { openStates } from '../../src/domain/ticket/ticket-state';
import { urgencies } from '../../src/domain/ticket/urgency';
import { createInMemoryStores } from '../support/in-memory-stores/create-in-memory-stores';
import { assignedTicket, everyEvent, sampleFaultReported, sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

/** How far a ticket has come, beginning with its report. */
const { fixPlanProposed, workBegun, workCompleted, testBegun, fixReleased } = everyEvent;
const { questionAsked, reportReturned, supportRequested } = everyEvent;
const assigned = assignedTicket().events.slice(1);
const stories: readonly (readonly TicketEvent[])[] = [
  [],
  [reportReturned],
  [questionAsked],
  [...assigned, supportRequested],
  [...assigned, fixPlanProposed, workBegun],
  [...assigned, fixPlanProposed, workBegun, workCompleted, testBegun],
  [...assigned, fixPlanProposed, workBegun, workCompleted, testBegun, fixReleased],
];

const someTicket = fc.record({
  story: fc.constantFrom(...stories),
  trial: fc.boolean(),
  operator: fc.constantFrom('nord', 'sued'),
  proposedClass: fc.constantFrom(1 as const, 2 as const),
});

const scopes = [
  [{}],
  [{ operator: 'nord' }],
  [
    { operator: 'nord', waitsFor: 'operator' },
    { module: 'journal', assigned: true },
  ],
  [{ module: 'journal', assigned: true, assignedTo: 'contractor-a' }],
  [{ supported: true }],
] as const;
const at = { now: sampleTime + 1, today: '2026-06-16', endOfToday: Date.UTC(2026, 5, 16, 22) };
const page = { limit: 100, skip: 0 };

/** Everything that a list, a count or a figure can say of the store. */
async function toldBy(store: TicketStore, numbers: readonly string[]) {
  const ofScopes = scopes.map(async (each) => [
    await store.figures(each, at),
    await store.list({ scopes: each }, page),
    await store.count({ scopes: each }),
    await store.count({ scopes: [{}], except: each, states: openStates }),
    await Promise.all(urgencies.map((is) => store.count({ scopes: each, urgency: { is, at } }))),
    await Promise.all(urgencies.map((is) => store.list({ scopes: each, urgency: { is, at } }, page))),
  ]);
  return [await Promise.all(ofScopes), await store.openAmong(numbers)];
}

describe.each(storesUnderTest)('tickets to practise with (process 7) on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given any mix of them and real ones, then lists, counts and figures say what they say of the real ones alone', async () => {
    const real: TicketStore = createInMemoryStores().tickets;
    const all: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(someTicket, { minLength: 1, maxLength: 5 }), async (added) => {
        const { tickets: store } = stores();
        for (const { story, trial, ...report } of added) {
          const number = `SP-2026-${String(all.length + 1).padStart(4, '0')}`;
          const first = sampleFaultReported({ ...report, number, ...(trial && { trial }) });
          const both = trial ? [store] : [store, real];
          for (const each of both) await written(each, [first, ...story]);
          all.push(number);
        }
        expect(await toldBy(store, all)).toEqual(await toldBy(real, all));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) },
    );
  });

  it('given one, then it is found by its number as it is, and walked through with all that are open', async () => {
    const { tickets } = stores();
    const first = sampleFaultReported({ trial: true });
    await written(tickets, [first, ...assigned]);
    const found = await tickets.find(first.number);
    expect(found?.ticket).toEqual(replay([first, ...assigned]));
    expect(found?.ticket.trial).toBe(true);
    expect(await tickets.watched(undefined, 10)).toEqual([found]);
    expect(await tickets.withEffectsDue(sampleTime, 10)).toEqual([found]);
  });
});

/** Event by event: what a ticket is found by must stay so when it moves on. */
async function written(store: TicketStore, [first, ...later]: readonly TicketEvent[]): Promise<void> {
  if (first === undefined) throw new Error('a history starts with a report');
  let record = await store.create(replay([first]), [first]);
  for (const event of later) {
    if (record === 'duplicate') throw new Error('created already');
    const next = await store.append(record, evolve(record.ticket, event), [event]);
    if (next === undefined) throw new Error('nobody else writes');
    record = next;
  }
}
