import { presentCycleSince } from '../../../../src/domain/ticket/event-rules';
import { presentCycle } from '../../../../src/domain/ticket/ticket';
import { berlin, requested, type Story } from '../../../support/given';

const returns = (story: Story, at: string) =>
  story.at(at).does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Version?' });
const supplements = (story: Story, at: string) =>
  story.at(at).does('nord-1', 'operator', { type: 'supplement', answer: '2.1.0' });
const since = ({ events }: Story) => presentCycleSince(events);

describe('since when the present reaction cycle runs (process 2.3)', () => {
  it('given a new report, then since the report, whatever happens to it', () => {
    const story = requested();
    expect(since(story)).toBe(1);
    story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: 'Ausfall' });
    expect(since(story)).toBe(1);
    story.timePasses('2026-06-10T16:01');
    expect(story.types).toContain('reactionBreached');
    expect(since(story)).toBe(1);
  });

  it('given a returned report, then still since the report: its cycle is over, and no other began', () => {
    expect(since(returns(requested(), '2026-06-10T11:00'))).toBe(1);
  });

  it('given supplements, then since the last one, which is not the first by then', () => {
    const story = supplements(returns(requested(), '2026-06-10T11:00'), '2026-06-10T12:00');
    const first = story.types.lastIndexOf('reportSupplemented') + 1;
    expect(since(story)).toBe(first);
    supplements(returns(story, '2026-06-10T13:00'), '2026-06-10T14:00');
    expect(since(story)).toBeGreaterThan(first);
    expect(since(story)).toBe(story.types.lastIndexOf('reportSupplemented') + 1);
    expect(presentCycle(story.stands).startedAt).toBe(berlin('2026-06-10T14:00'));
  });

  it('given a supplement told so late that its deadline has passed, then since the supplement and not the breach', () => {
    const story = returns(requested(), '2026-06-10T11:00');
    story.at('2026-06-15T12:00').does('dispatcher-1', 'dispatcher', {
      type: 'supplement',
      answer: '2.1.0',
      onBehalf: { way: 'phone', saidBy: 'Leitwarte Nord', at: berlin('2026-06-10T12:00') },
    });
    expect(story.types.slice(-2)).toEqual(['reportSupplemented', 'reactionBreached']);
    expect(since(story)).toBe(story.events.length - 1);
  });
});
