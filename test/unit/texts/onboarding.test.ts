import type { OnboardingRefusal } from '../../../src/domain/organisation/onboarding/onboarding-refusal';
import {
  beginOnboarding,
  stepOf,
  whatIsMissing,
  withTick,
} from '../../../src/domain/organisation/onboarding/onboarding';
import { changeRefusalText } from '../../../src/texts/change-refusals.de';
import {
  nobodyActiveText,
  notActiveText,
  onboardingLines,
  onboardingTitle,
} from '../../../src/texts/onboarding.de';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';
import { viewAt } from '../../support/view';

const at = berlin('2026-06-12T10:00');
const view = viewAt(at);
const of = { id: 'a', module: 'journal', organisation: 'contractor-a' };
const begun = beginOnboarding(of, installation.onboardingChecklist, { by: 'owner', at });
const ticked = withTick(begun, 'account', { by: 'dispatcher-1', at });
const step = stepOf(ticked, 'account') ?? ticked.signOffs[0];
if (step === undefined) throw new Error('there are steps');
const missing = whatIsMissing(ticked).filter((each) => 'title' in each);
const cancelled = { kind: 'cancelled', at, by: 'owner', reason: 'Absage' } as const;

describe('what is said of an onboarding (process 7)', () => {
  it('given the company’s or a person’s, then whose, for what, and how far it is', () => {
    expect(onboardingTitle(begun, view)).toBe('Onboarding: Wartung A, Betriebstagebuch');
    const own = { ...begun, person: 'maintainer-a1' };
    expect(onboardingTitle(own, view)).toBe('Onboarding: Person maintainer-a1, Betriebstagebuch');
    expect(onboardingLines(ticked)).toEqual([{ label: 'Fortschritt', text: '1 von 7' }]);
  });

  it('given somebody who is not active, then a sentence says what is missing and whose it is, and no more than three of it', () => {
    const person = 'maintainer-a1';
    expect(notActiveText({ person, onboarding: ticked }, view)).toBe(
      'Person maintainer-a1 ist für Betriebstagebuch noch nicht aktiv: Es fehlen 6 Punkte: Vertrag geschlossen (Prozessverantwortlicher); CI-Build grün (Modul-Maintainer); Probeticket (Modul-Maintainer); 3 weitere.',
    );
    const allButOne = ['contract', 'build', 'trial', 'environments', 'signOffPlatformMaintainer'].reduce(
      (each, id) => withTick(each, id, { by: 'owner', at }),
      ticked,
    );
    expect(notActiveText({ person, onboarding: allButOne }, view)).toBe(
      'Person maintainer-a1 ist für Betriebstagebuch noch nicht aktiv: Es fehlt 1 Punkt: Freigabe: Wartungs-Dispatcher.',
    );
    expect(notActiveText({ person, onboarding: { ...ticked, outcome: cancelled } }, view)).toBe(
      'Person maintainer-a1 ist für Betriebstagebuch nicht aktiv. Dieses Onboarding hat Person owner abgebrochen (Fr 12.06.2026, 10:00 Uhr).',
    );
  });

  it('given a module that nobody is active for, then a sentence says who is how far', () => {
    const people = [
      { person: 'maintainer-a1', onboarding: ticked },
      { person: 'maintainer-a2', onboarding: { ...ticked, outcome: cancelled } },
    ];
    expect(nobodyActiveText('journal', people, view)).toBe(
      'Für Betriebstagebuch ist noch kein Maintainer aktiv: Person maintainer-a1 (Onboarding 1 von 7); Person maintainer-a2 (Onboarding abgebrochen).',
    );
  });

  it.each<[OnboardingRefusal, RegExp]>([
    [{ code: 'moduleRetired', module: 'journal' }, /^Das Modul Betriebstagebuch wird nicht mehr gepflegt/],
    [
      { code: 'notOfCompany', person: 'nord-1', organisation: 'contractor-a' },
      /^Person nord-1 gehört nicht zu Wartung A\.$/,
    ],
    [{ code: 'onboardingUnderWay', onboarding: begun }, /läuft schon, seit Fr 12\.06\.2026, 10:00 Uhr\.$/],
    [{ code: 'onboardingOver', onboarding: { ...begun, outcome: cancelled } }, /Person owner abgebrochen/],
    [
      {
        code: 'onboardingOver',
        onboarding: { ...begun, outcome: { kind: 'lapsed', at, reason: 'personLeft' } },
      },
      /ist beendet, weil die Person nicht mehr für die Firma tätig ist \(Fr 12\.06\.2026, 10:00 Uhr\)\.$/,
    ],
    [
      { code: 'onboardingOver', onboarding: { ...begun, outcome: { kind: 'completed', at } } },
      /abgeschlossen/,
    ],
    [
      { code: 'stepDone', step, done: { kind: 'done', by: 'dispatcher-1', at } },
      /^„Zugang“ hat Person dispatcher-1 bereits erledigt/,
    ],
    [{ code: 'stepNotDone', step }, /^„Zugang“ ist noch offen\.$/],
    [
      { code: 'evidenceMissing', evidence: 'link' },
      /https:\/\/ beginnt und weder Kennwort noch Token oder Schlüssel enthält\.$/,
    ],
    [{ code: 'evidenceMissing', evidence: 'trialTicket' }, /Probeticket/],
    [
      { code: 'notATrial', of },
      /^Das ist kein freigegebenes Probeticket des Moduls Betriebstagebuch, das jemandem von Wartung A zugewiesen war\./,
    ],
    [
      { code: 'notATrial', of: { ...of, person: 'maintainer-a1' } },
      /^Das ist kein freigegebenes Probeticket des Moduls Betriebstagebuch, das Person maintainer-a1 zugewiesen war\./,
    ],
    [
      { code: 'signOffTooEarly', missing },
      /Es fehlen: Vertrag geschlossen; CI-Build grün; Probeticket; 1 weitere\.$/,
    ],
    [{ code: 'reasonMissing' }, /Grund/],
  ])('given refusal no. %#, then one sentence says why', (refusal, sentence) => {
    expect(changeRefusalText(refusal, view)).toMatch(sentence);
  });
});
