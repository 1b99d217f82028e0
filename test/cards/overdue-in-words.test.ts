import fc from 'fast-check';
import { renderTicketCard, renderTicketCopy } from '../../src/adapters/teams/cards/ticket-card';
import type { TicketRecord } from '../../src/app/ports/ticket-store';
import { placesReading } from '../../src/domain/ticket/access';
import { planDueOf } from '../../src/domain/ticket/plan/fix-plan';
import { presentCycle, runningDeadline } from '../../src/domain/ticket/ticket';
import { isOpen } from '../../src/domain/ticket/ticket-state';
import { dueMomentAt, urgencyOf } from '../../src/domain/ticket/urgency';
import { CardScreen } from '../../src/simulator/people/card-screen';
import { dueText } from '../../src/texts/due.de';
import { formatDay } from '../../src/texts/german-time';
import { lackOf } from '../../src/texts/next-steps.de';
import { withTwoHats as installation } from '../support/installation';
import { berlin, bound, type Story } from '../support/given';
import { play, start, starts, step } from '../support/random-walks';
import { viewAt } from '../support/view';
import { recordOf } from './sample-stories';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 300);

/** What everybody who reads the ticket sees of it without unfolding anything: its card, and a copy, in each of its places. */
function readOf(record: TicketRecord, now: number) {
  const view = viewAt(now, installation);
  return placesReading(record.ticket).flatMap((place) => {
    const input = { record, place, view, readable: new Set<string>(), mode: 'dialog' } as const;
    return [renderTicketCard(input), renderTicketCopy(input)].map((card) => ({
      place: place.kind,
      text: new CardScreen(card).text,
    }));
  });
}

/** Given what a row of a list says, what the card has to say. */
function expectSaid(
  record: TicketRecord,
  now: number,
): { readonly plan: boolean; readonly reaction: boolean } {
  const { ticket } = record;
  const view = viewAt(now, installation);
  const moment = dueMomentAt(installation.calendars, now);
  const row = dueText(ticket, view, moment) ?? '';
  const cycle = presentCycle(ticket);
  const target = planDueOf(ticket);
  const plan = target !== undefined && target < moment.today;
  const reaction =
    (runningDeadline(ticket) ?? Infinity) < now || (cycle.end === undefined && cycle.breach !== undefined);
  expect(/Plan .*überfällig/.test(row)).toBe(plan);
  expect(/(?:Servicezeit|Uhr) überfällig|versäumt/.test(row)).toBe(reaction);
  for (const { text } of readOf(record, now)) {
    const late = `Plan überfällig: Zieltermin war ${formatDay(target ?? '2000-01-01')}.`;
    expect(text.includes(late)).toBe(plan);
    if (reaction) expect(text).toMatch(/Reaktionsfrist .+ versäumt/);
    // What was missed once stays said when somebody has reacted.
    else if (cycle.breach === undefined && cycle.end === undefined) expect(text).not.toContain('versäumt');
  }
  expect(plan || (runningDeadline(ticket) ?? Infinity) < now).toBe(urgencyOf(ticket, moment) === 'overdue');
  return { plan, reaction };
}

const marks = (story: Story) => story.does('dispatcher-1', 'dispatcher', { type: 'markSecurityRelevant' });

describe('what a list calls late, a card says in words', () => {
  test.each([false, true])(
    'given any way of any ticket at any time after (security-relevant from the start: %s), then every card and copy says it',
    (secure) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(
          start,
          fc.array(step, { maxLength: 10 }),
          fc.integer({ min: 0, max: 90 * 24 * 60 }),
          (from, steps, minutes) => {
            const story = play(from, steps, () => undefined);
            if (!isOpen(story.stands)) return;
            const told = secure && !story.stands.securityRelevant ? marks(story) : story;
            const now = told.now + minutes * 60_000;
            const { plan, reaction } = expectSaid(recordOf(told), now);
            const kind = told.stands.securityRelevant ? 'guarded' : 'open';
            if (plan) seen.add(`${kind} plan`);
            if (reaction) seen.add(`${kind} reaction`);
          },
        ),
        { numRuns: runs },
      );
      const kind = secure ? 'guarded' : 'open';
      expect([...seen]).toEqual(expect.arrayContaining([`${kind} plan`, `${kind} reaction`]));
    },
  );

  test('given a security-relevant ticket with a plan past its target date, then every place reads that and nothing typed', () => {
    const record = recordOf(marks(bound()));
    const texts = readOf(record, berlin('2026-06-17T00:00'));
    expect(texts.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['dispatch', 'organisation', 'module']),
    );
    for (const { text } of texts) expect(text).toContain('Plan überfällig: Zieltermin war Di 16.06.2026.');
    for (const { text } of readOf(record, berlin('2026-06-16T23:59')))
      expect(text).not.toContain('Zieltermin');
  });

  test.each([false, true])(
    'given a module without maintainer (security-relevant: %s), then the dispatchers read what they can do meanwhile',
    (secure) => {
      const story = starts
        .unmaintained()
        .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' });
      const record = recordOf(secure ? marks(story) : story);
      expect(lackOf(record.ticket, viewAt(story.now, installation))).toBe('nobody');
      for (const { place, text } of readOf(record, story.now)) {
        expect(text.includes('Kein Maintainer benannt (N.N.): bis dahin rückfragen')).toBe(
          place === 'dispatch',
        );
        expect(text.includes('Erstmeldung: bis ')).toBe(secure);
      }
    },
  );
});
