import type { Activity } from 'botbuilder';
import type { AdaptiveCardJson } from '../../../../../src/adapters/teams/cards/card-json';
import { fits } from '../../../../../src/adapters/teams/cards/card-room';
import { onboardingCallActivity } from '../../../../../src/adapters/teams/sender/call-activities';
import type { Named } from '../../../../../src/adapters/teams/sender/mention-activity';
import type { Installation, Onboarding } from '../../../../../src/domain/organisation/installation';
import type { OnboardingCall } from '../../../../../src/domain/organisation/onboarding/onboarding-calls';
import type { Place } from '../../../../../src/domain/organisation/place';
import { beginOnboarding } from '../../../../../src/domain/organisation/onboarding/onboarding';
import { lintCard } from '../../../../cards/card-linter';
import { stringsIn } from '../../../../cards/card-parts';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';

const dispatch: Place = { kind: 'dispatch' };
const at = berlin('2026-06-12T10:00');
const named: readonly Named[] = [{ member: { id: '29:p', name: 'Person platform' } }];
const of = { id: 'a', module: 'journal', organisation: 'contractor-a' };
const begun = beginOnboarding(of, installation.onboardingChecklist, { by: 'owner', at });
const own: Onboarding = { ...begun, id: 'a2', person: 'maintainer-a2' };
const completed = (onboarding: Onboarding): Onboarding => ({
  ...onboarding,
  outcome: { kind: 'completed', at },
});
const stepsOf = (...ids: readonly string[]) => begun.items.filter(({ id }) => ids.includes(id));

function said(
  call: OnboardingCall,
  onboardings: readonly Onboarding[] = [call.onboarding],
  place: Place = { kind: 'module', module: 'journal' },
) {
  const view = viewAt(at, { ...installation, onboardings });
  return onboardingCallActivity({ calls: [call], place }, [], view).text;
}

describe('a call because of an onboarding (process 7)', () => {
  it('given one that begins, then what is to be done, and by whom', () => {
    const call: OnboardingCall = { kind: 'begun', onboarding: begun, steps: stepsOf('contract', 'account') };
    const { text, summary } = onboardingCallActivity({ calls: [call], place: dispatch }, named, viewAt(at));
    expect(text).toBe(
      '<at>Person platform</at>: Das Onboarding von Wartung A für Betriebstagebuch hat begonnen. Bitte erledigen Sie: Vertrag geschlossen (Prozessverantwortlicher); Zugang (Wartungs-Dispatcher).',
    );
    expect(summary).toMatch(/^Das Onboarding von Wartung A für Betriebstagebuch hat begonnen\./);
  });

  it('given many steps, then three are named and the others counted', () => {
    const text = said({ kind: 'begun', onboarding: begun, steps: begun.items });
    expect(text).toMatch(/Probeticket \(Wartung A\); … und 3 weitere\.$/);
  });

  it('given a sign-off that waits, then that everything is done', () => {
    expect(said({ kind: 'signOff', onboarding: own, steps: begun.signOffs })).toBe(
      'Das Onboarding von Person maintainer-a2 (Wartung A) für Betriebstagebuch ist bereit zur Freigabe: Alle Pflichtpunkte sind erledigt. Bitte prüfen Sie es und geben Sie es frei.',
    );
  });

  it('given steps that have stalled, then which, whose and since when', () => {
    expect(said({ kind: 'stalled', onboarding: begun, steps: stepsOf('environments') })).toBe(
      'Das Onboarding von Wartung A für Betriebstagebuch kommt nicht weiter. Es fehlt: Umgebungen (Plattform-Maintainer, seit Fr 12.06.2026).',
    );
  });

  it('given steps of who does not read along yet, then the process owner reads whose they are, and whom to tell', () => {
    const ofCompany = { ...begun, organisation: 'contractor-b' };
    const ofPerson = { ...ofCompany, person: 'maintainer-b1' };
    const call = (onboarding: Onboarding, ...steps: readonly string[]) =>
      ({ onboarding, steps: stepsOf(...steps) }) as const;
    const inDispatch = (each: OnboardingCall) => said(each, undefined, dispatch);
    expect(inDispatch({ kind: 'begun', ...call(ofCompany, 'contract', 'build', 'trial') })).toMatch(
      / hat begonnen\. Bitte erledigen Sie: Vertrag geschlossen \(Prozessverantwortlicher\)\. Bitte geben Sie an Wartung B weiter: CI-Build grün; Probeticket\.$/,
    );
    expect(inDispatch({ kind: 'begun', ...call(ofPerson, 'trial') })).toMatch(
      / hat begonnen\. Bitte geben Sie an Person maintainer-b1 weiter: Probeticket\.$/,
    );
    expect(inDispatch({ kind: 'stalled', ...call(ofCompany, 'trial') })).toBe(
      'Das Onboarding von Wartung B für Betriebstagebuch kommt nicht weiter. Es fehlt: Probeticket (Wartung B, seit Fr 12.06.2026). Bitte sprechen Sie Wartung B an.',
    );
    expect(inDispatch({ kind: 'stalled', ...call(ofPerson, 'trial') })).toMatch(
      /\(Person maintainer-b1, seit Fr 12\.06\.2026\)\. Bitte sprechen Sie Person maintainer-b1 an\.$/,
    );
    expect(said({ kind: 'stalled', ...call(begun, 'trial') })).toMatch(/ seit Fr 12\.06\.2026\)\.$/);
  });

  it('given it is completed, then who can be assigned from now on', () => {
    expect(said({ kind: 'completed', onboarding: completed(begun) })).toBe(
      'Das Onboarding von Wartung A für Betriebstagebuch ist abgeschlossen. Die Maintainer von Wartung A können ab jetzt zugewiesen werden.',
    );
    expect(said({ kind: 'completed', onboarding: completed(own) })).toMatch(
      / ist abgeschlossen\. Person maintainer-a2 kann ab jetzt zugewiesen werden\.$/,
    );
  });

  it.each<[string, Onboarding, readonly Onboarding[]]>([
    ['the company’s while one of a person is under way', completed(begun), [completed(begun), own]],
    [
      'somebody’s who does not maintain the module yet',
      completed({ ...own, person: 'maintainer-b1', organisation: 'contractor-b' }),
      [],
    ],
  ])('given %s is completed, then nothing is said of assigning', (_what, onboarding, onboardings) => {
    expect(said({ kind: 'completed', onboarding }, onboardings)).toMatch(/ ist abgeschlossen\.$/);
  });

  it('given the person’s own is completed, then they can be assigned, though their company’s is under way', () => {
    expect(said({ kind: 'completed', onboarding: completed(own) }, [completed(own), begun])).toMatch(
      /zugewiesen/,
    );
  });

  const cardOf = ({ attachments = [] }: Partial<Activity>) => attachments[0]?.content as AdaptiveCardJson;

  it('given several, then a card lists them', () => {
    const calls: readonly OnboardingCall[] = [
      { kind: 'stalled', onboarding: begun, steps: stepsOf('environments') },
      { kind: 'begun', onboarding: own, steps: stepsOf('environments') },
    ];
    const activity = onboardingCallActivity({ calls, place: dispatch }, named, viewAt(at));
    expect(activity.summary).toBe('In 2 Onboardings werden Sie gebraucht');
    expect(stringsIn(cardOf(activity)).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Wartung A – Betriebstagebuch',
        'kommt nicht weiter. Es fehlt: Umgebungen (Plattform-Maintainer, seit Fr 12.06.2026).',
        'Person maintainer-a2 (Wartung A) – Betriebstagebuch',
      ]),
    );
    expect(lintCard(cardOf(activity), 'message')).toEqual([]);
    const over = { kind: 'completed', onboarding: completed(begun) } as const;
    const summaryOf = (...some: readonly OnboardingCall[]) =>
      onboardingCallActivity({ calls: some, place: dispatch }, [], viewAt(at)).summary;
    expect(summaryOf(over, over)).toBe('2 Onboardings sind abgeschlossen');
    expect(summaryOf(over, ...calls)).toBe('Neues zu 3 Onboardings');
  });

  it.each(['x', 'ä', '界', '😀', '"', '\\'])(
    'given the longest names, in "%s", then Teams carries it',
    (fill) => {
      const long = (text: string) => `${text}${fill.repeat(200)}`.slice(0, 200);
      const recorded: Installation = {
        ...installation,
        organisations: installation.organisations.map((each) => ({ ...each, name: long(each.name) })),
        people: installation.people.map((each) => ({ ...each, name: long(each.name) })),
        modules: installation.modules.map((each) => ({ ...each, name: long(each.name) })),
      };
      const steps = begun.items.map((item) => ({ ...item, title: long(item.title) }));
      const calls = Array.from({ length: 300 }, (): OnboardingCall => ({
        kind: 'stalled',
        onboarding: own,
        steps,
      }));
      const people: readonly Named[] = Array.from({ length: 20 }, (_, index) => ({
        member: { id: `29:${'x'.repeat(80)}`, name: `Modul-Maintainer der Genossenschaft ${index}` },
      }));
      const view = viewAt(at, recorded);
      const several = cardOf(onboardingCallActivity({ calls, place: dispatch }, people, view));
      expect(fits(several)).toBe(true);
      expect(stringsIn(several).map(({ text }) => text)).toContain('… und 290 weitere');
      expect(fits(onboardingCallActivity({ calls: calls.slice(0, 1), place: dispatch }, people, view))).toBe(
        true,
      );
    },
  );
});
