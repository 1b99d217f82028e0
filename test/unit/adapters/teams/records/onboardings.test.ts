import { cancelOnboardingForm } from '../../../../../src/adapters/teams/records/cancel-onboarding-form';
import { onboardingsList } from '../../../../../src/adapters/teams/records/onboardings-list';
import type { RecordForm } from '../../../../../src/adapters/teams/records/record-form';
import { startOnboardingForm } from '../../../../../src/adapters/teams/records/start-onboarding-form';
import { tickStepForm } from '../../../../../src/adapters/teams/records/tick-step-form';
import { untickStepForm } from '../../../../../src/adapters/teams/records/untick-step-form';
import { decideChange } from '../../../../../src/domain/organisation/decide-change';
import { recordsOf } from '../../../../../src/domain/organisation/records';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { onboardingFormTexts } from '../../../../../src/texts/onboarding-forms.de';
import { recordTexts } from '../../../../../src/texts/records.de';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import {
  after,
  begun,
  cancel,
  company,
  done,
  onboardingIn,
  own,
  ticked,
  untick,
} from '../../../domain/organisation/actions/onboarding-support';
import { commandOf, contextOf, errorsOf, type Opened, rowsOf } from './record-support';

const now = '2026-06-15T09:00';
const of = 'maintainer-a1-journal';
const opened = (recorded: Installation, role: Opened['role'] = 'processOwner'): Opened => ({
  recorded,
  role,
  of,
  now,
});
const choicesOf = (form: RecordForm, given: Opened, id = 'step') =>
  form
    .fields(contextOf(given))
    .find((field) => field.id === id)
    ?.choices?.map(({ title }) => title);

/** What stands on the check page of what was typed. */
function checkOf(form: RecordForm, given: Opened, typed: Readonly<Record<string, string>>) {
  const context = contextOf(given);
  const command = commandOf(form, given, typed);
  const { recorded, person: actor, today } = context;
  const decision = decideChange(command, {
    records: recordsOf(recorded),
    recorded,
    actor,
    today,
    now: berlin(now),
    after: (events) => after(recorded, events),
    since: [],
  });
  if (decision.kind === 'refusal') throw new Error(decision.refusal.code);
  const { events } = decision;
  const follows = { events, after: after(recorded, events), days: [], endings: [], doubts: [] };
  return form.check?.({ ...context, follows }, command);
}

describe('the list of onboardings (process 7)', () => {
  const ended = done(begun(company), 'owner', cancel(begun(company)), berlin('2026-06-12T11:00'));
  const both = done(ended, 'owner', { type: 'startOnboarding', ...own }, berlin('2026-06-12T12:00'));
  const two = ticked(both, 2);

  it('given one that is under way and one that was called off, then the first says how far it is and whose turn it is', () => {
    expect(rowsOf(onboardingsList, opened(two))).toEqual([
      {
        text: 'Person maintainer-a1 (Wartung A) – Betriebstagebuch',
        details: [
          'Fortschritt: 2 von 7',
          'An der Reihe: Modul-Maintainer (Wartung A) seit Fr 12.06.2026; Plattform-Maintainer seit Fr 12.06.2026; Wartungs-Dispatcher seit Fr 12.06.2026',
          'läuft seit Fr 12.06.2026',
        ],
        buttons: [
          { title: 'Punkt zurücknehmen', form: 'untickStep', of },
          { title: 'Abbrechen', form: 'cancelOnboarding', of },
        ],
      },
      {
        text: 'Wartung A – Betriebstagebuch',
        details: ['Fortschritt: 0 von 7', 'abgebrochen am Fr 12.06.2026 von Person owner: Absage'],
        buttons: [],
      },
    ]);
  });

  it.each([
    ['platformMaintainer', ['Punkt erledigen']],
    ['dispatcher', ['Punkt erledigen']],
    ['maintainer', ['Punkt erledigen', 'Punkt zurücknehmen']],
  ] as const)('given the %s, then only what is theirs can be pressed', (role, titles) => {
    const [first] = rowsOf(onboardingsList, opened(two, role));
    expect(first?.buttons.map(({ title }) => title)).toEqual(titles);
  });

  it('given whoever reads their own alone, or in the place of another module, then nothing of others stands there', () => {
    const context = contextOf(opened(two, 'maintainer'));
    const read = (onboardings: typeof context.onboardings, person = context.person) =>
      onboardingsList.rows({ ...context, person, ...(onboardings && { onboardings }) }).length;
    const roles = ['maintainer'] as const;
    const ofB = installation.people.find(({ id }) => id === 'maintainer-b1') ?? context.person;
    expect(read({ read: 'own', roles })).toBe(2);
    expect(read({ read: 'own', roles }, ofB)).toBe(0);
    expect(read({ read: ['journal'], roles })).toBe(2);
    expect(read({ read: ['outage'], roles })).toBe(0);
    const moved = { ...two, modules: two.modules.map((each) => ({ ...each, maintainer: 'contractor-b' })) };
    expect(
      onboardingsList.rows({ ...context, recorded: moved, onboardings: { read: ['journal'], roles } }),
    ).toEqual([]);
  });

  it('given somebody who is set up and holds no role yet, then theirs stand there, and can be ticked', () => {
    const later = {
      ...two,
      people: two.people.map((each) =>
        each.id === 'maintainer-a1' ? { ...each, since: '2026-07-01' } : each,
      ),
    };
    const context = contextOf(opened(later));
    const person = later.people.find(({ id }) => id === 'maintainer-a1') ?? context.person;
    const onboardings = { read: 'own', roles: ['maintainer'] } as const;
    const rows = onboardingsList.rows({ ...context, person: { ...person, roles: [] }, onboardings });
    expect(rows.map(({ buttons }) => buttons.length)).toEqual([3, 0]);
  });
});

describe('the form "Onboarding beginnen" (process 7)', () => {
  it('given companies and their people, then one of them is chosen, and the module; the check page says whom and what', () => {
    const given = { now } as const;
    expect(choicesOf(startOnboardingForm, given, 'who')).toEqual([
      'Genossenschaft (ganze Firma)',
      'Genossenschaft: Person dispatcher-1',
      'Genossenschaft: Person dispatcher-2',
      'Genossenschaft: Person owner',
      'Genossenschaft: Person platform',
      'Netz Nord (ganze Firma)',
      'Netz Süd (ganze Firma)',
      'Wartung A (ganze Firma)',
      'Wartung A: Person maintainer-a1',
      'Wartung A: Person maintainer-a2',
      'Wartung B (ganze Firma)',
      'Wartung B: Person maintainer-b1',
    ]);
    expect(
      commandOf(startOnboardingForm, given, { module: 'journal', who: 'organisation contractor-a' }),
    ).toEqual({ type: 'startOnboarding', ...company });
    const typed = { module: 'journal', who: 'person maintainer-a1' };
    expect(commandOf(startOnboardingForm, given, typed)).toEqual({ type: 'startOnboarding', ...own });
    expect(checkOf(startOnboardingForm, given, typed)).toMatchObject({
      lines: [
        { text: 'Onboarding: Person maintainer-a1, Betriebstagebuch' },
        { label: 'Fortschritt', text: '0 von 7' },
        { label: 'Punkte', text: '6 Punkte, 2 Freigaben' },
      ],
      warnings: [
        'Bis alle Pflichtpunkte erledigt und beide Freigaben erteilt sind, kann Person maintainer-a1 (Wartung A) für Betriebstagebuch nicht zugewiesen werden.',
      ],
    });
  });

  it('given nothing chosen, or a company that was retired meanwhile, then it is said at the field', () => {
    expect(errorsOf(startOnboardingForm, { now })).toEqual({
      module: onboardingFormTexts.moduleMissing,
      who: onboardingFormTexts.whoMissing,
    });
    const organisations = installation.organisations.map((each) =>
      each.id === 'contractor-b' ? { ...each, retired: '2026-06-01' } : each,
    );
    const typed = { module: 'journal', who: 'organisation contractor-b' };
    const { who } = errorsOf(
      startOnboardingForm,
      { now, recorded: { ...installation, organisations } },
      typed,
    );
    expect(who).toContain('Wartung B');
  });
});

describe('the form "Punkt erledigen" (process 7)', () => {
  it('given the maintainers, then theirs can be chosen, with what shows it', () => {
    const given = opened(begun(), 'maintainer');
    expect(choicesOf(tickStepForm, given)).toEqual([
      'CI-Build grün (Nachweis: Adresse)',
      'Probeticket (Nachweis: Probeticket)',
    ]);
    expect(commandOf(tickStepForm, given, { step: 'build', evidence: ' https://ci.example.org/1 ' })).toEqual(
      { type: 'tickItem', onboarding: of, step: 'build', evidence: 'https://ci.example.org/1' },
    );
    const secret = 'https://ci.example.org/1?private_token=abc123';
    for (const evidence of ['', 'http://ci.example.org/1', 'https://a:b@ci.example.org/1', secret])
      expect(errorsOf(tickStepForm, given, { step: 'build', evidence })).toEqual({
        evidence:
          'Bitte geben Sie als Nachweis eine Adresse an, die mit https:// beginnt und weder Kennwort noch Token oder Schlüssel enthält.',
      });
    expect(errorsOf(tickStepForm, given, { step: 'trial' })).toEqual({
      evidence: 'Bitte geben Sie als Nachweis die Nummer des Probetickets an.',
    });
    expect(errorsOf(tickStepForm, given, { evidence: 'x' })).toEqual({
      step: onboardingFormTexts.stepMissing,
    });
  });

  it('given a step that needs no evidence, then what was typed is not thrown away unsaid', () => {
    const checklist = installation.onboardingChecklist.map((each) => ({
      ...each,
      by: 'maintainer' as const,
    }));
    const recorded = done({ ...installation, onboardingChecklist: checklist }, 'owner', {
      type: 'startOnboarding',
      ...own,
    });
    expect(
      errorsOf(tickStepForm, opened(recorded, 'maintainer'), {
        step: 'account',
        evidence: 'https://a.example',
      }),
    ).toEqual({ evidence: onboardingFormTexts.noEvidence });
  });

  it('given the only one that waits for them, then it stands there', () => {
    const given = opened(begun(), 'dispatcher');
    expect(tickStepForm.initialValues(contextOf(given))).toEqual({ step: 'account' });
    expect(tickStepForm.fields(contextOf(given)).map(({ id }) => id)).toEqual(['step']);
  });

  it('given somebody who was faster, or a sign-off that waits, then it is said at the field', () => {
    const given = opened(ticked(begun(), 2), 'maintainer');
    expect(errorsOf(tickStepForm, given, { step: 'build', evidence: 'https://ci.example.org/2' })).toEqual({
      step: '„CI-Build grün“ hat Person maintainer-a1 bereits erledigt (Fr 12.06.2026, 10:00 Uhr).',
    });
    expect(errorsOf(tickStepForm, opened(begun(), 'dispatcher'), { step: 'signOffDispatcher' })).toEqual({
      step: 'Freigegeben wird erst, wenn alle Pflichtpunkte erledigt sind. Es fehlen: Vertrag geschlossen; CI-Build grün; Probeticket; 2 weitere.',
    });
    // Of those of others nothing is said.
    expect(Object.keys(errorsOf(tickStepForm, given, { step: 'contract' }))).toEqual(['step']);
  });

  it.each([
    [begun(), 'operator', recordTexts.unknownRecord, 'nowhere'],
    [ticked(begun(), 7), 'platformMaintainer', 'Dieses Onboarding ist abgeschlossen.', of],
    [
      done(begun(), 'owner', cancel(begun())),
      'dispatcher',
      'Dieses Onboarding hat Person owner abgebrochen (Fr 12.06.2026, 10:00 Uhr).',
      of,
    ],
    [
      ticked(begun(), 4),
      'maintainer',
      'Für Sie ist hier zurzeit nichts zu erledigen. An der Reihe: Wartungs-Dispatcher seit Fr 12.06.2026.',
      of,
    ],
    [
      done(ticked(ticked(begun(), 5), 0), 'owner', untick(ticked(begun(), 5), 'build')),
      'dispatcher',
      'Freigegeben wird erst, wenn alle Pflichtpunkte erledigt sind. Es fehlen: CI-Build grün.',
      of,
    ],
  ] as const)('given nothing to be ticked, then it says why (%#)', (recorded, role, text, key) => {
    const given = { ...opened(recorded, role), of: key };
    expect(tickStepForm.blocked?.(contextOf(given))).toBe(text);
    expect(errorsOf(tickStepForm, given, { step: 'build', evidence: 'https://a.example' })['']).toBe(text);
  });
});

describe('the form "Punkt zurücknehmen" (process 7)', () => {
  it('given what they ticked, then it is taken back with a reason; the process owner may take back everything', () => {
    const recorded = ticked(begun(), 4);
    const given = opened(recorded, 'maintainer');
    expect(choicesOf(untickStepForm, given)).toEqual(['CI-Build grün', 'Probeticket']);
    expect(choicesOf(untickStepForm, opened(recorded))).toEqual([
      'Vertrag geschlossen',
      'CI-Build grün',
      'Probeticket',
      'Umgebungen',
    ]);
    expect(errorsOf(untickStepForm, given, { step: 'build' })).toEqual({
      reason: onboardingFormTexts.reasonMissing,
    });
    expect(commandOf(untickStepForm, given, { step: 'build', reason: 'Rot' })).toEqual({
      type: 'untickItem',
      onboarding: of,
      step: 'build',
      reason: 'Rot',
    });
  });

  it('given a sign-off, when a mandatory item is taken back, then the check page says that it falls; an optional one keeps it', () => {
    const signed = ticked(begun(), 6);
    const typed = { step: 'build', reason: 'Rot' };
    expect(checkOf(untickStepForm, opened(signed, 'maintainer'), typed)).toMatchObject({
      lines: [
        { text: 'Person maintainer-a1 (Wartung A), Betriebstagebuch' },
        { label: 'Punkt', text: 'CI-Build grün' },
        { label: 'Grund', text: 'Rot' },
        { label: 'Fortschritt', text: '6 von 7 → 4 von 7' },
      ],
      warnings: [
        'Damit fällt auch weg: Freigabe: Plattform-Maintainer. Sie wird neu erteilt, wenn alle Pflichtpunkte wieder erledigt sind.',
      ],
    });
    const own = { step: 'signOffPlatformMaintainer', reason: 'Zu früh' };
    expect(checkOf(untickStepForm, opened(signed, 'platformMaintainer'), own)?.warnings).toEqual([]);
  });

  it('given one that is open again meanwhile, or nothing of theirs, then it is said', () => {
    const recorded = ticked(begun(), 3);
    const reopened = done(recorded, 'owner', untick(recorded, 'build'));
    expect(
      errorsOf(untickStepForm, opened(reopened, 'maintainer'), { step: 'build', reason: 'Rot' }),
    ).toEqual({ step: '„CI-Build grün“ ist noch offen.' });
    expect(untickStepForm.blocked?.(contextOf(opened(recorded, 'dispatcher')))).toBe(
      onboardingFormTexts.nothingToTakeBack,
    );
    expect(untickStepForm.blocked?.(contextOf(opened(ticked(begun(), 7), 'dispatcher')))).toBe(
      'Dieses Onboarding ist abgeschlossen.',
    );
  });
});

describe('the form "Onboarding abbrechen" (process 7)', () => {
  it('given a reason, then the check page says what it means for who could be assigned, and for who could not', () => {
    const active = begun();
    expect(checkOf(cancelOnboardingForm, opened(active), { reason: 'Absage' })?.warnings).toEqual([
      'Person maintainer-a1 (Wartung A) kann für Betriebstagebuch danach wieder zugewiesen werden, wie vor dem Onboarding.',
      onboardingFormTexts.cancelKeeps,
    ]);
    const onboardings = [{ ...onboardingIn(active), activeBefore: undefined }].map(
      ({ activeBefore: _was, ...each }) => each,
    );
    expect(
      checkOf(cancelOnboardingForm, opened({ ...active, onboardings }), { reason: 'Absage' })?.warnings[0],
    ).toBe(
      'Person maintainer-a1 (Wartung A) kann für Betriebstagebuch auch danach nicht zugewiesen werden, bis ein Onboarding abgeschlossen ist.',
    );
    expect(errorsOf(cancelOnboardingForm, opened(active))).toEqual({
      reason: onboardingFormTexts.reasonMissing,
    });
  });

  it('given one that is over or unknown, then it says so', () => {
    const over = done(begun(), 'owner', cancel(begun()));
    expect(cancelOnboardingForm.blocked?.(contextOf(opened(over)))).toContain('abgebrochen');
    expect(cancelOnboardingForm.blocked?.(contextOf({ now, of: 'nowhere' }))).toBe(recordTexts.unknownRecord);
  });
});
