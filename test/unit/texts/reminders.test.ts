import type { Remind } from '../../../src/app/messages/effect';
import { remindersOf } from '../../../src/app/reminders';
import { reminderText } from '../../../src/texts/reminders.de';
import { remindersSummary } from '../../../src/texts/summaries.de';
import { berlin, requested } from '../../support/given';
import { installation } from '../../support/installation';
import { viewAt } from '../../support/view';

describe('what is said of a breach (process 2.3)', () => {
  test('given a new cycle was missed too before the first breach was told, then each says its own deadline', () => {
    const story = requested();
    story.timePasses('2026-06-10T16:01');
    story.at('2026-06-10T16:10').does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'x' });
    story.at('2026-06-10T16:20').does('nord-1', 'operator', { type: 'supplement', answer: 'x' });
    story.timePasses('2026-06-11T14:00');
    const breaches = story.events
      .flatMap((event): readonly Remind[] => remindersOf(event, story.stands, installation.calendars))
      .filter(({ step }) => step === 100);
    const texts = breaches.map((each) =>
      reminderText(each, story.stands, viewAt(berlin('2026-06-11T14:01'))),
    );
    const record = { ticket: story.stands, events: story.events, effectsPlanned: 0, historyHash: '' };
    const summaries = breaches.map((effect) =>
      remindersSummary([{ record, effect }], viewAt(berlin('2026-06-11T14:01'))),
    );
    expect(summaries[0]).not.toContain('13:50');
    expect(summaries[1]).toContain('Frist Do 11.06.2026, 13:50 Uhr versäumt');
    expect(texts).toEqual([
      'Ticket SP-2026-0001: Die Reaktionsfrist Mi 10.06.2026, 16:00 Uhr wurde versäumt.',
      'Ticket SP-2026-0001: Die Reaktionsfrist Do 11.06.2026, 13:50 Uhr wurde versäumt.',
    ]);
  });
});
