import type { ChecklistItem, Installation } from '../../../src/domain/organisation/installation';
import { beginOnboarding } from '../../../src/domain/organisation/onboarding/onboarding';
import { berlin } from '../../support/given';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';

const onboardingChecklist: readonly ChecklistItem[] = [
  { id: 'read', title: 'Handbücher gelesen', mandatory: true, by: 'maintainer' },
];

/** A maintainer of the company has been set up for the module since Mo 01.06.2026, and has done nothing yet. */
function inOnboarding(module: string, organisation: string, person: string) {
  return (sample: Installation): Installation => {
    const of = { id: 'one', module, organisation, person };
    const at = berlin('2026-06-01T09:00');
    const onboardings = [beginOnboarding(of, onboardingChecklist, { by: 'prozess', at })];
    return { ...sample, onboardingChecklist, onboardings };
  };
}

describe('a maintainer’s step that has stalled (process 7)', () => {
  const openDesk = deskOfEachTest();

  const late = (who: string) => `Es fehlt: Handbücher gelesen (${who}, seit Mo 01.06.2026).`;

  test.each([
    ['a module that nobody maintains', 'kontaktstammdaten'],
    ['a module that another company maintains', 'betriebstagebuch'],
  ])('given %s, then the process owner is mentioned, and reads whose step waits', async (_what, module) => {
    expect(await calledIn(inOnboarding(module, 'softwarehaus-ost', 'maintainer-ost'))).toEqual([
      {
        place: 'dispatch',
        mentions: ['prozess'],
        text: expect.stringContaining(
          `${late('Maintainer Ost')} Bitte sprechen Sie Maintainer Ost an.`,
        ) as string,
      },
    ]);
  });

  test('given a module that they maintain, then they are mentioned in its channel', async () => {
    const onboarding = inOnboarding('betriebstagebuch', 'softwarehaus-west', 'maintainer-west');
    expect(await calledIn(onboarding)).toEqual([
      {
        place: 'journal',
        mentions: ['maintainer-west'],
        text: expect.stringMatching(/ seit Mo 01\.06\.2026\)\.$/) as string,
      },
    ]);
  });

  async function calledIn(organisation: (sample: Installation) => Installation) {
    const desk = await openDesk({ organisation });
    await desk.timePasses();
    await desk.delivered();
    const { dispatch, journal, outage, platform } = places(desk);
    return Object.entries({ dispatch, journal, outage, platform }).flatMap(([place, view]) =>
      view
        .shows()
        .filter(({ text }) => text.includes('kommt nicht weiter'))
        .map(({ text, mentions }) => ({ place, text, mentions })),
    );
  }
});
