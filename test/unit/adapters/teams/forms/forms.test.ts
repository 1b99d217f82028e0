import { createServiceCalendar } from '../../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../../src/domain/service-calendar/standard-calendar';
import { viewFor } from '../../../../../src/texts/view';
import { installation } from '../../../../support/installation';
import { blockedBy } from '../../../../../src/adapters/teams/forms/blocked-by';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formIds, payloadSchema } from '../../../../../src/adapters/teams/cards/payload';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { renderForm } from '../../../../../src/adapters/teams/forms/render-form';
import { isAtOnce, ticketActions } from '../../../../../src/domain/ticket/actions/registry';
import { rowsOf } from '../../../../../src/domain/ticket/transitions';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { fieldTexts } from '../../../../../src/texts/actions.de';
import { formWords } from '../../../../../src/texts/form-words.de';
import { partsOf } from '../../../../cards/card-parts';
import {
  accepted,
  assigned,
  berlin,
  planned,
  released,
  requested,
  returned,
} from '../../../../support/given';
import { samplePlan } from '../../../../support/tickets';
import { commandOf, contextOf, errorsOf, readingOf, reportByPhone } from './form-support';
import { storyFor } from './form-stories';

const state = { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 3 };

describe('the catalogue of forms', () => {
  test.each(formIds)(
    'given the form %s, when it is drawn, then it has the inputs of its definition',
    (id) => {
      const form = forms[id];
      const context = contextOf('dispatcher', '2026-06-11T12:00', storyFor(id));
      const state = { nonce: 'nonce' };
      const shown = { values: {}, errors: {}, page: 'fill', state, mode: 'inline' } as const;
      const fields = form.fields(context);
      const inputs = partsOf(renderForm({ ...form, blocked: () => undefined }, context, shown)).filter(
        (part) => String(part['type']).startsWith('Input.'),
      );
      expect(inputs.map(({ id: name, label }) => [name, label])).toEqual(
        fields.map((field) => [field.id, field.label]),
      );
    },
  );

  test('given the folder of templates, when it is read, then there is one for each kind of input and none for a form', () => {
    const folder = join(__dirname, '../../../../../cards/forms');
    const kinds = ['choice', 'date', 'line', 'problem', 'several', 'text', 'time', 'toggle'];
    expect(readdirSync(folder).sort()).toEqual(['check.form.json', 'frame.form.json', 'inputs']);
    expect(readdirSync(join(folder, 'inputs')).sort()).toEqual(kinds.map((kind) => `${kind}.input.json`));
  });

  test('given the table of the process, when an action asks for something, then it has a form', () => {
    const asking = ticketActions.filter((action) => !isAtOnce(action));
    expect(asking.filter((action) => !(formIds as readonly string[]).includes(action))).toEqual([]);
  });

  test('given what cannot be taken back, when it has a form, then it shows a summary before it is sent (process 3)', () => {
    const final = ticketActions.filter((action) => rowsOf(action).some((row) => row.final === true));
    expect(final.filter((action) => forms[action as 'decline'].check === undefined)).toEqual([]);
  });
});

describe('a form as it is shown', () => {
  const context = contextOf('dispatcher', '2026-06-10T12:00', requested());
  const shown = { values: {}, errors: {}, page: 'fill', state } as const;

  test('given a dialog, when it is shown, then its button submits what the payload knows', () => {
    const { actions = [] } = renderForm(forms.accept, context, { ...shown, mode: 'dialog' });
    expect(actions.map(({ type, title }) => `${type} ${String(title)}`)).toEqual([
      'Action.Submit Akzeptieren',
    ]);
    expect(payloadSchema.parse(actions[0]?.['data'])).toEqual({
      do: 'submit', form: 'accept', page: 'fill', nonce: state.nonce, ticket: 'SP-2026-0001', version: 3,
    }); // prettier-ignore
  });

  test('given inline mode, when it is shown, then it can be left for the ticket', () => {
    const { actions = [] } = renderForm(forms.accept, context, { ...shown, mode: 'inline' });
    expect(actions.map(({ type, verb, title }) => `${type} ${String(verb)} ${String(title)}`)).toEqual([
      'Action.Execute submit Akzeptieren',
      'Action.Execute refresh Abbrechen',
    ]);
  });

  test('given a form with a check page, when it is shown, then it goes on, and the check page sends or goes back', () => {
    const values = { reason: 'noSoftwareFault', text: 'Kein Fehler' };
    const command = commandOf(forms.decline, context, values);
    const page = { ...shown, values, mode: 'dialog' } as const;
    const [first, second] = [
      new CardScreen(renderForm(forms.decline, context, page)),
      new CardScreen(renderForm(forms.decline, context, { ...page, page: 'check', command })),
    ];
    expect(first.buttons).toEqual(['Weiter']);
    expect(second.buttons).toEqual(['Ablehnen', 'Zurück']);
    expect(second.text).toContain('Das kann nicht rückgängig gemacht werden');
    expect(second.text).toContain('Begründung: Kein Fehler');
  });

  test('given errors, when the form is given back, then the sentences stand at their fields', () => {
    const errors = { text: fieldTexts.declineText.missing };
    const card = renderForm(forms.decline, context, { ...shown, errors, mode: 'dialog' });
    expect(new CardScreen(card).text).toContain(
      `Begründung *: [ ]\nAchtung: ${fieldTexts.declineText.missing}`,
    );
  });

  test('given an error of the whole form, when it is given back, then it stands at the top', () => {
    const card = renderForm(forms.decline, context, {
      ...shown,
      errors: { '': 'So geht es nicht.' },
      mode: 'dialog',
    });
    expect(new CardScreen(card).text).toContain('Bitte prüfen: So geht es nicht.');
  });

  test('given a form that asks for nothing, when it is opened, then it begins with its summary', () => {
    const late = contextOf('dispatcher', '2026-07-10T12:00', returned());
    const { actions = [] } = renderForm(forms.closeWithoutAnswer, late, { ...shown, mode: 'dialog' });
    expect(actions.map(({ title, data }) => [title, (data as { page: string }).page])).toEqual([
      ['Schließen', 'check'],
    ]);
  });

  test('given a calendar of another zone since, when closing is opened, then it tells the return on the clock of its day', () => {
    const zone = createServiceCalendar({ ...standardCalendar, zone: 'Europe/London' });
    const calendars = [
      ...installation.calendars,
      { id: 'London', validFrom: '2026-06-20', calendar: zone } as const,
    ];
    const late = contextOf('dispatcher', '2026-07-10T12:00', returned());
    const view = viewFor({ installation: { ...installation, calendars }, now: late.view.now });
    const card = renderForm(forms.closeWithoutAnswer, { ...late, view }, { ...shown, mode: 'dialog' });
    expect(new CardScreen(card).text).toContain(late.view.time(late.record?.ticket.returned?.at ?? 0));
  });

  test('given ten service days that have not passed, when closing is opened, then it says from when it is possible', () => {
    const early = contextOf('dispatcher', '2026-06-12T12:00', returned());
    const screen = new CardScreen(renderForm(forms.closeWithoutAnswer, early, { ...shown, mode: 'dialog' }));
    expect(screen.text).toContain('ab Mi 24.06.2026, 17:00 Uhr');
    expect(screen.buttons).toEqual([]);
  });
});

describe('the forms of the dispatcher', () => {
  const now = '2026-06-10T12:00';

  test('given another class than proposed, when it is accepted, then a reason is asked for', () => {
    const context = contextOf('dispatcher', now, requested());
    expect(forms.accept.initialValues(context)).toEqual({ faultClass: '2', priority: 'medium' });
    expect(errorsOf(forms.accept, context, { faultClass: '1', priority: 'high' })).toEqual({
      classReason: fieldErrors.classReason,
    });
    expect(commandOf(forms.accept, context, { faultClass: '1', priority: 'high', classReason: 'Ausfall' })).toEqual({
      type: 'accept', faultClass: 1, priority: 'high', classReason: 'Ausfall',
    }); // prettier-ignore
    expect(commandOf(forms.accept, context, { faultClass: '2', priority: 'low' })).toMatchObject({
      faultClass: 2,
    });
  });

  test('given a duplicate, when it is declined, then it names the other ticket', () => {
    const context = contextOf('dispatcher', now, requested());
    const raw = { reason: 'duplicate', text: 'Doppelt' };
    expect(errorsOf(forms.decline, context, raw)).toEqual({ duplicateOf: fieldErrors.duplicateMissing });
    expect(errorsOf(forms.decline, context, { ...raw, duplicateOf: '17' })).toEqual({
      duplicateOf: fieldErrors.notATicketNumber,
    });
    for (const typed of ['SP–2026–0007', 'SP\u2011\u200b2026\u20110007', 'sp\u00a02026 − 7', 'SP 2026-7']) {
      expect(commandOf(forms.decline, context, { ...raw, duplicateOf: typed })).toMatchObject({
        duplicateOf: 'SP-2026-0007',
      });
    }
    for (const typed of ['SP-0007', 'SP-2026-0007 oben', 'SP-2026', '2026']) {
      expect(errorsOf(forms.decline, context, { ...raw, duplicateOf: typed })).toEqual({
        duplicateOf: fieldErrors.notATicketNumber,
      });
    }
    expect(commandOf(forms.decline, context, { ...raw, duplicateOf: 'sp-2026-0007' })).toMatchObject({
      duplicateOf: 'SP-2026-0007',
    });
    const other = { ...raw, reason: 'featureRequest', duplicateOf: 'SP-2026-0007' };
    expect(commandOf(forms.decline, context, other)).not.toHaveProperty('duplicateOf');
  });

  test('given a running cycle, when another class is considered, then each shows its deadline and what is past', () => {
    const context = contextOf('dispatcher', '2026-06-10T15:00', requested());
    const info = forms.changeClass.info(context);
    expect(info).toContainEqual({
      label: 'Frist mit Klasse 1',
      text: 'Mi 10.06.2026, 14:00 Uhr – bereits verstrichen, die Fristverletzung wird sofort vermerkt („Umklassifizierung“)',
    });
    expect(info).toContainEqual({ label: 'Frist mit Klasse 2 (jetzt)', text: 'Mi 10.06.2026, 16:00 Uhr' });
    expect(info).toContainEqual({ label: 'Frist mit Klasse 4', text: 'Mi 17.06.2026, 17:00 Uhr' });
  });

  test('given a cycle that has ended, when another class is considered, then no deadline changes', () => {
    const info = forms.changeClass.info(contextOf('dispatcher', now, accepted()));
    expect(JSON.stringify(info)).toContain('ändert an der Frist nichts mehr');
  });

  test('given a module, when a ticket is assigned, then its maintainers are offered; without one it says so', () => {
    const context = contextOf('dispatcher', now, accepted());
    expect(forms.assign.fields(context)[0]?.choices).toEqual([
      { title: 'Person maintainer-a1 (Wartung A)', value: 'maintainer-a1' },
      { title: 'Person maintainer-a2 (Wartung A)', value: 'maintainer-a2' },
    ]);
    const without = accepted();
    without.ticket = { ...without.stands, module: 'contacts' };
    expect(blockedBy(forms.assign, contextOf('dispatcher', now, without))).toContain(
      'kein Maintainer benannt (N.N.)',
    );
  });

  test('given a report, when it is accepted and assigned in one, then who is named first is preselected', () => {
    const context = contextOf('dispatcher', now, requested());
    const initial = forms.acceptAndAssign.initialValues(context);
    expect(initial).toEqual({ faultClass: '2', priority: 'medium', person: 'maintainer-a1' });
    const accepting = { type: 'accept', faultClass: 2, priority: 'medium' };
    expect(commandOf(forms.acceptAndAssign, context, initial)).toEqual({
      ...accepting,
      person: 'maintainer-a1',
    });
    expect(commandOf(forms.acceptAndAssign, context, { ...initial, person: 'maintainer-a2' })).toEqual({
      ...accepting,
      person: 'maintainer-a2',
    });
    expect(errorsOf(forms.acceptAndAssign, context, { faultClass: '1', priority: 'high' })).toEqual({
      person: fieldTexts.person.missing,
    });
    expect(errorsOf(forms.acceptAndAssign, context, { ...initial, faultClass: '1' })).toEqual({
      classReason: fieldErrors.classReason,
    });
    expect(errorsOf(forms.acceptAndAssign, context, { ...initial, person: 'maintainer-b1' })).toEqual({
      person: fieldErrors.notAChoice,
    });
  });

  test('given a module without maintainer, when accepting in one is asked for all the same, then it says why not', () => {
    const without = requested();
    without.ticket = { ...without.stands, module: 'contacts' };
    const context = contextOf('dispatcher', now, without);
    expect(blockedBy(forms.acceptAndAssign, context)).toContain('kein Maintainer benannt (N.N.)');
    expect(blockedBy(forms.accept, context)).toBeUndefined();
  });

  test('given contracts at receipt, when the module is changed, then only those are offered', () => {
    const context = contextOf('dispatcher', now, requested());
    expect(forms.changeModule.fields(context)[0]?.choices?.map(({ title }) => title)).toEqual([
      'Betriebstagebuch (bisher)', 'Störungsinformationstool', 'Kontaktstammdaten',
    ]); // prettier-ignore
  });

  test('given a ticket to practise with, when the module is changed, then every module that is not retired is offered', () => {
    const trial = requested();
    trial.ticket = { ...trial.stands, trial: true, operator: 'cooperative' };
    const context = contextOf('dispatcher', now, trial);
    const modules = installation.modules.map((each) =>
      each.id === 'outage' ? { ...each, retired: '2026-06-01' } : each,
    );
    const view = viewFor({ installation: { ...installation, modules }, now: context.view.now });
    const offered = forms.changeModule.fields({ ...context, view })[0]?.choices?.map(({ value }) => value);
    expect(offered).toEqual(modules.map(({ id }) => id).filter((id) => id !== 'outage'));
    expect(blockedBy(forms.changeModule, { ...context, view })).toBeUndefined();
  });

  test('given an answer by phone, when it is supplied, then it cannot have been said before the question', () => {
    const story = returned();
    story.at('2026-06-10T11:00');
    const context = contextOf('dispatcher', now, story);
    const word = {
      reportingWay: 'phone',
      saidBy: 'Leitwarte',
      receivedDate: '2026-06-10',
      answer: 'Version 2',
    };
    expect(errorsOf(forms.supplement, context, { ...word, receivedTime: '10:59' })).toEqual({
      receivedTime: 'Das kann nicht vor Mi 10.06.2026, 11:00 Uhr mitgeteilt worden sein.',
    });
    expect(commandOf(forms.supplement, context, { ...word, receivedTime: '11:00' })).toMatchObject({
      onBehalf: { at: berlin('2026-06-10T11:00') },
    });
  });

  test('given an answer in the very minute of the question, when it is supplied, then it is in time', () => {
    const story = returned();
    const at = berlin('2026-06-10T11:00') + 30_000;
    story.ticket = { ...story.stands, returned: { missing: 'x', by: 'dispatcher-1', at } };
    const context = { ...contextOf('dispatcher', now, story), now: at + 1_000 };
    const raw = {
      reportingWay: 'phone',
      saidBy: 'L',
      receivedDate: '2026-06-10',
      receivedTime: '11:00',
      answer: 'ja',
    };
    expect(commandOf(forms.supplement, context, raw)).toMatchObject({ onBehalf: { at } });
  });
});

describe('the forms of the others', () => {
  test('given the operator, when they answer or withdraw, then nobody asks on whose word', () => {
    const answering = contextOf('operator', '2026-06-10T12:00', returned());
    expect(forms.supplement.fields(answering).map(({ id }) => id)).toEqual(['answer']);
    expect(commandOf(forms.supplement, answering, { answer: 'Version 2' })).toEqual({
      type: 'supplement',
      answer: 'Version 2',
    });
    expect(commandOf(forms.withdraw, answering, {})).toEqual({ type: 'withdraw' });
  });

  test('given the maintainer, when they hand back, then a reason is asked for', () => {
    const context = contextOf('maintainer', '2026-06-10T12:00', assigned());
    expect(errorsOf(forms.handBack, context, {})).toEqual({ reason: fieldTexts.handBackReason.missing });
  });

  test('given "Weitere Aktionen", when one is chosen, then its form follows or it acts at once', () => {
    const context = contextOf('dispatcher', '2026-06-10T12:00', requested());
    const offered = forms.moreActions.fields(context)[0]?.choices?.map(({ value }) => value);
    expect(offered).toEqual([
      'decline',
      'returnReport',
      'withdraw',
      'changeClass',
      'changePriority',
      'changeModule',
      'comment',
      'linkTicket',
      'askOperator',
      'markSecurityRelevant',
    ]);
    expect(readingOf(forms.moreActions, context, { action: 'decline' })).toEqual({
      ok: true,
      next: 'decline',
    });
    expect(readingOf(forms.moreActions, context, { action: 'markSecurityRelevant' })).toEqual({
      ok: true,
      next: 'markSecurityRelevant',
    });
    expect(errorsOf(forms.moreActions, context, { action: 'accept' })).toEqual({
      action: fieldErrors.notAChoice,
    });
  });

  test('given a plan that waits for both, when a dispatcher wants more, then each consent is a choice of its own', () => {
    const story = assigned()
      .at('2026-06-10T12:00')
      .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan });
    const context = contextOf('dispatcher', '2026-06-10T12:00', story);
    const offered = forms.moreActions.fields(context)[0]?.choices?.map(({ value }) => value);
    expect(offered).toContain('agreeForOperator');
    expect(readingOf(forms.moreActions, context, { action: 'agreeForOperator' })).toEqual({
      ok: true,
      next: 'agreeForOperator',
    });
  });

  test('given the operator agreed, when a dispatcher wants more, then their consent is not offered again', () => {
    const context = contextOf('dispatcher', '2026-06-10T12:30', planned());
    const offered = forms.moreActions.fields(context)[0]?.choices?.map(({ value }) => value);
    expect(offered).not.toContain('agreeForOperator');
  });

  test('given a closed ticket, when its card has the button for the notices, then nothing further is offered', () => {
    const context = contextOf('dispatcher', '2026-06-11T12:00', released());
    expect(blockedBy(forms.moreActions, context)).toBe(
      `${formWords.nothingFurther} Ticket SP-2026-0001 ist im Zustand „Geschlossen“ und damit beendet.`,
    );
  });

  test('given an operator’s form, when a dispatcher’s fields are sent along, then they do not count', () => {
    const context = contextOf('operator', '2026-06-10T10:00');
    expect(commandOf(forms.reportFault, context, reportByPhone)).not.toHaveProperty('onBehalf');
  });
});
