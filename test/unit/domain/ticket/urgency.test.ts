import type { Ticket } from '../../../../src/domain/ticket/ticket';
import { dueMomentAt, urgencyOf } from '../../../../src/domain/ticket/urgency';
import { assigned, berlin, requested } from '../../../support/given';
import { installation } from '../../../support/installation';

function at(ticket: Ticket, local: string, after = 0): string {
  return urgencyOf(ticket, dueMomentAt(installation.calendars, berlin(local) + after));
}

describe('how urgent a ticket is', () => {
  test('given a running reaction deadline, then it is due on its day, and overdue only after it (process 2.4)', () => {
    // Class 2, Wed 10:00: due at 16:00.
    const ticket = requested().stands;
    expect(at(ticket, '2026-06-09T23:59')).toBe('later');
    expect(at(ticket, '2026-06-10T10:00')).toBe('dueToday');
    expect(at(ticket, '2026-06-10T16:00')).toBe('dueToday');
    expect(at(ticket, '2026-06-10T16:00', 1)).toBe('overdue');
    expect(at(ticket, '2026-06-13T03:00')).toBe('overdue');
  });

  test('given a deadline that was missed, when somebody has reacted, then it is overdue no more', () => {
    const late = requested()
      .at('2026-06-11T09:00')
      .does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(late.stands.cycles[0]?.result).toBe('missed');
    expect(at(late.stands, '2026-06-12T09:00')).toBe('later');
  });

  test('given a plan, then it is due on its target day until midnight, and overdue from then on (process 4)', () => {
    const { stands } = assigned();
    const fixPlan = { targetDate: '2026-06-12' } as NonNullable<Ticket['fixPlan']>;
    const planned: Ticket = { ...stands, fixPlan };
    expect(at(planned, '2026-06-11T23:59')).toBe('later');
    expect(at(planned, '2026-06-12T00:00')).toBe('dueToday');
    expect(at(planned, '2026-06-12T23:59')).toBe('dueToday');
    expect(at(planned, '2026-06-13T00:00')).toBe('overdue');
    expect(at({ ...planned, state: 'fixed' }, '2026-06-13T00:00')).toBe('later');
    expect(at({ ...planned, state: 'closed' }, '2026-06-13T00:00')).toBe('later');
  });
});
