import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';

const open = deskOfEachTest();
let desk: Desk;

const saved = 'Hinweis: Gespeichert: Onboarding: Maintainer West, Betriebstagebuch.';
const reason = 'Die Demo-Umgebung fehlt noch';

/** The onboarding's own card, and whatever takes its place then. */
function onboardingCard(view: PlaceView): ShownCard {
  return view.message(({ hasCard, text }) => hasCard && text.includes('Stand: läuft seit')).card;
}

describe('given clients without dialogs (DIALOGS=inline)', () => {
  beforeEach(async () => {
    desk = await open({
      mode: 'inline',
      organisation: (sample) => ({
        ...sample,
        onboardingChecklist: [
          { id: 'environments', title: 'Umgebungen', mandatory: true, by: 'platformMaintainer' },
        ],
      }),
    });
  });

  it('when a maintainer is set up, then each form takes the place of its card, and the card comes back as it stands now (process 7)', async () => {
    const { owner, platform, dispatch } = places(desk);
    await owner.writes('@Software-Pflege Onboarding');
    const list = owner.card('Suchen');
    await list.press('Neu');
    list.fill({ Modul: 'Betriebstagebuch', 'Firma oder Person': 'Softwarehaus West GmbH: Maintainer West' });
    await list.press('Weiter');
    await list.press('Onboarding beginnen');
    expect(list.text).toContain(saved);
    await desk.delivered();

    const card = onboardingCard(platform);
    await card.press('Punkt erledigen');
    expect(card.labels).toEqual(['Punkt']);
    await card.fill({ Punkt: 'Umgebungen' }).press('Erledigt');
    expect(card.text).toContain(saved);
    await desk.delivered();
    for (const view of [platform, dispatch]) {
      expect(onboardingCard(view).unfolded).toContain(
        'Umgebungen: erledigt am Mi 10.06.2026 von Plattform-Maintainer',
      );
      expect(onboardingCard(view).text).toContain('Fortschritt: 1 von 3');
    }

    await card.press('Punkt zurücknehmen');
    expect(card.labels).toEqual(['Punkt', 'Grund']);
    await card.fill({ Punkt: 'Umgebungen', Grund: ' ' }).press('Weiter');
    expect(card.text).toContain('Achtung: ');
    await card.fill({ Grund: reason }).press('Weiter');
    expect(card.text).toContain(`Grund: ${reason}`);
    expect(card.text).toContain('Fortschritt: 1 von 3 → 0 von 3');
    await card.press('Zurück');
    expect(card.value('Grund')).toBe(reason);
    await card.press('Weiter');
    await card.press('Zurücknehmen');
    expect(card.text).toContain(saved);
    await desk.delivered();
    for (const view of [platform, dispatch]) {
      expect(onboardingCard(view).unfolded).toContain(
        `Umgebungen: offen seit Mi 10.06.2026, Plattform-Maintainer; zurückgenommen am Mi 10.06.2026 von Plattform-Maintainer: ${reason}`,
      );
      expect(onboardingCard(view).text).toContain('Fortschritt: 0 von 3');
    }
  });
});
