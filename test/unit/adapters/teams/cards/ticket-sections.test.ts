import { viewAt } from '../../../../support/view';
import { mentionSentence } from '../../../../../src/texts/mentions.de';
import { renderTicketCard } from '../../../../../src/adapters/teams/cards/ticket-card';
import type { Place } from '../../../../../src/domain/organisation/place';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { sampleTickets } from '../../../../cards/sample-stories';
import { ordinary } from '../../../../cards/typing';
import { berlin } from '../../../../support/given';

const dispatch: Place = { kind: 'dispatch' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };
const journal: Place = { kind: 'module', module: 'journal' };
const platform: Place = { kind: 'platform' };
const everywhere = [dispatch, nord, journal, platform];
const samples = sampleTickets(ordinary);
const secret = sampleTickets(ordinary, { securityRelevant: true });

function textOf(name: string, place: Place, from = samples, at?: string): string {
  const found = from.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sample "${name}"`);
  const now = at === undefined ? found.now : berlin(at);
  const { record } = found;
  return new CardScreen(renderTicketCard({ record, place, view: viewAt(now), mode: 'dialog' })).unfolded;
}

describe('the fix plan on the card (process 4)', () => {
  test.each(everywhere)(
    'given a proposed plan, when %p reads it, then it says who agreed and who is waited for',
    (place) => {
      const text = textOf('plan proposed', place);
      expect(text).toContain('Fehlerbehebungsplan, Version 1');
      expect(text).toContain('Stand: noch nicht verbindlich');
      expect(text).toContain('Zugestimmt haben: Wartung A');
      expect(text).toContain('Es fehlt die Zustimmung von: Netz Nord und den Wartungs-Dispatchern');
      expect(text).toContain('Ursache: Angabe zu cause');
      expect(text).toContain('Zieltermin: Di 16.06.2026');
      expect(text).toContain(
        'Als Nächstes: Netz Nord und die Wartungs-Dispatcher – dem Fehlerbehebungsplan zustimmen oder widersprechen',
      );
    },
  );

  test('given an objection, when it is read, then its party and reason stand there, and who changes the plan', () => {
    const text = textOf('plan objected', journal);
    expect(text).toContain('Widerspruch (Netz Nord): Angabe zu reason');
    expect(text).toContain('Wartung A – Fehlerbehebungsplan ändern, ihm wurde widersprochen');
  });

  test('given everybody’s agreement, when it is read, then the plan is binding since then', () => {
    const text = textOf('plan bound', nord);
    expect(text).toContain('Stand: verbindlich seit Mi 10.06.2026, 12:30 Uhr');
    expect(text).toContain(
      'Zugestimmt haben: Netz Nord (per Telefon), die Wartungs-Dispatcher und Wartung A',
    );
    expect(text).not.toContain('Es fehlt die Zustimmung');
  });

  test('given a changed plan, when the card is looked at, then it says so at once, with the target date of before', () => {
    const found = sampleTickets(ordinary).find(({ name }) => name === 'plan changed');
    if (found === undefined) throw new Error('no sample');
    const card = renderTicketCard({ ...found, place: nord, view: viewAt(found.now), mode: 'dialog' });
    expect(new CardScreen(card).text).toContain(
      'Plan geändert (Version 2): Update bis Mi 17.06.2026 (bisher Di 16.06.2026), noch nicht verbindlich',
    );
  });

  test('given a changed plan, when consent to it is asked for, then the sentence says so, and of a security-relevant ticket no date', () => {
    const sentence = (securityRelevant: boolean) => {
      const found = sampleTickets(ordinary, { securityRelevant }).find(({ name }) => name === 'plan changed');
      if (found === undefined) throw new Error('no sample');
      const said = { ticket: found.record.ticket, place: nord, view: viewAt(found.now) };
      return mentionSentence('planProposed', said);
    };
    const asked = '; bitte stimmen Sie zu oder widersprechen Sie mit einem Grund.';
    expect(sentence(false)).toBe(
      `Plan geändert (Version 2) zu Ticket SP-2026-0001, Zieltermin Di 16.06.2026 → Mi 17.06.2026${asked}`,
    );
    expect(sentence(true)).toBe(`Plan geändert (Version 2) zu Ticket SP-2026-0001${asked}`);
  });

  test('given a changed plan, when it is read, then it says what changed to the version before', () => {
    expect(textOf('plan changed', nord)).toContain(
      'Geändert gegenüber Version 1: Ursache, Maßnahme (bisher Patch) und Zieltermin (bisher Di 16.06.2026)',
    );
  });

  test('given a plan past its target date, when it is read, then it is overdue, on the day itself not', () => {
    const overdue = 'Plan überfällig: Zieltermin war Di 16.06.2026.';
    expect(textOf('plan bound', dispatch, samples, '2026-06-16T16:00')).not.toContain('überfällig');
    expect(textOf('plan bound', dispatch, samples, '2026-06-17T08:00')).toContain(overdue);
  });

  test('given a "Sofortbeginn", when it is read, then its reason stands there and the plan is still to come', () => {
    const text = textOf('begun immediately', dispatch);
    expect(text).toContain('Sofortbeginn: Angabe zu reason');
    expect(text).toContain('Stand: steht noch aus');
  });
});

describe('the work and the test on the card (process 3)', () => {
  test('given a completed repair, when places read it, then all see what was handed over', () => {
    for (const place of everywhere) {
      const text = textOf('fixed', place);
      expect(text).toContain('Behoben in Version: Angabe zu fixVersion');
      expect(text).toContain('Paket: Angabe zu packageReference');
      expect(text).toContain('Geändert: Angabe zu changed');
    }
  });

  test('given a failed test, when it is read, then the rework is counted and the defect stands there', () => {
    const text = textOf('test failed', journal);
    expect(text).toContain('Nacharbeiten: 1');
    expect(text).toContain('Mangel im letzten Test: Angabe zu defect');
    expect(text).not.toContain('Behoben in Version');
  });

  test('given a verdict of the platform maintainer, when the test is read, then all but the operator see it', () => {
    const verdict = 'Test des Plattform-Maintainers: nicht bestanden';
    for (const place of [dispatch, journal, platform]) {
      expect(textOf('verdict at the test', place)).toContain(verdict);
    }
    expect(textOf('verdict at the test', nord)).not.toMatch(/Plattform-Maintainer|Unterstützung/);
  });
});

describe('what is said about a ticket (process 3, 5)', () => {
  test('given an open question, when places read it, then it stands there with who has to answer', () => {
    for (const place of everywhere) {
      const text = textOf('question open', place);
      expect(text).toContain('Offene Rückfrage an den Netzbetreiber');
      expect(text).toContain('Rückfrage: Angabe zu question');
      expect(text).toContain('Netz Nord – Rückfrage beantworten');
    }
  });

  test('given an answer, when it is read, then question and answer stand there', () => {
    const text = textOf('question answered', journal);
    expect(text).toContain(
      'Beantwortete Rückfrage\nRückfrage: Angabe zu question\nAntwort: Angabe zu answer',
    );
    expect(text).not.toContain('Rückfrage beantworten');
  });

  test('given an internal comment and another, when places read them, then the operator reads only the other', () => {
    expect(textOf('commented', journal).match(/Angabe zu comment/g)).toHaveLength(2);
    expect(textOf('commented', nord).match(/Angabe zu comment/g)).toHaveLength(1);
    expect(textOf('commented', nord)).not.toContain('intern');
  });

  test('given requests for support, when places read them, then all but the operator see them', () => {
    const text = textOf('support requested', platform);
    expect(text).toContain('Technische Frage: noch nicht übernommen, angefordert Mi 10.06.2026, 15:30 Uhr');
    expect(text).toContain('Test und Abnahme: noch nicht übernommen');
    expect(textOf('support taken', dispatch)).toContain('Technische Frage: übernommen von Person platform');
    for (const name of ['support requested', 'support taken', 'verdict at the test']) {
      expect(textOf(name, nord)).not.toMatch(/Unterstützung|Technische Frage|Angabe zu question/);
    }
  });
});

describe('the release on the card (process 6)', () => {
  test('given a closed ticket, when the dispatchers read it, then they see who has not confirmed, and nobody else does', () => {
    const text = textOf('closed with a fix', dispatch);
    expect(text).toMatch(/Gelesen: 0 von \d/);
    expect(text).toContain('Noch nicht gelesen: Netz Nord');
    for (const place of [nord, journal]) {
      expect(textOf('closed with a fix', place)).not.toContain('elesen');
    }
  });

  test('given a confirmation, when the dispatchers read it, then it is counted', () => {
    expect(textOf('notice confirmed', dispatch)).toMatch(/Gelesen: 1 von \d/);
    expect(textOf('notice confirmed', nord)).not.toContain('gelesen');
  });

  test('given a security-relevant ticket, when the dispatchers read it, then they still see who has not confirmed', () => {
    expect(textOf('closed with a fix', dispatch, secret)).toContain('Noch nicht gelesen: Netz Nord');
  });
});
