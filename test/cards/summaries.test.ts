import fc from 'fast-check';
import type { Reminder } from '../../src/app/ports/messenger';
import type { Installation } from '../../src/domain/organisation/installation';
import { presentCycle } from '../../src/domain/ticket/ticket';
import { timerKinds, timers } from '../../src/domain/ticket/timers';
import {
  copySummary,
  digestSummary,
  maxSummaryLength,
  noticeSummary,
  releasedSummary,
  remindersSummary,
  sentenceSummary,
  ticketSummary,
  withdrawnSummary,
} from '../../src/texts/summaries.de';
import { summaryComplaints } from '../support/card-summaries';
import { berlin, Story } from '../support/given';
import { aroundTheClock, installation as sample, withTwoHats } from '../support/installation';
import { play, start, step } from '../support/random-walks';
import { viewAt } from '../support/view';
import { places } from './sample-cards';
import { recordOf, sampleTickets } from './sample-stories';
import { ticketList } from '../support/ticket-list';

const canary = 'KANARIENVOGEL';
const later = berlin('2026-06-10T15:00');

function remindersFor(record: Reminder['record']): readonly Reminder[] {
  return timerKinds.flatMap((timer) => {
    const since = timers[timer].since(record.ticket);
    if (since === undefined) return [];
    return [-1, 0, 5, 10, 50, 100].flatMap((step) =>
      places.map((place): Reminder => ({
        record,
        effect: { kind: 'remind', place, timer, step, since, dueAt: since },
      })),
    );
  });
}

/** What is said of every ticket of every state, whatever sends it. */
function allSummaries(installation: Installation, securityRelevant: boolean): readonly string[] {
  return sampleTickets(() => canary, { securityRelevant, organisation: installation }).flatMap(
    ({ record, now }) => {
      const { ticket } = record;
      const reminders = remindersFor(record);
      return [now, later].flatMap((at) => {
        const view = viewAt(at, installation);
        return [
          ticketSummary(ticket, view),
          copySummary(ticket, view),
          withdrawnSummary(ticket.number),
          noticeSummary(ticket, false, view),
          noticeSummary(ticket, true, view),
          ...reminders.map((reminder) => remindersSummary([reminder], view)),
          remindersSummary(reminders, view),
        ];
      });
    },
  );
}

const asActivity = (summary: string) => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  summary,
});

describe('the summaries of cards', () => {
  test.each([false, true])(
    'given a canary in every text field, when any ticket is spoken of (security-relevant: %s), then nothing typed is said',
    (securityRelevant) => {
      const summaries = allSummaries(sample, securityRelevant);
      expect(summaries.length).toBeGreaterThan(100);
      expect(summaries.filter((summary) => summary.includes(canary))).toEqual([]);
      expect(summaries.flatMap((summary) => summaryComplaints(asActivity(summary)))).toEqual([]);
    },
  );

  test('given any text as the name of a module, then a summary stays one short line of plain text', () => {
    const name = fc
      .array(
        fc.constantFrom('**fett**', '<at>Alle</at>', '[x](y)', '\n', '\t', '🙂', 'ä', ' ', 'Modul', '\u202e'),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, (given) => {
        const modules = sample.modules.map((module) => ({ ...module, name: given }));
        const summaries = allSummaries({ ...sample, modules }, false);
        expect(summaries.flatMap((summary) => summaryComplaints(asActivity(summary)))).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  const report = {
    type: 'reportFault',
    operator: 'nord',
    module: 'journal',
    report: sampleTickets(() => 'x')[0]!.record.ticket.report,
    proposedClass: 1,
    securityRelevant: false,
    receivedAt: 0,
  } as const;
  const reported = () => new Story('2026-06-13T10:00', sample).does('nord-1', 'operator', report);

  test('given a ticket, then its number, module, class, state and running deadline are said', () => {
    expect(ticketSummary(reported().stands, viewAt(berlin('2026-06-13T10:00'), sample))).toBe(
      'SP-2026-0001 Betriebstagebuch: Klasse 1, Angefragt, Frist Mo 15.06.2026, 12:30 Uhr',
    );
    expect(ticketSummary(reported().stands, viewAt(berlin('2026-06-15T12:31'), sample))).toBe(
      'SP-2026-0001 Betriebstagebuch: Klasse 1, Angefragt, Frist Mo 15.06.2026, 12:30 Uhr versäumt',
    );
  });

  test('given a deadline that ends its day, then 24:00 of that day is said, also by a reminder', () => {
    const story = new Story('2026-06-30T18:00', aroundTheClock).does('nord-1', 'operator', {
      ...report,
      proposedClass: 2,
    });
    const record = recordOf(story);
    const since = berlin('2026-06-30T18:00');
    const remind = (step: number): readonly Reminder[] => [
      {
        record,
        effect: { kind: 'remind', place: { kind: 'dispatch' }, timer: 'reaction', step, since, dueAt: since },
      },
    ];
    const due = 'Frist Di 30.06.2026, 24:00 Uhr';
    const before = viewAt(berlin('2026-06-30T21:00'), aroundTheClock);
    const after = viewAt(berlin('2026-07-01T00:05'), aroundTheClock);
    expect(ticketSummary(record.ticket, before)).toContain(`Angefragt, ${due}`);
    expect(remindersSummary(remind(50), before)).toContain(`50 % der Reaktionszeit verbraucht, ${due}`);
    expect(remindersSummary(remind(100), after)).toContain(`${due} versäumt`);
  });

  test('given more reminders than fit in a post, then the summary says as the card does that more follow', () => {
    const reminders = remindersFor(recordOf(reported()));
    expect(remindersSummary(reminders, viewAt(later, sample), true)).toContain(
      `${reminders.length} Warnungen, weitere folgen: SP-2026-0001`,
    );
  });

  test('given a missed deadline and another class since, then both deadlines are said whole, as in a list’s row', () => {
    const { stands: ticket } = reported()
      .at('2026-06-15T13:00')
      .does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 3, reason: 'x' });
    const running = viewAt(berlin('2026-06-15T13:01'), sample);
    const both = 'Frist Mo 15.06.2026, 16:30 Uhr; Frist Mo 15.06.2026, 12:30 Uhr versäumt';
    expect(ticketSummary(ticket, running)).toBe(`SP-2026-0001 Betriebstage…: Klasse 3, Angefragt, ${both}`);
    expect(copySummary(ticket, running)).toBe(`Kopie: SP-2026-0001: Klasse 3, Angefragt, ${both}`);
    const past = viewAt(berlin('2026-06-15T16:31'), sample);
    const missed = 'Fristen Mo 15.06.2026, 12:30 Uhr und Mo 15.06.2026, 16:30 Uhr versäumt';
    expect(ticketSummary(ticket, past)).toBe(`SP-2026-0001 Betriebstageb…: Klasse 3, Angefragt, ${missed}`);
    expect(copySummary(ticket, past)).toContain(missed);
    const breach = remindersFor(recordOf(reported())).find(({ effect }) => effect.step === 100)!;
    const told = { ...breach, record: { ...breach.record, ticket } };
    expect(remindersSummary([told], running)).toBe(`SP-2026-0001 Betriebstagebuch: ${both}`);
  });

  test('given any way of any ticket, then the deadline that runs and the one that was missed are said whole', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 10 }), fc.nat(30 * 24 * 60), (from, steps, minutes) => {
        const story = play(from, steps, () => undefined);
        const { stands: ticket } = story;
        const { breach, deadline, end } = presentCycle(ticket);
        if (end !== undefined) return;
        const view = viewAt(story.now + minutes * 60_000, withTwoHats);
        for (const summary of [ticketSummary(ticket, view), copySummary(ticket, view)]) {
          expect(summary).toContain(view.due(deadline));
          if (breach !== undefined) expect(summary).toContain(view.due(breach.deadline));
          expect(/versäumt$/.test(summary)).toBe(breach !== undefined || view.now > deadline);
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 500) },
    );
  });

  test('given a reaction, then no deadline is said', () => {
    const { stands: ticket } = reported()
      .at('2026-06-15T09:00')
      .does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(ticketSummary(ticket, viewAt(later, sample))).toBe(
      'SP-2026-0001 Betriebstagebuch: Klasse 1, Angefragt',
    );
  });

  test('given a warning, then its share and the deadline are said whole', () => {
    const record = recordOf(reported());
    const reminder = remindersFor(record).find(({ effect }) => effect.step === 50)!;
    expect(remindersSummary([reminder], viewAt(berlin('2026-06-15T10:30'), sample))).toBe(
      'SP-2026-0001 Betriebstagebuch: 50 % der Reaktionszeit verbraucht, Frist Mo 15.06.2026, 12:30 Uhr',
    );
    expect(remindersSummary([reminder, reminder], viewAt(later, sample))).toBe('2 Warnungen: SP-2026-0001');
  });

  test('given several breaches, then the summary says that deadlines were missed, and never what a warning says', () => {
    const reminders = remindersFor(recordOf(reported()));
    const breach = reminders.find(({ effect }) => effect.step === 100)!;
    const warning = reminders.find(({ effect }) => effect.step === 50)!;
    const said = (several: readonly Reminder[]) => remindersSummary(several, viewAt(later, sample));
    expect(said([breach, breach])).toBe('2 Fristen versäumt: SP-2026-0001');
    expect(said([breach, warning])).toBe('2 Warnungen: SP-2026-0001');
  });

  test('given a security-relevant ticket, then a warning names no module', () => {
    const { ticket, ...rest } = recordOf(reported());
    const record = { ...rest, ticket: { ...ticket, securityRelevant: true } };
    const reminder = remindersFor(record).find(({ effect }) => effect.step === 50)!;
    expect(remindersSummary([reminder], viewAt(berlin('2026-06-15T10:30'), sample))).toBe(
      'SP-2026-0001: 50 % der Reaktionszeit verbraucht, Frist Mo 15.06.2026, 12:30 Uhr',
    );
  });

  test('given figures, then the digest says what is open and what is late', () => {
    const figure = { faultClass: 1, open: 3, dueToday: 0, overdue: 1 } as const;
    const figures = [{ ...figure, waitingForOperator: 0, inProgress: 0, inTest: 0 }];
    const delivery = { late: 0, unreached: [], givenUp: [], setAside: [], unchecked: [], silentPlaces: [] };
    const list = ticketList([], { total: 3 });
    const digest = { asOf: later, figures, list, delivery };
    expect(digestSummary('Tagesübersicht', digest)).toBe('Tagesübersicht: 3 offen, 1 überfällig');
    expect(digestSummary('Tagesübersicht', { ...digest, figures: [], list: { ...list, total: 0 } })).toBe(
      'Tagesübersicht: kein Ticket offen',
    );
  });

  test('given releases, then their number is said', () => {
    expect([0, 1, 4].map((total) => releasedSummary('Bugfix-Pakete', total))).toEqual([
      'Bugfix-Pakete: noch keine Freigabe',
      'Bugfix-Pakete: eine Freigabe',
      'Bugfix-Pakete: 4 Freigaben',
    ]);
  });

  test('given a long sentence, then it is cut between two words', () => {
    const summary = sentenceSummary('Störung '.repeat(40));
    expect(summary.length).toBeLessThanOrEqual(maxSummaryLength);
    expect(summary).toMatch(/Störung…$/);
  });
});
