import { viewAt } from '../../../../support/view';
import { historyOf } from '../../../../../src/app/queries/history';
import { renderHistoryCard } from '../../../../../src/adapters/teams/cards/history-card';
import type { Place } from '../../../../../src/domain/organisation/place';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { sampleTickets } from '../../../../cards/sample-stories';
import { ordinary, type Typing } from '../../../../cards/typing';
import { installation } from '../../../../support/installation';

const dispatch: Place = { kind: 'dispatch' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };
const journal: Place = { kind: 'module', module: 'journal' };

interface Asked {
  readonly page?: number;
  readonly type?: Typing;
  readonly securityRelevant?: boolean;
}

function screen(name: string, place: Place, asked: Asked = {}): CardScreen {
  const { type = ordinary, securityRelevant = false, page = 1 } = asked;
  const found = sampleTickets(type, { securityRelevant }).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sample "${name}"`);
  const { record } = found;
  const entries = historyOf(record, { places: [place] }, installation);
  return new CardScreen(renderHistoryCard({ entries, record, view: viewAt(), place, page }));
}

describe('"Verlauf"', () => {
  test('given a ticket, when its history is read, then it says who did what when, with before and after', () => {
    const { text } = screen('assigned', dispatch);
    expect(text).toContain('das Neueste zuerst');
    expect(text).toContain(
      'Mi 10.06.2026, 11:30 Uhr – Zugewiesen an Person maintainer-a1 (Wartung A)\nVon: Person dispatcher-1, Wartungs-Dispatcher\nZugewiesen an: – → Person maintainer-a1',
    );
    expect(text).toContain('Zustand: Angefragt → Akzeptiert');
    expect(text).toContain('Priorität: mittel → hoch');
    expect(text.indexOf('Zugewiesen')).toBeLessThan(text.indexOf('Gemeldet'));
  });

  test('given a changed plan, when its history is read, then each field has its value before and after', () => {
    const { text } = screen('plan changed', nord);
    expect(text).toContain('Plan, Zieltermin: Di 16.06.2026 → Mi 17.06.2026');
    expect(text).toContain('Plan, Maßnahme: Patch → Update');
    expect(text).toContain('Plan, Ursache: Angabe zu cause → ');
    expect(text).toContain('Plan, verbindlich seit: Mi 10.06.2026, 12:30 Uhr → –');
  });

  test('given more than a page holds, when pages are turned, then every entry is on one of them', () => {
    const first = screen('notice confirmed', dispatch);
    expect(first.text).toContain('Seite 1 von 2');
    expect(first.buttons).toEqual(['Nächste Seite', 'Fristberechnung']);
    expect(first.button('Nächste Seite')['data']).toEqual({
      do: 'read',
      what: 'history',
      ticket: 'SP-2026-0001',
      page: 2,
    });
    const second = screen('notice confirmed', dispatch, { page: 2 });
    expect(second.buttons).toEqual(['Vorige Seite', 'Fristberechnung']);
    expect(second.text).toContain('– Gemeldet');
    expect(screen('notice confirmed', dispatch, { page: 99 }).text).toBe(second.text);
  });

  test('given internal matters, when the operator reads the history, then there is nothing of them', () => {
    for (const name of ['commented', 'support requested', 'verdict at the test', 'notice confirmed']) {
      for (const page of [1, 2]) {
        expect(screen(name, nord, { page }).text).not.toMatch(/intern|Unterstützung|Netz Süd|gelesen/);
      }
    }
    expect(screen('commented', journal).text).toContain('Kommentiert (intern)');
  });

  test('given a contractor, when they read the history, then the operator’s people are not named', () => {
    expect(screen('assigned', journal).text).not.toContain('Person nord-1');
    expect(screen('assigned', nord).text).toContain('Von: Person nord-1, Netzbetreiber');
  });

  test('given a security-relevant ticket, when its history is read, then nothing typed is in it', () => {
    for (const name of ['plan changed', 'notice confirmed', 'commented', 'test failed']) {
      for (const page of [1, 2, 3]) {
        const { text } = screen(name, dispatch, {
          page,
          securityRelevant: true,
          type: () => 'KANARIENVOGEL',
        });
        expect(text).not.toContain('KANARIENVOGEL');
      }
    }
    expect(screen('plan changed', nord, { securityRelevant: true }).text).toContain(
      'Plan, Ursache: geändert',
    );
  });
});
