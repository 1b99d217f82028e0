import { ticketRows } from '../../../../../src/adapters/teams/cards/ticket-row';
import { evolve } from '../../../../../src/domain/ticket/evolve';
import type { Ticket } from '../../../../../src/domain/ticket/ticket';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { sampleTickets } from '../../../../cards/sample-stories';
import { ordinary } from '../../../../cards/typing';
import { assigned, berlin, requested } from '../../../../support/given';
import { viewAt } from '../../../../support/view';

function row(ticket: Ticket, local: string, awaited: readonly string[] = []) {
  const view = viewAt(berlin(local));
  const [part] = ticketRows({ tickets: [ticket], awaited: new Set(awaited) }, { view });
  const body = part === undefined ? [] : [part];
  return {
    text: new CardScreen({ type: 'AdaptiveCard', version: '1.5', body }).text,
    style: part?.['style'],
  };
}

const planFor = (targetDate: string): Ticket => ({
  ...assigned().stands,
  fixPlan: { targetDate, consents: {}, objections: {} } as unknown as NonNullable<Ticket['fixPlan']>,
});

describe('a row of a list', () => {
  // Class 2, Wed 10:00: due at 16:00.
  const ticket = requested().stands;

  test.each([
    ['2026-06-09T12:00', 'default', 'Frist Mi 10.06.2026, 16:00 Uhr'],
    ['2026-06-10T12:00', 'warning', 'Heute fällig: 16:00 Uhr'],
    ['2026-06-10T16:00:01', 'attention', 'Seit Mi 10.06.2026, 16:00 Uhr überfällig'],
    ['2026-06-11T09:45', 'attention', '2 h 15 min Servicezeit überfällig'],
    ['2026-06-14T12:00', 'attention', '15 h Servicezeit überfällig'],
  ])('given a running deadline, when it is %s, then it is %s and says "%s"', (local, style, words) => {
    const shown = row(ticket, local);
    expect(shown.style).toBe(style);
    expect(shown.text).toMatch(/^SP-2026-0001 · Klasse 2/);
    expect(shown.text).toContain(`\n${words} · Wartungs-Dispatcher · Netz Nord · Betriebstagebuch`);
  });

  test.each([
    ['2026-06-12T12:00', 'warning', 'Heute fällig: Zieltermin'],
    ['2026-06-13T12:00', 'attention', 'Plan seit Fr 12.06.2026 überfällig'],
    ['2026-06-15T07:00', 'attention', 'Plan 1 Servicetag überfällig'],
    ['2026-06-17T12:00', 'attention', 'Plan 3 Servicetage überfällig'],
  ])('given a plan for Friday, when it is %s, then it is %s and says "%s"', (local, style, words) => {
    const shown = row(planFor('2026-06-12'), local);
    expect(shown.style).toBe(style);
    expect(shown.text).toContain(`${words} · Netz Nord`);
  });

  test('given a missed deadline and a class since with a later one, when it runs, then the row says both, as the card does', () => {
    const late = requested().at('2026-06-10T16:05');
    const [breached] = late.due();
    if (breached === undefined) throw new Error('no breach');
    late.ticket = evolve(late.stands, breached);
    const reclassified = late.does('dispatcher-1', 'dispatcher', {
      type: 'changeClass',
      faultClass: 4,
      reason: 'x',
    }).stands;
    const { text } = row(reclassified, '2026-06-10T16:10');
    expect(text).toContain(
      'Frist Mi 17.06.2026, 17:00 Uhr; Frist Mi 10.06.2026, 16:00 Uhr versäumt · Wartungs-Dispatcher',
    );
  });

  test('given nothing that runs, then it has the state, and beside the title, who acts, operator and module', () => {
    const lines = row(assigned().stands, '2026-06-12T12:00').text.split('\n');
    expect(lines.join(' ')).toMatch(/^SP-2026-0001 · Klasse 2/);
    expect(lines.at(-1)).toMatch(/^Akzeptiert · Person maintainer-a1 · Netz Nord · Betriebstagebuch$/);
  });

  test('given that it waits for the reader, then it says so in place of their name', () => {
    const { text } = row(assigned().stands, '2026-06-12T12:00', ['SP-2026-0001']);
    expect(text).toMatch(/\nAkzeptiert · wartet auf Sie · Netz Nord · Betriebstagebuch$/);
  });

  test('given a security-relevant ticket, then nothing typed is in it', () => {
    for (const { record } of sampleTickets(ordinary, { securityRelevant: true })) {
      const { text } = row(record.ticket, '2026-06-12T12:00');
      expect(text).toContain('sicherheitsrelevant');
      expect(text).not.toContain('Angabe zu');
    }
  });
});
