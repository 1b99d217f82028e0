import { blockedBy } from '../../../../../src/adapters/teams/forms/blocked-by';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { renderForm } from '../../../../../src/adapters/teams/forms/render-form';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { fieldTexts } from '../../../../../src/texts/actions.de';
import { formWords } from '../../../../../src/texts/form-words.de';
import { accepted, assigned, berlin, bound, planned } from '../../../../support/given';
import { samplePlan } from '../../../../support/tickets';
import { commandOf, contextOf, errorsOf } from './form-support';

const now = '2026-06-10T13:00';
const typedPlan = {
  cause: samplePlan.cause,
  measure: 'patch',
  affectedVersions: '<2.3.1',
  targetDate: '2026-06-16',
  testApproach: samplePlan.testApproach,
  risks: samplePlan.risks ?? '',
};

describe('"Plan vorschlagen"', () => {
  const context = contextOf('maintainer', now, assigned());

  test('given no plan, when one is typed, then it is proposed with its versions as a list', () => {
    expect(forms.proposePlan.initialValues(context)).toEqual({});
    const raw = { ...typedPlan, affectedVersions: ' <2.3.1,\n 2.4.0 ,,2.4.0\n', risks: ' ' };
    const command = commandOf(forms.proposePlan, context, raw);
    const plan = { ...samplePlan, affectedVersions: ['<2.3.1', '2.4.0'], risks: undefined };
    expect(command).toEqual({ type: 'proposePlan', plan });
    expect(command).not.toHaveProperty('plan.risks');
  });

  test.each([
    ['2026-06-09', fieldErrors.targetInPast],
    ['2026-06-13', 'Sa 13.06.2026 ist kein Servicetag'],
    ['2026-12-25', 'Fr 25.12.2026 ist kein Servicetag'],
    ['2200-01-02', 'Der Servicekalender reicht bis 2199'],
    ['2026-02-30', fieldErrors.notADate],
    ['16.06.2026', fieldErrors.notADate],
  ])('given the target date %s, when it is read, then the field says why not', (targetDate, sentence) => {
    const errors = errorsOf(forms.proposePlan, context, { ...typedPlan, targetDate });
    expect(Object.keys(errors)).toEqual(['targetDate']);
    expect(errors['targetDate']).toContain(sentence);
  });

  test.each(['2026-06-10', '2026-06-16', '2199-12-30'])(
    'given the service day %s, when it is read, then it is a target date',
    (targetDate) => {
      expect(errorsOf(forms.proposePlan, context, { ...typedPlan, targetDate })).toEqual({});
    },
  );

  test.each([
    [', ,\n', fieldTexts.affectedVersions.missing],
    ['x'.repeat(61), 'höchstens 60 Zeichen'],
    [Array.from({ length: 21 }, (_, index) => `1.${index}`).join(), 'Höchstens 20 Versionen oder Bereiche'],
  ])(
    'given the versions %j, when they are read, then the field says what is expected',
    (versions, sentence) => {
      const errors = errorsOf(forms.proposePlan, context, { ...typedPlan, affectedVersions: versions });
      expect(errors['affectedVersions']).toContain(sentence);
    },
  );

  test('given a first plan, when it is checked, then it says what makes it binding', () => {
    const page = forms.proposePlan.check?.(context, commandOf(forms.proposePlan, context, typedPlan));
    expect(page?.intro).toContain('alle drei Seiten');
    expect(page?.warnings).toEqual([]);
    expect(page?.lines).toContainEqual({ label: 'Zieltermin', text: 'Di 16.06.2026' });
  });
});

describe('"Plan ändern"', () => {
  test('given a plan without risks, when "keine genannt" is typed as the risks, then that is a change', () => {
    const { risks, ...plan } = samplePlan;
    const story = assigned().does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan });
    const typed = { ...typedPlan, affectedVersions: plan.affectedVersions.join('\n') };
    const change = (typedRisks: string) =>
      errorsOf(forms.proposePlan, contextOf('maintainer', now, story), { ...typed, risks: typedRisks });
    expect(change(formWords.noRisks)).toEqual({});
    expect(change(risks ?? '')).toEqual({});
    expect(change('')['']).toContain('Version 1');
  });

  const context = contextOf('maintainer', now, bound());
  const changed = { ...typedPlan, targetDate: '2026-06-17' };

  test('given a plan, when it is changed, then the form begins with it and says that consents are void', () => {
    expect(forms.proposePlan.title(context)).toBe('Plan ändern');
    expect(forms.proposePlan.initialValues(context)).toEqual(typedPlan);
    expect(JSON.stringify(forms.proposePlan.info(context))).toContain(formWords.consentsVoid);
  });

  test('given a changed plan, when it is checked, then what changed stands beside what it was', () => {
    const page = forms.proposePlan.check?.(context, commandOf(forms.proposePlan, context, changed));
    expect(page?.lines.filter(({ label }) => label.startsWith('Zieltermin'))).toEqual([
      { label: 'Zieltermin (geändert)', text: 'Mi 17.06.2026' },
      { label: 'Zieltermin (bisher)', text: 'Di 16.06.2026' },
    ]);
    expect(page?.lines.filter(({ label }) => label.includes('geändert'))).toHaveLength(1);
    expect(page?.warnings).toEqual([formWords.consentsVoid, formWords.bindingVoid]);
  });

  test('given nothing changed, when it is sent, then the form says so', () => {
    expect(errorsOf(forms.proposePlan, context, typedPlan)['']).toContain('gleicht dem vorliegenden');
  });

  test('given a security-relevant ticket, when its plan is changed, then the form is filled, and its check page repeats nothing (process 10)', () => {
    const story = bound();
    story.ticket = { ...story.stands, securityRelevant: true };
    const secret = contextOf('maintainer', now, story);
    // Whoever gets the form may read the ticket; the page before sending repeats nothing.
    expect(forms.proposePlan.initialValues(secret)).toMatchObject({ cause: typedPlan.cause });
    const page = forms.proposePlan.check?.(secret, commandOf(forms.proposePlan, secret, changed));
    expect(JSON.stringify(page)).not.toContain(typedPlan.cause);
    expect(page?.lines.map(({ label }) => label)).toContain('Zieltermin (geändert)');
  });
});

describe('"Plan widersprechen" and "Plan zustimmen"', () => {
  const word = {
    saidBy: 'Leitwarte',
    receivedDate: '2026-06-10',
    receivedTime: '12:30',
    reportingWay: 'mail',
  };
  const dispatcher = contextOf('dispatcher', now, planned());

  test('given operator or maintainer, when they object, then a reason is all that is asked', () => {
    for (const role of ['operator', 'maintainer'] as const) {
      const context = contextOf(role, now, planned());
      expect(forms.objectToPlan.fields(context).map(({ id }) => id)).toEqual(['reason']);
      expect(errorsOf(forms.objectToPlan, context, { reason: ' ' })).toEqual({
        reason: fieldTexts.objection.missing,
      });
    }
  });

  test('given a dispatcher who objects for themselves, when it is read, then nobody’s word is needed', () => {
    const raw = { speaksFor: 'dispatcher', reason: 'Zu spät', receivedDate: '', receivedTime: '' };
    expect(commandOf(forms.objectToPlan, dispatcher, raw)).toEqual({
      type: 'objectToPlan',
      reason: 'Zu spät',
    });
  });

  test('given a dispatcher who objects on the operator’s word, when it is read, then it says whose', () => {
    const raw = { speaksFor: 'operator', reason: 'Zu spät' };
    expect(errorsOf(forms.objectToPlan, dispatcher, raw)).toEqual({
      reportingWay: fieldTexts.reportingWay.missing,
      saidBy: fieldTexts.saidBy.missing,
      receivedDate: fieldTexts.receivedDate.missing,
      receivedTime: fieldTexts.receivedTime.missing,
    });
    expect(commandOf(forms.objectToPlan, dispatcher, { ...raw, ...word })).toEqual({
      type: 'objectToPlan',
      reason: 'Zu spät',
      onBehalf: { way: 'mail', saidBy: 'Leitwarte', at: berlin('2026-06-10T12:30') },
    });
    expect(
      errorsOf(forms.objectToPlan, dispatcher, { ...raw, ...word, receivedTime: '11:59' }),
    ).toHaveProperty('receivedTime');
  });

  test('given a dispatcher who objected, when they object again, then it reads who was quicker', () => {
    const story = planned().does('dispatcher-2', 'dispatcher', { type: 'objectToPlan', reason: 'Nein' });
    const context = contextOf('dispatcher', now, story);
    const raw = { speaksFor: 'dispatcher', reason: 'Zu spät' };
    expect(errorsOf(forms.objectToPlan, context, raw)['speaksFor']).toContain(
      'Bereits erledigt von Person dispatcher-2',
    );
    expect(forms.objectToPlan.initialValues(context)).toMatchObject({ speaksFor: 'operator' });
  });

  test('given a binding plan, when somebody objects, then the form says how it is changed', () => {
    const context = contextOf('operator', now, bound());
    expect(blockedBy(forms.objectToPlan, context)).toContain('bereits verbindlich');
  });

  test('given the operator’s word, when a dispatcher agrees, then it is recorded; twice it reads who was quicker', () => {
    const waiting = assigned()
      .at('2026-06-10T12:00')
      .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan });
    const context = contextOf('dispatcher', now, waiting);
    expect(blockedBy(forms.agreeForOperator, context)).toBeUndefined();
    expect(commandOf(forms.agreeForOperator, context, word)).toEqual({
      type: 'agreeToPlan',
      onBehalf: { way: 'mail', saidBy: 'Leitwarte', at: berlin('2026-06-10T12:30') },
    });
    expect(blockedBy(forms.agreeForOperator, dispatcher)).toContain('Bereits erledigt von Person nord-1');
  });
});

describe('"Bearbeitung beginnen"', () => {
  test('given a binding plan, when work is begun, then nothing is asked', () => {
    const context = contextOf('maintainer', now, bound());
    expect(forms.beginWork.fields(context)).toEqual([]);
    expect(JSON.stringify(forms.beginWork.info(context))).toContain(
      'verbindlich seit Mi 10.06.2026, 12:00 Uhr',
    );
    expect(commandOf(forms.beginWork, context, {})).toEqual({ type: 'beginWork' });
  });

  test('given class 2 and no binding plan, when work is begun, then it says who is waited for and asks for a reason', () => {
    const context = contextOf('maintainer', now, planned());
    expect(JSON.stringify(forms.beginWork.info(context))).toContain(
      'gewartet wird auf: die Wartungs-Dispatcher',
    );
    expect(errorsOf(forms.beginWork, context, {})).toEqual({
      immediateStartReason: fieldTexts.immediateStartReason.missing,
    });
    expect(commandOf(forms.beginWork, context, { immediateStartReason: 'Ausfall' })).toEqual({
      type: 'beginWork',
      immediateStartReason: 'Ausfall',
    });
  });

  test('given class 3 and no binding plan, when work is begun, then no "Sofortbeginn" is offered', () => {
    const story = accepted()
      .does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 3, reason: 'Umgehung' })
      .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' });
    const context = contextOf('maintainer', now, story);
    const state = { nonce: '00000000-0000-4000-8000-000000000000' };
    const shown = { values: {}, errors: {}, page: 'fill', state, mode: 'dialog' } as const;
    const screen = new CardScreen(renderForm(forms.beginWork, context, shown));
    expect(screen.text).toContain('braucht einen verbindlichen Fehlerbehebungsplan');
    expect(screen.buttons).toEqual([]);
  });
});
