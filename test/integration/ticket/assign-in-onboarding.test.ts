import type { Installation } from '../../../src/domain/organisation/installation';
import { beginOnboarding } from '../../../src/domain/organisation/onboarding/onboarding';
import { berlin } from '../../support/given';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { acceptTicket, places, reportFault, ticketCard } from '../../support/desk-steps';

/** An onboarding for Betriebstagebuch is under way: of one of its maintainers, or of all of the company. */
function inOnboarding(person?: string) {
  return (sample: Installation): Installation => {
    const maintainer = sample.people.find(({ id }) => id === 'maintainer-west');
    const module = maintainer?.roles.flatMap((grant) =>
      grant.role === 'maintainer' ? [grant.module] : [],
    )[0];
    if (maintainer === undefined || module === undefined) throw new Error('the sample has a maintainer');
    const of = { id: 'west', module, organisation: maintainer.organisation, ...(person && { person }) };
    const at = berlin('2026-06-10T09:00');
    return {
      ...sample,
      onboardings: [beginOnboarding(of, sample.onboardingChecklist, { by: 'prozess', at })],
    };
  };
}

describe('assigning while maintainers are set up (process 7)', () => {
  const openDesk = deskOfEachTest();

  test('given one of them is not active yet, when the dispatcher chooses them, then the form says what is missing, and takes the colleague', async () => {
    const desk = await openDesk({ organisation: inOnboarding('maintainer-west') });
    const number = await reportFault(desk);
    await acceptTicket(desk, number);
    const form = (await ticketCard(places(desk).dispatch, number).press('Zuweisen')).dialog;
    expect(form.value('Maintainer')).toBe('maintainer-west-vertretung');
    const refused = await form
      .fill({ Maintainer: 'Maintainer West (Softwarehaus West GmbH, Onboarding 0 von 13)' })
      .submit('Zuweisen');
    expect(refused.text).toContain('ist für Betriebstagebuch noch nicht aktiv: Es fehlen 13 Punkte: ');
    await desk.delivered();
    expect(places(desk).journal.text()).not.toContain(number);
    const sent = await refused.dialog
      .fill({ Maintainer: 'Maintainer West, Vertretung (Softwarehaus West GmbH)' })
      .submit('Zuweisen');
    expect(sent.kind).toBe('closed');
    await desk.delivered();
    expect(ticketCard(places(desk).journal, number).text).toContain('Maintainer West, Vertretung');
  });

  test('given nobody of the module is active yet, then the card says so in words and puts no assignment forward; once the onboarding is called off, it says that', async () => {
    const desk = await openDesk({ organisation: inOnboarding() });
    const number = await reportFault(desk);
    await acceptTicket(desk, number);
    const card = () => ticketCard(places(desk).dispatch, number);
    expect(card().text).toContain('Noch kein Maintainer aktiv (Onboarding läuft)');
    expect(card().text).toContain('Onboarding für Betriebstagebuch zum Abschluss bringen');
    expect(card().text).not.toContain('benennen');
    expect(card().buttons.slice(0, 3)).toEqual(['Rückfrage', 'Modul ändern', 'Unterstützung anfordern']);
    const tried = await card().press('Zuweisen');
    expect(tried.dialog.text).toContain('Für Betriebstagebuch ist noch kein Maintainer aktiv: ');

    await desk.reorganises((sample) => {
      const installation = inOnboarding()(sample);
      const outcome = {
        kind: 'cancelled',
        at: berlin('2026-06-10T10:00'),
        by: 'prozess',
        reason: 'Absage',
      } as const;
      return {
        ...installation,
        onboardings: installation.onboardings.map((each) => ({ ...each, outcome })),
      };
    });
    await desk.timePasses();
    expect(card().text).toContain('Kein Maintainer aktiv (Onboarding beendet)');
    expect(card().text).toContain('Maintainer für Betriebstagebuch benennen');
  });
});
