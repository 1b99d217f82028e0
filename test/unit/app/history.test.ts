import { historyOf } from '../../../src/app/queries/history';
import type { Reader } from '../../../src/domain/ticket/access';
import { bound, inTest, released, requested, type Story } from '../../support/given';
import { installation } from '../../support/installation';
import { samplePlan } from '../../support/tickets';

function history(story: Story, reader: Reader) {
  const record = { ticket: story.stands, events: story.events, effectsPlanned: 0, historyHash: '' };
  return historyOf(record, reader, installation);
}

const dispatch: Reader = { places: [{ kind: 'dispatch' }] };
const journal: Reader = { places: [{ kind: 'module', module: 'journal' }] };
const nord: Reader = { places: [{ kind: 'organisation', organisation: 'nord' }] };

describe('the history of a ticket (process 10)', () => {
  it('tells who did what when, in order', () => {
    const story = released();
    const entries = history(story, dispatch);
    expect(entries.map((entry) => entry.event)).toEqual(story.events);
    expect(entries.map((entry) => entry.version)).toEqual(story.events.map((_event, index) => index + 1));
  });

  it('gives each change with before and after', () => {
    const story = bound().does('dispatcher-1', 'dispatcher', {
      type: 'proposePlan',
      plan: { ...samplePlan, measure: 'update' },
    });
    expect(history(story, dispatch).at(-1)?.changes).toEqual([
      { field: 'planVersion', before: 1, after: 2 },
      { field: 'planMeasure', before: 'patch', after: 'update' },
      {
        field: 'planConsents',
        before: ['operator', 'dispatcher', 'maintainer'],
        after: ['dispatcher'],
      },
      { field: 'planBindingSince', before: expect.any(Number) as number, after: undefined },
    ]);
    story.does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' });
    expect(history(story, dispatch).at(-1)?.changes).toEqual(
      expect.arrayContaining([
        { field: 'module', before: 'journal', after: 'outage' },
        { field: 'assignee', before: 'maintainer-a1', after: undefined },
        { field: 'planVersion', before: 2, after: undefined },
      ]),
    );
    expect(history(story, dispatch)[0]?.changes).toEqual([]);
  });

  it('hides from operators what is internal, and from nobody else', () => {
    const story = inTest()
      .does('dispatcher-1', 'dispatcher', { type: 'comment', text: 'GEHEIM', internal: true })
      .does('dispatcher-1', 'dispatcher', { type: 'comment', text: 'offen', internal: false })
      .does('dispatcher-1', 'dispatcher', { type: 'requestSupport', kind: 'commit', question: 'GEHEIM' });
    for (const reader of [nord, { person: 'nord-2' }]) {
      const shown = JSON.stringify(history(story, reader));
      expect(shown).not.toContain('GEHEIM');
      expect(shown).toContain('offen');
    }
    for (const reader of [dispatch, { person: 'owner' }, { person: 'maintainer-a2' }]) {
      expect(history(story, reader)).toHaveLength(story.events.length);
    }
  });

  it('gives what is for the dispatch alone to nobody else, whoever reads for it', () => {
    const story = released().does('sued-1', 'operator', { type: 'confirmNotice' });
    const types = (reader: Reader) => history(story, reader).map(({ event }) => event.type);
    for (const reader of [dispatch, { person: 'owner' }]) expect(types(reader)).toContain('noticeConfirmed');
    for (const reader of [journal, nord, { person: 'maintainer-a2' }]) {
      expect(types(reader)).not.toContain('noticeConfirmed');
    }
    const withoutMaintainer = requested().does('dispatcher-1', 'dispatcher', {
      type: 'changeModule',
      module: 'contacts',
    });
    withoutMaintainer.does('dispatcher-1', 'dispatcher', {
      type: 'accept',
      faultClass: 2,
      priority: 'medium',
    });
    expect(history(withoutMaintainer, nord).at(-1)?.event.type).toBe('faultAccepted');
    expect(history(withoutMaintainer, dispatch).at(-1)?.event.type).toBe('maintainerMissing');
  });

  it('tells operators and maintainers nothing of the other operators that were informed', () => {
    const story = released().does('sued-1', 'operator', { type: 'confirmNotice' });
    for (const reader of [nord, journal])
      expect(JSON.stringify(history(story, reader))).not.toContain('sued');
    expect(JSON.stringify(history(story, dispatch))).toContain('sued');
  });
});
