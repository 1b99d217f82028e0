import type { Installation } from '../../../src/domain/organisation/installation';
import { beginOnboarding } from '../../../src/domain/organisation/onboarding/onboarding';
import { berlin } from '../../support/given';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { acceptTicket, places, reportFault, ticketCard } from '../../support/desk-steps';

const calledOff = {
  kind: 'cancelled',
  at: berlin('2026-06-10T10:00'),
  by: 'prozess',
  reason: 'Absage',
} as const;

/** What the sample is with those onboardings called off. */
function withCalledOff({ onboardings, ...sample }: Installation): Installation {
  return { ...sample, onboardings: onboardings.map((each) => ({ ...each, outcome: calledOff })) };
}

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

    await desk.reorganises((sample) => withCalledOff(inOnboarding()(sample)));
    await desk.timePasses();
    expect(card().text).toContain('Kein Maintainer aktiv (Onboarding beendet)');
    expect(card().text).toContain('Maintainer für Betriebstagebuch benennen');
  });

  test.each([
    [
      'is under way',
      inOnboarding(),
      'ist noch kein Maintainer aktiv (Onboarding läuft); es kann niemandem zugewiesen werden. Bitte bringen Sie das Onboarding für Betriebstagebuch zum Abschluss.',
    ],
    [
      'was called off',
      (sample: Installation) => withCalledOff(inOnboarding()(sample)),
      'ist kein Maintainer aktiv (Onboarding beendet); es kann niemandem zugewiesen werden. Bitte beginnen Sie für Betriebstagebuch ein neues Onboarding, oder benennen Sie einen anderen Maintainer.',
    ],
  ])(
    'given the company’s onboarding %s, when a report is accepted, then the process owner is mentioned and reads why nobody can be assigned',
    async (_what, organisation, why) => {
      const desk = await openDesk({ organisation });
      const number = await reportFault(desk);
      await acceptTicket(desk, number);
      await desk.delivered();
      const { dispatch } = places(desk);
      const told = dispatch.message(`Für das Modul von Ticket ${number} ${why}`);
      expect(told.mentions).toEqual(['prozess']);
      expect((await ticketCard(dispatch, number).press('Verlauf')).text).toContain(
        'Für Betriebstagebuch kann kein Maintainer zugewiesen werden',
      );
    },
  );
});
