import fc from 'fast-check';
import { renderHistoryCard } from '../../../src/adapters/teams/cards/history-card';
import { renderTicketCard } from '../../../src/adapters/teams/cards/ticket-card';
import { historyOf } from '../../../src/app/queries/history';
import type { TicketEvent } from '../../../src/domain/ticket/event-rules';
import { evolve } from '../../../src/domain/ticket/evolve';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { CardScreen } from '../../../src/simulator/people/card-screen';
import { eventText } from '../../../src/texts/actions.de';
import type { Role } from '../../../src/domain/organisation/installation';
import { type CommandText, planned, type Story } from '../../support/given';
import { installation } from '../../support/installation';
import { play, start, type Step, step } from '../../support/random-walks';
import { samplePlan } from '../../support/tickets';
import { viewAt } from '../../support/view';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 300);

/** What the history has to call each plan, from whether one stood when it was proposed. */
function calledBy(events: readonly TicketEvent[]): readonly string[] {
  let before: Ticket | undefined;
  return events.flatMap((event) => {
    const stood = before?.fixPlan !== undefined;
    before = evolve(before, event);
    if (event.type !== 'fixPlanProposed') return [];
    const { version } = event;
    if (stood) return [`Plan geändert (Version ${version})`];
    const proposed = `Plan vorgeschlagen (Version ${version})`;
    return [version === 1 ? proposed : `${proposed}; Version ${version - 1} war hinfällig`];
  });
}

const voids: Readonly<Record<string, (story: Story) => Story>> = {
  'changing the module': (story) =>
    story.does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' }),
  'returning the report': (story) =>
    story
      .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'x' })
      .does('nord-1', 'operator', { type: 'supplement', answer: 'x' })
      .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' }),
};
const another = { type: 'proposePlan', plan: { ...samplePlan, risks: 'anders' } } as const;

/** What makes plans and voids them, which walks through the whole process seldom come to. */
const aboutPlans = fc
  .constantFrom<readonly [string, Role, CommandText]>(
    ['dispatcher-1', 'dispatcher', { type: 'proposePlan', plan: samplePlan }],
    ['dispatcher-1', 'dispatcher', another],
    ['dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' }],
    ['dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'journal' }],
    ['dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'x' }],
    ['nord-1', 'operator', { type: 'supplement', answer: 'x' }],
    ['nord-1', 'operator', { type: 'objectToPlan', reason: 'x' }],
    ['dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' }],
  )
  .map(([person, role, command]): Step => ({
    who: [person, role],
    command,
    later: 0,
    onWord: false,
    watched: false,
    from: undefined,
  }));

/** What the history and the card at the dispatchers' place say of plans. */
function readOf(story: Story): { readonly history: string; readonly card: string } {
  const record = {
    ticket: story.stands,
    events: story.events,
    effectsPlanned: story.events.length,
    historyHash: '',
  };
  const view = viewAt(story.now, installation);
  const place = { kind: 'dispatch' } as const;
  const entries = historyOf(record, { places: [place] }, installation);
  return {
    history: new CardScreen(renderHistoryCard({ entries, record, view, place })).text,
    card: new CardScreen(renderTicketCard({ record, place, view, mode: 'dialog' })).unfolded,
  };
}

describe('what a plan after the first is called', () => {
  test('given any way of any ticket, when a plan is proposed, then it is a change only of one that stood', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(start, fc.array(fc.oneof(step, aboutPlans), { maxLength: 20 }), (from, steps) => {
        const { events } = play(from, steps, () => undefined);
        const said = events
          .filter(({ type }) => type === 'fixPlanProposed')
          .map((event) => eventText(event, viewAt(0, installation), events));
        expect(said).toEqual(calledBy(events));
        for (const text of said) seen.add(text.replace(/\d+/g, '…'));
      }),
      { numRuns: runs },
    );
    // The walks came to each of them.
    expect([...seen].toSorted()).toEqual([
      'Plan geändert (Version …)',
      'Plan vorgeschlagen (Version …)',
      'Plan vorgeschlagen (Version …); Version … war hinfällig',
    ]);
  });

  test.each(Object.entries(voids))(
    'given %s, which voids a plan, then the next is no change of it',
    (_how, voided) => {
      const story = voided(planned()).does('dispatcher-1', 'dispatcher', another);
      const { history, card } = readOf(story);
      for (const text of [history, card]) {
        expect(text).toContain('Plan vorgeschlagen (Version 2); Version 1 war hinfällig');
        expect(text).not.toContain('Plan geändert');
      }
      // Where it became void stands in the history, too.
      expect(history).toContain('Plan, Version: 1 → –');
    },
  );

  test('given an objection, which leaves the plan standing, then the next is a change of it', () => {
    const story = planned()
      .does('nord-1', 'operator', { type: 'objectToPlan', reason: 'x' })
      .does('maintainer-a1', 'maintainer', another);
    const { history, card } = readOf(story);
    for (const text of [history, card]) {
      expect(text).toContain('Plan geändert (Version 2)');
      expect(text).not.toContain('hinfällig');
    }
  });
});
