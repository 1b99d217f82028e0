import type { Absence } from '../../../src/domain/organisation/installation';
import { nextStepText, whoActsText } from '../../../src/texts/next-steps.de';
import { renderContactsCard } from '../../../src/adapters/teams/cards/contacts-card';
import { inProgress, inTest, type Story } from '../../support/given';
import { installation } from '../../support/installation';
import { viewAt } from '../../support/view';

const away = (person: string, from: string, to: string, deputy: string): Absence => ({
  person,
  from,
  to,
  deputy,
});
const day = (story: Story) => new Date(story.now).toISOString().slice(0, 10);
const viewOf = (story: Story, ...absences: readonly Absence[]) =>
  viewAt(story.now, { ...installation, absences });

describe('an absence of somebody who has to act', () => {
  const repairs = inProgress();
  const always = '2026-01-01';
  const lasting = away('maintainer-a1', always, '2026-12-31', 'maintainer-a2');
  const days = 'abwesend vom Do 01.01.2026 bis Do 31.12.2026';

  test('given it lasts, then the card says so with its days and the deputy, the row who acts', () => {
    const view = viewOf(repairs, lasting);
    expect(nextStepText(repairs.stands, view)).toBe(
      `Person maintainer-a1 (Wartung A, ${days}, Vertretung: Person maintainer-a2) – Fehler beheben`,
    );
    expect(whoActsText(repairs.stands, view)).toBe('Person maintainer-a2 für Person maintainer-a1');
  });

  test('given a deputy who does not maintain the module, then neither names them as who acts', () => {
    const view = viewOf(repairs, { ...lasting, deputy: 'dispatcher-1' });
    expect(nextStepText(repairs.stands, view)).toBe(
      `Person maintainer-a1 (Wartung A, ${days}) – Fehler beheben`,
    );
    expect(whoActsText(repairs.stands, view)).toBe('abwesend: Person maintainer-a1');
  });

  test('given it is still to come, then the card says so already, as it may stand until then; the row does not', () => {
    const view = viewOf(repairs, { ...lasting, from: '2026-12-31' });
    expect(nextStepText(repairs.stands, view)).toBe(
      'Person maintainer-a1 (Wartung A, abwesend am Do 31.12.2026, Vertretung: Person maintainer-a2) – Fehler beheben',
    );
    expect(whoActsText(repairs.stands, view)).toBe('Person maintainer-a1');
  });

  test('given it is over, then nothing of it', () => {
    expect(day(repairs) > '2026-01-02').toBe(true);
    const view = viewOf(repairs, { ...lasting, to: '2026-01-02' });
    expect(nextStepText(repairs.stands, view)).toBe('Person maintainer-a1 (Wartung A) – Fehler beheben');
  });

  test('given the dispatcher who tests, then likewise', () => {
    const tests = inTest();
    const view = viewOf(tests, { ...lasting, person: 'dispatcher-1', deputy: 'dispatcher-2' });
    expect(nextStepText(tests.stands, view)).toContain(
      `; Person dispatcher-1 (${days}, Vertretung: Person dispatcher-2) testet`,
    );
  });

  test('given a contact, then "Ansprechpartner" says it, with the deputy whatever their role', () => {
    const owner = { ...lasting, person: 'owner', deputy: 'dispatcher-1' };
    const text = textRunsOf(renderContactsCard(viewOf(repairs, owner, lasting)));
    expect(text).toContain(`owner@example.org, ${days}, Vertretung: Person dispatcher-1`);
    expect(text).toContain(`maintainer-a1@example.org, ${days}, Vertretung: Person maintainer-a2`);
  });

  test('given a contact’s deputy who has left, then "Ansprechpartner" does not name them', () => {
    const left = {
      ...installation,
      absences: [{ ...lasting, person: 'owner', deputy: 'dispatcher-1' }],
      people: installation.people.map((each) => (each.id === 'dispatcher-1' ? { ...each, roles: [] } : each)),
    };
    const text = textRunsOf(renderContactsCard(viewAt(repairs.now, left)));
    expect(text).toContain(`owner@example.org, ${days}`);
    expect(text).not.toContain('Vertretung');
  });
});

/** The words of a card, one after the other. */
function textRunsOf(card: object): string {
  return [...JSON.stringify(card).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join('');
}
