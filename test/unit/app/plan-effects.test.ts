import { planEffects } from '../../../src/app/plan-effects';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import type { Story, CommandText } from '../../support/given';
import {
  accepted,
  assigned,
  berlin,
  reportByNord,
  requested,
  returned,
  Story as NewStory,
} from '../../support/given';
import { installation } from '../../support/installation';

/** The record of a story whose effects were planned up to a version. */
function record(story: Story, effectsPlanned = 0): TicketRecord {
  return { ticket: story.stands, events: story.events, effectsPlanned, historyHash: '' };
}

function idsAfter(
  story: Story,
  person: string,
  role: 'dispatcher' | 'operator' | 'maintainer',
  command: CommandText,
) {
  const planned = story.events.length;
  story.does(person, role, command);
  return planEffects(record(story, planned), installation).map((effect) => effect.id);
}

describe('what follows from an event', () => {
  it('puts a report on the cards of the dispatch channel and of the operator', () => {
    expect(planEffects(record(requested()), installation).map((each) => each.id)).toEqual([
      'SP-2026-0001:1:showCard:dispatch',
      'SP-2026-0001:1:showCard:organisation:nord',
    ]);
  });

  it('marks the card that opened the form', () => {
    const story = new NewStory('2026-06-10T10:00').does('nord-1', 'operator', {
      ...reportByNord,
      origin: '19:nord@thread.tacv2|1',
    } as CommandText);
    expect(planEffects(record(story), installation).at(-1)?.effect).toEqual({
      kind: 'markReported',
      place: { kind: 'organisation', organisation: 'nord' },
      person: 'nord-1',
      origin: '19:nord@thread.tacv2|1',
    });
  });

  it('posts an assigned ticket in the module’s channel and mentions the maintainer there', () => {
    expect(
      idsAfter(accepted(), 'dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' }),
    ).toEqual([
      'SP-2026-0001:4:showCard:dispatch',
      'SP-2026-0001:4:showCard:organisation:nord',
      'SP-2026-0001:4:showCard:module:journal',
      'SP-2026-0001:4:mention:assigned:module:journal',
    ]);
  });

  it('takes the card from a place that may no longer read the ticket (process 1)', () => {
    expect(idsAfter(assigned(), 'maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' })).toEqual([
      'SP-2026-0001:5:showCard:dispatch',
      'SP-2026-0001:5:showCard:organisation:nord',
      'SP-2026-0001:5:withdrawCard:module:journal',
      'SP-2026-0001:5:mention:handedBack:dispatch',
    ]);
  });

  it('mentions nobody for what the dispatcher took back', () => {
    const ids = idsAfter(assigned(), 'dispatcher-1', 'dispatcher', { type: 'handBack', reason: 'x' });
    expect(ids.filter((id) => id.includes('mention'))).toEqual([]);
  });

  it.each([
    ['returned', { type: 'returnReport', missing: 'x' }],
    ['declined', { type: 'decline', reason: 'featureRequest', text: 'x' }],
  ] as const)('mentions the reporter in the operator’s place when %s', (reason, command) => {
    const story = requested();
    story.does('dispatcher-1', 'dispatcher', command);
    const mentions = planEffects(record(story, 1), installation).filter(
      (each) => each.effect.kind === 'mention',
    );
    expect(mentions).toMatchObject([
      { effect: { reason, people: ['nord-1'], place: { kind: 'organisation', organisation: 'nord' } } },
    ]);
  });

  it('mentions no dispatcher in the operator’s place for a report entered on the operator’s word', () => {
    const story = new NewStory('2026-06-10T10:00')
      .does('dispatcher-1', 'dispatcher', {
        ...reportByNord,
        onBehalf: { way: 'phone', saidBy: 'Leitwarte', at: berlin('2026-06-10T09:00') },
      })
      .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'x' });
    expect(planEffects(record(story, 1), installation).at(-1)?.effect).toMatchObject({
      kind: 'mention',
      people: [],
    });
  });

  it('mentions the one who returned the report when the answer comes', () => {
    const ids = idsAfter(returned(), 'nord-2', 'operator', { type: 'supplement', answer: 'x' });
    expect(ids.at(-1)).toBe('SP-2026-0001:4:mention:supplemented:dispatch');
  });

  it('tells dispatchers and process owner of a breach, once (process 2.8)', () => {
    const story = requested().at('2026-06-10T15:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: 'x' });
    const [mention] = planEffects(record(story, 1), installation).filter(
      (each) => each.effect.kind === 'mention',
    );
    expect(mention?.effect).toMatchObject({
      people: ['dispatcher-1', 'dispatcher-2', 'owner'],
      reason: 'reactionBreached',
    });
  });

  it('tells the process owner of a module without maintainer', () => {
    const story = new NewStory('2026-06-10T10:00').does('nord-1', 'operator', {
      ...reportByNord,
      module: 'contacts',
    } as CommandText);
    story.does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'low' });
    expect(planEffects(record(story, 1), installation).at(-1)?.effect).toMatchObject({
      people: ['owner'],
      reason: 'maintainerMissing',
    });
  });

  it('is planned in one edit per place for all that happened since', () => {
    const story = assigned();
    const ids = planEffects(record(story), installation).map((each) => each.id);
    expect(ids.filter((id) => id.includes('showCard'))).toEqual([
      'SP-2026-0001:4:showCard:dispatch',
      'SP-2026-0001:4:showCard:organisation:nord',
      'SP-2026-0001:4:showCard:module:journal',
    ]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('is the same on every run, and nothing once it was planned', () => {
    const story = assigned();
    expect(planEffects(record(story, 2), installation)).toEqual(planEffects(record(story, 2), installation));
    expect(planEffects(record(story, story.events.length), installation)).toEqual([]);
  });

  it('holds nothing that somebody typed (process 10)', () => {
    const canary = 'KANARIENVOGEL';
    const story = requested()
      .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: canary })
      .does('nord-1', 'operator', { type: 'supplement', answer: canary })
      .does('dispatcher-1', 'dispatcher', { type: 'decline', reason: 'featureRequest', text: canary });
    expect(JSON.stringify(story.events)).toContain(canary);
    expect(JSON.stringify(planEffects(record(story), installation))).not.toContain(canary);
  });
});
