import { viewAt } from '../../../../support/view';
import {
  type OpenTicketsFilter,
  renderOpenTicketsCard,
} from '../../../../../src/adapters/teams/cards/open-tickets-card';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { sampleTickets } from '../../../../cards/sample-stories';
import { ordinary } from '../../../../cards/typing';
import { berlin } from '../../../../support/given';
import { ticketList } from '../../../../support/ticket-list';

const tickets = sampleTickets(ordinary)
  .map(({ record }) => record.ticket)
  .slice(0, 15);

function screen(page: number, filter: OpenTicketsFilter = {}): CardScreen {
  const list = ticketList(tickets, { waiting: 2, total: 40 });
  const now = berlin('2026-06-10T12:00');
  return new CardScreen(renderOpenTicketsCard({ list, page, filter, view: viewAt(now) }));
}

describe('"Offene Tickets"', () => {
  test('given a list, when it is opened, then it is not narrowed and says what waits', () => {
    const shown = screen(1);
    expect(shown.text).toContain('40 offene Tickets, davon warten 2 auf Sie.');
    expect(shown.text.match(/ · wartet auf Sie · /g)).toHaveLength(2);
    expect(shown.labels).toEqual(['Modul', 'Zustand', 'Klasse', 'Überfällig', 'Wartet auf mich']);
    expect(shown.value('Modul')).toBe('all');
    expect(shown.buttons).toEqual(['Filtern', 'Nächste Seite']);
  });

  test('given a filter, when it is applied, then the button sends what was chosen', () => {
    const shown = screen(1);
    shown.fill({ Modul: 'Betriebstagebuch', Klasse: '2 – Betriebsbehindernder Fehler', Überfällig: true });
    const button = shown.button('Filtern');
    expect(button['data']).toEqual({ do: 'list', list: 'open', page: 1 });
    expect(shown.inputsFor(button)).toEqual({
      module: 'journal',
      state: 'all',
      faultClass: '2',
      overdue: 'true',
      waiting: 'false',
    });
  });

  test('given a narrowed list, when pages are turned, then it stays narrowed and says so', () => {
    const shown = screen(2, { module: 'journal', state: 'accepted', faultClass: 1, waiting: true });
    expect(shown.text).toContain('Seite 2 von 3');
    expect(shown.value('Zustand')).toBe('accepted');
    const next = shown.button('Nächste Seite');
    expect(next['data']).toEqual({
      do: 'list',
      list: 'open',
      page: 3,
      module: 'journal',
      state: 'accepted',
      faultClass: '1',
      waiting: 'true',
    });
    expect(shown.inputsFor(next)).toEqual({});
  });

  test('given a narrowed list, when little or nothing is in it, then it does not say that nothing else is open', () => {
    const view = viewAt(berlin('2026-06-10T12:00'));
    const saidOf = (list: ReturnType<typeof ticketList>, filter: OpenTicketsFilter) =>
      new CardScreen(renderOpenTicketsCard({ list, page: 1, filter, view })).text;
    const none = ticketList([]);
    expect(saidOf(none, { overdue: true })).toContain('Keine offenen Tickets in dieser Auswahl.');
    expect(saidOf(none, {})).toContain('Keine offenen Tickets.');
    const one = ticketList(tickets.slice(0, 1));
    expect(saidOf(one, { faultClass: 1 })).toContain(
      'Ein offenes Ticket in dieser Auswahl, keines wartet auf Sie.',
    );
  });
});
