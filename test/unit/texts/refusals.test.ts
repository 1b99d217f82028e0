import { viewAt } from '../../support/view';
import { beginOnboarding } from '../../../src/domain/organisation/onboarding/onboarding';
import type { Refusal, RefusalCode } from '../../../src/domain/ticket/decide';
import { refusalCodes, refusalText } from '../../../src/texts/refusals.de';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';

const standing = { state: 'returned', turnOf: [{ role: 'operator', organisation: 'nord' }] } as const;
const at = berlin('2026-06-10T10:05');

const onboarding = beginOnboarding(
  { id: 'a', module: 'journal', organisation: 'contractor-a' },
  installation.onboardingChecklist,
  { by: 'owner', at },
);

/** One refusal of each code; a code without one does not compile. */
const everyRefusal: { readonly [Code in RefusalCode]: Extract<Refusal, { code: Code }> } = {
  wrongState: { code: 'wrongState', action: 'accept', ...standing },
  notPermitted: {
    code: 'notPermitted',
    action: 'handBack',
    standing: {
      state: 'accepted',
      turnOf: [{ role: 'operator', organisation: 'nord' }, { role: 'dispatcher' }],
    },
    permitted: [{ role: 'maintainer', module: 'journal' }, { role: 'dispatcher' }],
  },
  alreadyDone: { code: 'alreadyDone', action: 'returnReport', ...standing, by: 'dispatcher-2', at },
  outdated: { code: 'outdated', ...standing },
  overtaken: {
    code: 'overtaken',
    changes: [
      { what: 'faultClass', now: 3, by: 'dispatcher-2', at },
      { what: 'module', now: 'outage', by: 'dispatcher-2', at },
    ],
    ...standing,
  },
  unknownTicket: { code: 'unknownTicket' },
  noContract: { code: 'noContract', operator: 'sued', module: 'outage' },
  receiptInFuture: { code: 'receiptInFuture' },
  receiptTooOld: { code: 'receiptTooOld' },
  calendarTooShort: { code: 'calendarTooShort' },
  onBehalfMissing: { code: 'onBehalfMissing' },
  saidTooEarly: { code: 'saidTooEarly', earliest: at },
  supportLevelsNotDone: { code: 'supportLevelsNotDone' },
  trialByDispatcherOnly: { code: 'trialByDispatcherOnly' },
  trialAndReal: { code: 'trialAndReal' },
  trialNotSecurityRelevant: { code: 'trialNotSecurityRelevant' },
  classReasonMissing: { code: 'classReasonMissing', proposed: 2 },
  sameClass: { code: 'sameClass', ...standing },
  samePriority: { code: 'samePriority', ...standing },
  sameModule: { code: 'sameModule', ...standing },
  duplicateUnknown: { code: 'duplicateUnknown' },
  duplicateInCircle: { code: 'duplicateInCircle', other: 'SP-2026-0002' },
  duplicateEnded: { code: 'duplicateEnded', other: 'SP-2026-0002' },
  ofItself: { code: 'ofItself' },
  tooEarlyToClose: { code: 'tooEarlyToClose', earliest: at, ...standing },
  noMaintainer: { code: 'noMaintainer', module: 'contacts', ...standing },
  notAMaintainer: { code: 'notAMaintainer', module: 'journal', ...standing },
  notActive: { code: 'notActive', person: 'maintainer-a1', onboarding, ...standing },
  nobodyActive: {
    code: 'nobodyActive',
    module: 'journal',
    notActive: [{ person: 'maintainer-a1', onboarding }],
    ...standing,
  },
  alreadyAssigned: { code: 'alreadyAssigned', person: 'maintainer-a1', ...standing },
  alreadySecurityRelevant: { code: 'alreadySecurityRelevant', ...standing },
  notSecurityRelevant: { code: 'notSecurityRelevant', ...standing },
  knownInFuture: { code: 'knownInFuture' },
  knownTooEarly: { code: 'knownTooEarly', earliest: at },
  reportedInFuture: { code: 'reportedInFuture' },
  reportedTooEarly: { code: 'reportedTooEarly', earliest: at },
  planNotBinding: {
    code: 'planNotBinding',
    waitingFor: ['operator', 'dispatcher'],
    immediateStartPossible: true,
    ...standing,
  },
  immediateStartNotForClass: { code: 'immediateStartNotForClass', faultClass: 3, ...standing },
  completedByTester: { code: 'completedByTester', action: 'beginTest', ...standing },
  linkNotAllowed: { code: 'linkNotAllowed', link: 'buildLink' },
  noFixPlan: { code: 'noFixPlan', ...standing },
  planChanged: { code: 'planChanged', version: 2, ...standing },
  planAlreadyBinding: { code: 'planAlreadyBinding', version: 2, ...standing },
  samePlan: { code: 'samePlan', version: 2, ...standing },
  targetNotServiceDay: { code: 'targetNotServiceDay', targetDate: '2026-12-25' },
  targetInPast: { code: 'targetInPast', targetDate: '2026-06-09' },
  internalNotForOperators: { code: 'internalNotForOperators' },
  questionStillOpen: { code: 'questionStillOpen', by: 'dispatcher-1', at, ...standing },
  noOpenQuestion: { code: 'noOpenQuestion', ...standing },
  noSupportRequest: { code: 'noSupportRequest', ...standing },
  supportNotTaken: { code: 'supportNotTaken', ...standing },
  supportAnswerMissing: { code: 'supportAnswerMissing' },
  supportVerdictMissing: { code: 'supportVerdictMissing' },
  noSuchNotice: { code: 'noSuchNotice' },
};

describe('the sentences of refusals', () => {
  test('given the codes of the domain, when compared with those that have a sentence, then they are the same', () => {
    expect([...refusalCodes].sort()).toEqual(Object.keys(everyRefusal).sort());
  });

  test('given every refusal, when it is told, then it is one German sentence of its own', () => {
    const texts = Object.values(everyRefusal).map((refusal) => refusalText(refusal, viewAt()));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => !/^\p{Lu}|^„/u.test(text) || !/[.“]$/.test(text))).toEqual([]);
    expect(texts.filter((text) => /undefined|\[object/.test(text))).toEqual([]);
  });

  test('given a refusal that knows the state, when it is told, then it names the state and who can act', () => {
    const withState = Object.values(everyRefusal).filter((refusal) => 'turnOf' in refusal);
    const texts = withState.map((refusal) => refusalText(refusal, viewAt()));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => !text.includes('„Zurückgewiesen“') || !text.includes('Netz Nord'))).toEqual(
      [],
    );
  });

  test('given somebody who was quicker, when the other is told, then it says by whom and when', () => {
    expect(refusalText(everyRefusal.alreadyDone, viewAt())).toBe(
      'Bereits erledigt von Person dispatcher-2 am Mi 10.06.2026, 10:05 Uhr: „Zurückweisen (Angaben fehlen)“; das Ticket ist im Zustand „Zurückgewiesen“, am Zug: Netz Nord.',
    );
  });

  test('given a press without the right, when it is refused, then it says who may', () => {
    expect(refusalText(everyRefusal.notPermitted, viewAt())).toBe(
      '„An Dispatcher zurückgeben“ dürfen hier nur: die Maintainer von Betriebstagebuch (Wartung A) oder die Wartungs-Dispatcher; das Ticket ist im Zustand „Akzeptiert“, am Zug: Netz Nord und die Wartungs-Dispatcher.',
    );
  });

  test('given an ended ticket, when an action is refused, then nobody is said to be able to act', () => {
    const ended: Refusal = { code: 'wrongState', action: 'accept', state: 'closed', turnOf: [] };
    expect(refusalText(ended, viewAt())).toBe(
      '„Akzeptieren“ ist jetzt nicht möglich: das Ticket ist im Zustand „Geschlossen“ und damit beendet.',
    );
  });

  test('given a plan that is not binding, when work is refused, then it says who has not agreed and what else is possible', () => {
    const text = refusalText(everyRefusal.planNotBinding, viewAt());
    expect(text).toBe(
      '„Bearbeitung beginnen“ braucht einen verbindlichen Fehlerbehebungsplan, es fehlt die Zustimmung des Netzbetreibers und der Wartungs-Dispatcher, oder begründen Sie einen „Sofortbeginn“; das Ticket ist im Zustand „Zurückgewiesen“, am Zug: Netz Nord.',
    );
    const otherwise = { ...everyRefusal.planNotBinding, immediateStartPossible: false };
    expect(refusalText(otherwise, viewAt())).not.toContain('Sofortbeginn');
  });

  test('given a plan that is binding, when an objection is refused, then it says who can change it, and with which button', () => {
    expect(refusalText(everyRefusal.planAlreadyBinding, viewAt())).toContain(
      'ist bereits verbindlich; die Wartungs-Dispatcher und die Maintainer können ihn mit „Plan ändern“ ändern; ',
    );
  });

  test('given a target date that is no service day, when it is refused, then it is named unless it is no date at all', () => {
    expect(refusalText(everyRefusal.targetNotServiceDay, viewAt())).toContain('Fr 25.12.2026');
    const typed: Refusal = { code: 'targetNotServiceDay', targetDate: '**bald**' };
    expect(refusalText(typed, viewAt())).not.toContain('bald');
  });

  test('given somebody who may not report, when they try, then they read who reports', () => {
    const refusal: Refusal = { code: 'notPermitted', action: 'reportFault', permitted: [] };
    expect(refusalText(refusal, viewAt())).toContain('Netzbetreiber mit Pflegevertrag');
  });
});
