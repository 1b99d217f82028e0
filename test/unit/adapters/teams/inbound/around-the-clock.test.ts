import { berlin } from '../../../../support/given';
import { aroundTheClock } from '../../../../support/installation';
import { BotDesk, dispatch, nord } from './bot-desk';

describe('a deadline at 24:00', () => {
  async function lateReport() {
    const desk = new BotDesk({ installation: aroundTheClock });
    desk.now = berlin('2026-06-30T18:00');
    return { desk, ticket: await desk.reported() };
  }

  /** 'Heute fällig | 1' of the chart's table, or the like. */
  const dueToday = (card: string) => /Heute fällig[^0-9]{1,20}(\d+)/.exec(card)?.[1];

  it('is due on the day that ends there, and on no other', async () => {
    const { desk } = await lateReport();
    expect(dueToday(await desk.writes('dispatcher-1', dispatch, 'Übersicht'))).toBe('1');
    desk.now = berlin('2026-06-29T23:59');
    expect(dueToday(await desk.writes('dispatcher-1', dispatch, 'Übersicht'))).toBe('0');
    desk.now = berlin('2026-07-01T00:01');
    expect(dueToday(await desk.writes('dispatcher-1', dispatch, 'Übersicht'))).toBe('0');
  });

  it('is shown so on the card, in lists, in the calculation and in the forms', async () => {
    const { desk, ticket } = await lateReport();
    const end = 'Di 30.06.2026, 24:00 Uhr';
    const lists = [
      await desk.writes('nord-1', nord, 'Unsere Tickets'),
      await desk.writes('dispatcher-1', dispatch, 'Übersicht'),
    ];
    for (const list of lists) expect(list).toContain('Heute fällig: 24:00 Uhr');
    const answers = [
      await desk.writes('dispatcher-1', dispatch, `Ticket ${ticket}`),
      await desk.presses(
        'dispatcher-1',
        dispatch,
        { do: 'read', what: 'deadline', ticket },
        { name: 'task/fetch' },
      ),
      await desk.presses(
        'dispatcher-1',
        dispatch,
        { do: 'open', form: 'changeClass', ticket, version: 1 },
        { name: 'task/fetch' },
      ),
    ];
    for (const answer of answers) {
      expect(answer).toContain(end);
      expect(answer).not.toContain('01.07.2026, 00:00');
    }
  });

  it('stays the end of that day in the history and once it is missed', async () => {
    const { desk, ticket } = await lateReport();
    desk.now = berlin('2026-07-01T08:00');
    expect(await desk.writes('dispatcher-1', dispatch, `Ticket ${ticket}`)).toContain(
      'Reaktionsfrist Di 30.06.2026, 24:00 Uhr versäumt',
    );
  });
});
