import type { Place } from '../../../../../src/domain/organisation/place';
import { fits } from '../../../../../src/adapters/teams/cards/card-room';
import { renderOnboardingCard } from '../../../../../src/adapters/teams/cards/onboarding-card';
import type {
  ChecklistItem,
  Installation,
  Onboarding,
} from '../../../../../src/domain/organisation/installation';
import {
  beginOnboarding,
  withoutTick,
  withTick,
} from '../../../../../src/domain/organisation/onboarding/onboarding';
import { maxSummaryLength, onboardingSummary } from '../../../../../src/texts/summaries.de';
import { lintCard } from '../../../../cards/card-linter';
import { stringsIn } from '../../../../cards/card-parts';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';

const at = berlin('2026-06-12T10:00');
const later = berlin('2026-06-15T10:00');
const of = { id: 'contractor-a-journal', module: 'journal', organisation: 'contractor-a' };
const begun = beginOnboarding(of, installation.onboardingChecklist, { by: 'owner', at });
const build = 'https://ci.example.org/journal/(1)?a=[b]';
const halfDone = withTick(
  withTick(withTick(begun, 'build', { at: later, by: 'maintainer-a1', evidence: build }), 'trial', {
    ...{ at: later, by: 'maintainer-a2', evidence: 'SP-2026-0007' },
  }),
  'contract',
  { at: later, by: 'owner' },
);
const ready = withTick(withTick(halfDone, 'environments', { at: later, by: 'platform' }), 'account', {
  ...{ at: later, by: 'dispatcher-1' },
});
const completed = withTick(
  withTick(ready, 'signOffPlatformMaintainer', { at: later, by: 'platform' }),
  'signOffDispatcher',
  { at: later, by: 'dispatcher-2' },
);
const cancelled: Onboarding = {
  ...halfDone,
  outcome: { kind: 'cancelled', at: later, by: 'owner', reason: '**Absage** der Firma' },
};

const dispatch: readonly Place[] = [{ kind: 'dispatch' }];
const platform: readonly Place[] = [{ kind: 'platform' }];

const drawn = (onboarding: Onboarding, now = at, mode: 'dialog' | 'inline' = 'dialog', places = dispatch) =>
  renderOnboardingCard({ onboarding, places, view: viewAt(now), mode });

/** A line each, as they are read. */
function linesOf(onboarding: Onboarding, now = at): readonly string[] {
  const blocks = JSON.stringify(drawn(onboarding, now).body, (_key, value: unknown) => value);
  const lines: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (typeof part !== 'object' || part === null) return;
    const { inlines, text, type } = part as Record<string, unknown>;
    if (Array.isArray(inlines)) lines.push(inlines.map((run: { text: string }) => run.text).join(''));
    else if (type === 'TextBlock') lines.push(String(text));
    else Object.values(part).forEach(visit);
  };
  visit(JSON.parse(blocks));
  return lines;
}
const buttonsOf = (onboarding: Onboarding, places = dispatch) =>
  (drawn(onboarding, at, 'dialog', places).actions ?? []).map(({ title }) => String(title));

describe('the card of an onboarding (process 7)', () => {
  it('given one that has begun, then whose it is, how far it is, who is up since when, and every step', () => {
    expect(linesOf(begun)).toEqual([
      'Onboarding',
      'Wartung A, Betriebstagebuch',
      'Fortschritt: 0 von 7',
      'Stand: läuft seit Fr 12.06.2026',
      'An der Reihe',
      'Modul-Maintainer (Wartung A), seit Fr 12.06.2026: CI-Build grün; Probeticket',
      'Wartungs-Dispatcher, seit Fr 12.06.2026: Zugang',
      'Plattform-Maintainer, seit Fr 12.06.2026: Umgebungen',
      'Prozessverantwortlicher, seit Fr 12.06.2026: Vertrag geschlossen',
      'Punkte und Freigaben',
      '1. Vertrag geschlossen: offen seit Fr 12.06.2026, Prozessverantwortlicher',
      '2. CI-Build grün: offen seit Fr 12.06.2026, Modul-Maintainer (Wartung A)',
      '3. Probeticket: offen seit Fr 12.06.2026, Modul-Maintainer (Wartung A)',
      '4. Umgebungen: offen seit Fr 12.06.2026, Plattform-Maintainer',
      '5. Zugang: offen seit Fr 12.06.2026, Wartungs-Dispatcher',
      '6. Committer (freiwillig): offen seit Fr 12.06.2026, Plattform-Maintainer',
      '7. Freigabe: Plattform-Maintainer: wartet auf die Pflichtpunkte',
      '8. Freigabe: Wartungs-Dispatcher: wartet auf die Pflichtpunkte',
    ]);
  });

  it('given steps that are done, then by whom and when, with the evidence: a link as a link', () => {
    const lines = linesOf(halfDone);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Fortschritt: 3 von 7',
        '1. Vertrag geschlossen: erledigt am Mo 15.06.2026 von Person owner',
        '2. CI-Build grün: erledigt am Mo 15.06.2026 von Person maintainer-a1',
        '[Nachweis zu Punkt 2](https://ci.example.org/journal/%281%29?a=%5bb%5d)',
        '3. Probeticket: erledigt am Mo 15.06.2026 von Person maintainer-a2; Probeticket SP-2026-0007',
      ]),
    );
    expect(lines.join()).not.toContain('Modul-Maintainer (Wartung A), seit');
  });

  it('given a step that was taken back, then by whom, when and why', () => {
    const reopened = withoutTick(ready, 'contract', {
      at: later,
      by: 'owner',
      reason: '**Falscher** Vertrag',
    });
    expect(linesOf(reopened)).toEqual(
      expect.arrayContaining([
        '1. Vertrag geschlossen: offen seit Mo 15.06.2026, Prozessverantwortlicher; zurückgenommen am Mo 15.06.2026 von Person owner: **Falscher** Vertrag',
        '8. Freigabe: Wartungs-Dispatcher: wartet auf die Pflichtpunkte',
      ]),
    );
  });

  it('given all mandatory items are done, then those who sign off are up', () => {
    expect(linesOf(ready)).toEqual(
      expect.arrayContaining([
        'Wartungs-Dispatcher, seit Mo 15.06.2026: Freigabe: Wartungs-Dispatcher',
        'Plattform-Maintainer, seit Mo 15.06.2026: Freigabe: Plattform-Maintainer',
      ]),
    );
  });

  it('given a person’s, then it says of which company', () => {
    const own = { ...begun, person: 'maintainer-a1' };
    expect(linesOf(own)[1]).toBe('Person maintainer-a1 (Wartung A), Betriebstagebuch');
  });

  it('given it is over, then how, and nobody is up any more', () => {
    expect(linesOf(completed)).toContain('Stand: abgeschlossen am Mo 15.06.2026');
    expect(linesOf(completed)).toContain('6. Committer (freiwillig): nicht erledigt');
    const lines = linesOf(cancelled);
    expect(lines).toContain('Stand: abgebrochen am Mo 15.06.2026 von Person owner: **Absage** der Firma');
    expect(lines).toContain('8. Freigabe: Wartungs-Dispatcher: nicht erledigt');
    expect([...lines, ...linesOf(completed)]).not.toContain('An der Reihe');
    expect(lines.join()).not.toContain('offen seit');
  });

  it.each([begun, halfDone, ready, completed, cancelled])(
    'given time that passes, then the card says what it has said (no. %#)',
    (onboarding) => {
      expect(linesOf(onboarding, berlin('2026-08-03T12:00'))).toEqual(linesOf(onboarding));
    },
  );

  it('given it is under way, then steps are ticked and taken back, and it is called off, from the card', () => {
    expect(buttonsOf(begun)).toEqual(['Punkt erledigen', 'Einzelheiten', 'Abbrechen']);
    expect(buttonsOf(halfDone)).toEqual([
      'Punkt erledigen',
      'Punkt zurücknehmen',
      'Einzelheiten',
      'Abbrechen',
    ]);
    expect(drawn(halfDone).actions).toMatchObject([
      { style: 'positive', data: { do: 'openRecord', form: 'tickStep', of: of.id } },
      { data: { do: 'openRecord', form: 'untickStep', of: of.id } },
      {},
      { data: { do: 'openRecord', form: 'cancelOnboarding', of: of.id } },
    ]);
    expect(buttonsOf(completed)).toEqual(['Einzelheiten']);
    expect(buttonsOf(cancelled)).toEqual(['Einzelheiten']);
  });

  it('given it in the platform’s place, then it is not called off there, unless the dispatch place shares the channel', () => {
    expect(buttonsOf(begun, platform)).toEqual(['Punkt erledigen', 'Einzelheiten']);
    expect(buttonsOf(halfDone, platform)).toEqual(['Punkt erledigen', 'Punkt zurücknehmen', 'Einzelheiten']);
    expect(buttonsOf(begun, [...platform, ...dispatch])).toContain('Abbrechen');
  });

  it.each(['dialog', 'inline'] as const)('given any, then the linter has nothing against it (%s)', (mode) => {
    for (const onboarding of [begun, halfDone, ready, completed, cancelled])
      expect(lintCard(drawn(onboarding, at, mode), 'message')).toEqual([]);
  });

  it('given it, then its summary says how far it is, and no reason', () => {
    expect(onboardingSummary(halfDone, viewAt(at))).toBe('Onboarding: Wartung A, Betriebstagebuch: 3 von 7');
    expect(onboardingSummary(cancelled, viewAt(at))).not.toContain('Absage');
  });
});

describe.each(['x', 'ä', '界', '😀', '"', '\\', '**[', '{{DATE('])(
  'given names, titles and reasons as long as they may be, in "%s"',
  (fill) => {
    const long = (text: string, length = 200) => `${text}${fill.repeat(length)}`.slice(0, length);
    const recorded: Installation = {
      ...installation,
      organisations: installation.organisations.map((each) => ({ ...each, name: long(each.name) })),
      people: installation.people.map((each) => ({ ...each, name: long('') })),
      modules: installation.modules.map((each) => ({ ...each, name: long(each.name) })),
    };
    const view = viewAt(at, recorded);
    const checklist = (count: number): readonly ChecklistItem[] =>
      Array.from({ length: count }, (_, index) => ({
        id: `item-${index}`,
        title: long(`${index} `),
        mandatory: index % 5 !== 0,
        by: 'maintainer' as const,
        evidence: 'link' as const,
      }));
    const evidence = long('https://ci.example.org/', 2000);
    const allDone = (count: number, link: string) =>
      checklist(count).reduce(
        (before, { id }) => withTick(before, id, { at, by: 'maintainer-a1', evidence: link }),
        beginOnboarding({ ...of, person: 'maintainer-a1' }, checklist(count), { by: 'owner', at }),
      );
    const allTakenBack = (count: number) =>
      checklist(count).reduce(
        (before, { id }) => withoutTick(before, id, { at, by: 'maintainer-a1', reason: long('', 2000) }),
        allDone(count, evidence),
      );

    it.each([1, 12, 30, 200])('when there are %d items, then Teams carries the card', (count) => {
      const outcome = { kind: 'cancelled', at, by: 'owner', reason: long('', 2000) } as const;
      for (const onboarding of [
        allDone(count, evidence),
        allTakenBack(count),
        { ...allTakenBack(count), outcome },
      ]) {
        const card = renderOnboardingCard({ onboarding, places: dispatch, view, mode: 'inline' });
        expect(fits(card)).toBe(true);
        expect(lintCard(card, 'message')).toEqual([]);
        const summary = onboardingSummary(onboarding, view);
        expect(summary.length).toBeLessThanOrEqual(maxSummaryLength);
        expect(summary).toMatch(/\d+ von \d+$/);
      }
    });

    it('when thirty items are done with links of a usual length, then every step stands there', () => {
      const card = renderOnboardingCard({
        onboarding: allDone(30, 'https://ci.example.org/journal/job/main/1234/'),
        places: dispatch,
        view,
        mode: 'dialog',
      });
      const texts = stringsIn(card).map(({ text }) => text);
      expect(texts.filter((text) => /^\d+\. /.test(text))).toHaveLength(32);
    });

    it('when there are two hundred, then what is not done stands there first, and the others are counted', () => {
      const done = allDone(200, evidence);
      const onboarding = withoutTick(done, 'item-199', { at, by: 'owner', reason: 'Fehlt' });
      const texts = stringsIn(
        renderOnboardingCard({ onboarding, places: dispatch, view, mode: 'dialog' }),
      ).map(({ text }) => text);
      expect(texts.some((text) => text.startsWith('200. '))).toBe(true);
      expect(texts.some((text) => /^… und \d+ weitere$/.test(text))).toBe(true);
    });
  },
);
