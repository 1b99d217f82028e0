import { publishedReactions } from '../../../src/app/published-reactions';
import { reactionsOf } from '../../../src/app/reactions/reactions-of';
import type { PublishedReaction } from '../../../src/app/ports/reaction-store';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { berlin, type CommandText, requested, returned, type Story } from '../../support/given';
import { replay } from '../../../src/domain/ticket/evolve';

const always = { from: 0, to: Date.UTC(2100, 0) };
const accept: CommandText = { type: 'accept', faultClass: 2, priority: 'medium' };
const toClass = (faultClass: 1 | 2 | 3 | 4): CommandText => ({
  type: 'changeClass',
  faultClass,
  reason: 'Umgehung vorhanden',
});

function returnedAndSupplemented(): Story {
  return returned()
    .at('2026-06-11T09:00')
    .does('nord-1', 'operator', { type: 'supplement', answer: '2.1.0' });
}

function recordOf({ stands: ticket, events }: Story, effectsPlanned: number): TicketRecord {
  return { ticket, events, effectsPlanned, historyHash: '' };
}

const resultsOf = (story: Story) => reactionsOf(story.stands);

const withoutVersion = (reaction: PublishedReaction) => ({ ...reaction, version: 0 });

/** Reported on Wed 10.06.2026 at 10:00, class 2 is due at 16:00. */
describe('the reaction cycles of a ticket as reports show them', () => {
  it('given a report, then its cycle is open', () => {
    expect(resultsOf(requested())).toEqual([
      {
        id: 'SP-2026-0001:1',
        ticket: 'SP-2026-0001',
        cycle: 1,
        version: 1,
        operator: 'nord',
        module: 'journal',
        assigned: false,
        faultClass: 2,
        startedAt: berlin('2026-06-10T10:00'),
        deadline: berlin('2026-06-10T16:00'),
        result: 'open',
      },
    ]);
  });

  it('given a reaction exactly at the deadline, then the cycle is met', () => {
    const story = requested().at('2026-06-10T16:00').does('dispatcher-1', 'dispatcher', accept);
    const at = berlin('2026-06-10T16:00');
    expect(resultsOf(story)).toMatchObject([{ result: 'met', reactedAt: at, decidedAt: at }]);
  });

  it('given a reaction after the deadline, then the cycle is missed, with the reaction', () => {
    const story = requested().at('2026-06-10T16:01').does('dispatcher-1', 'dispatcher', accept);
    expect(resultsOf(story)).toMatchObject([
      { result: 'missed', breachReason: 'elapsed', reactedAt: berlin('2026-06-10T16:01') },
    ]);
  });

  it('given a missed deadline and another class since, then class and deadline are those that were missed', () => {
    const story = requested().at('2026-06-10T16:30').does('dispatcher-1', 'dispatcher', toClass(4));
    expect(resultsOf(story)).toMatchObject([
      { result: 'missed', faultClass: 2, deadline: berlin('2026-06-10T16:00'), breachReason: 'elapsed' },
    ]);
  });

  it('given a class whose deadline has passed already, then class and deadline are the new ones', () => {
    const story = requested().at('2026-06-10T14:30').does('dispatcher-1', 'dispatcher', toClass(1));
    expect(resultsOf(story)).toMatchObject([
      {
        result: 'missed',
        faultClass: 1,
        deadline: berlin('2026-06-10T14:00'),
        breachReason: 'reclassification',
      },
    ]);
  });

  it('given a class that the stopping command sets itself, then the cycle is judged by the one before', () => {
    const story = requested()
      .at('2026-06-10T15:00')
      .does('dispatcher-1', 'dispatcher', {
        ...accept,
        faultClass: 1,
        classReason: 'Leitstelle steht',
      });
    expect(resultsOf(story)).toMatchObject([{ result: 'met', faultClass: 2 }]);
  });

  it('given a withdrawal in time, then there is no result, and the time is told', () => {
    const story = requested()
      .at('2026-06-10T11:00')
      .does('nord-1', 'operator', { type: 'withdraw', reason: 'Erledigt' });
    const at = berlin('2026-06-10T11:00');
    expect(resultsOf(story)).toMatchObject([{ result: 'withdrawn', withdrawnAt: at, decidedAt: at }]);
  });

  it('given a returned and supplemented report, then there are two cycles', () => {
    const story = returnedAndSupplemented();
    expect(resultsOf(story)).toMatchObject([
      { id: 'SP-2026-0001:1', result: 'met' },
      { id: 'SP-2026-0001:2', result: 'open', startedAt: berlin('2026-06-11T09:00') },
    ]);
  });
});

describe('publishing reaction cycles', () => {
  it('given events that change no cycle, then nothing is published again', () => {
    const story = requested();
    const planned = story.events.length;
    story.does('dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' });
    expect(publishedReactions(recordOf(story, planned))).toEqual([]);
  });

  it('given an assignment, then the cycle is published again, for its maintainers may read it now', () => {
    const story = requested().does('dispatcher-1', 'dispatcher', accept);
    const planned = story.events.length;
    story.does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' });
    expect(publishedReactions(recordOf(story, planned))).toMatchObject([{ assigned: true, result: 'met' }]);
  });

  it('given a story, when it is published in any order of parts, then the store holds what the ticket says', async () => {
    const { events, stands } = returnedAndSupplemented();
    const partAt = (length: number, effectsPlanned: number): TicketRecord => {
      const known = events.slice(0, length);
      return { ticket: replay(known), events: known, effectsPlanned, historyHash: '' };
    };
    for (const order of [
      [
        [1, 0],
        [2, 1],
        [events.length, 2],
      ],
      [
        [events.length, 0],
        [1, 0],
      ],
      [
        [events.length, 1],
        [2, 1],
        [1, 0],
      ],
    ] as const) {
      const { reactions } = createInMemoryStores();
      for (const [length, planned] of order)
        await reactions.publish(publishedReactions(partAt(length, planned)));
      const stored = await reactions.withDeadlineIn(always);
      const now = reactionsOf(stands);
      expect(stored.map(withoutVersion)).toEqual(now.map(withoutVersion));
    }
  });
});
