import { viewAt } from '../../../../support/view';
import fc from 'fast-check';
import type { Reminder } from '../../../../../src/app/ports/messenger';
import { renderReminderCard } from '../../../../../src/adapters/teams/cards/reminder-card';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { berlin, requested } from '../../../../support/given';

const story = requested();
const reminder: Reminder = {
  record: { ticket: story.stands, events: story.events, effectsPlanned: 0, historyHash: '' },
  effect: {
    kind: 'remind',
    place: { kind: 'dispatch' },
    timer: 'reaction',
    step: 50,
    since: story.stands.receivedAt,
    dueAt: berlin('2026-06-10T13:00'),
  },
};

function cardFor(names: readonly string[]) {
  const mentioned = names.map((name, index) => ({ id: `29:${index}`, name }));
  const now = berlin('2026-06-10T13:01');
  return renderReminderCard({ reminders: [reminder], mentioned, notHere: [], view: viewAt(now) });
}

interface Entity {
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

describe('who is mentioned in a reminder', () => {
  test('given any names, then each has a key of its own that is no markup, and is shown by their own name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (names) => {
        const card = cardFor(names);
        const { entities } = card['msteams'] as { readonly entities: readonly Entity[] };
        expect(entities.map(({ mentioned }) => mentioned.name)).toEqual(names);
        expect(new Set(entities.map(({ text }) => text)).size).toBe(names.length);
        const shown = card.body.flatMap((part) => (part.type === 'TextBlock' ? [String(part['text'])] : []));
        for (const { text } of entities) {
          expect(text).toMatch(/^<at>[\p{L}\p{N} .,()-]+<\/at>$/u);
          expect(shown[0]).toContain(text);
        }
      }),
    );
  });

  test('given nobody to mention, then the card has no mentions at all', () => {
    const card = cardFor([]);
    expect(card['msteams']).toBeUndefined();
    expect(card.body.filter((part) => part.type === 'TextBlock')).toEqual([]);
  });

  test('given the clock runs, then the analysis can be started from the reminder', () => {
    expect(new CardScreen(cardFor(['Dispatcher'])).buttons).toEqual(['Analyse starten']);
  });
});

describe('which ticket a reminder is about', () => {
  const drawn = (step: number, securityRelevant = false) => {
    const record = { ...reminder.record, ticket: { ...story.stands, securityRelevant } };
    const effect = { ...reminder.effect, step };
    const view = viewAt(berlin('2026-06-10T16:01'));
    return renderReminderCard({ reminders: [{ record, effect }], mentioned: [], notHere: [], view });
  };
  const styles = (card: ReturnType<typeof drawn>) => card.body.map((part) => part['style']);

  test('given a warning, then its title, class, operator and module are said, and it is not red', () => {
    const { title } = story.stands.report;
    expect(new CardScreen(drawn(50)).text).toContain(`${title} · Klasse 2 · Netz Nord · Betriebstagebuch`);
    expect(new CardScreen(drawn(50)).text).not.toContain('Frist versäumt');
    expect(styles(drawn(50))).toEqual(['default']);
  });

  test('given a breach, then it is red and says so in words first', () => {
    expect(new CardScreen(drawn(100)).text).toMatch(/^Frist versäumt\n/);
    expect(styles(drawn(100))).toEqual(['attention']);
  });

  test('given a security-relevant ticket, then its number and class are said alone', () => {
    const { text } = new CardScreen(drawn(100, true));
    expect(text).toContain('SP-2026-0001 · Klasse 2\n');
    for (const withheld of [story.stands.report.title, 'Netz Nord', 'Betriebstagebuch'])
      expect(text).not.toContain(withheld);
  });
});
