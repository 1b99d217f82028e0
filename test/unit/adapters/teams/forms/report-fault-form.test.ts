import { viewAt } from '../../../../support/view';
import { blockedBy } from '../../../../../src/adapters/teams/forms/blocked-by';
import type { FormContext, FormDefinition } from '../../../../../src/adapters/teams/forms/form-definition';
import { renderForm } from '../../../../../src/adapters/teams/forms/render-form';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { berlin, requested } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { commandOf, contextOf, errorsOf, report, reportByPhone } from './form-support';

const { reportFault } = forms;
const operator = contextOf('operator', '2026-06-10T10:00');
const dispatcher = contextOf('dispatcher', '2026-06-10T10:00');
const ids = (context: typeof operator) => reportFault.fields(context).map(({ id }) => id);
const modules = (context: typeof operator) =>
  reportFault
    .fields(context)
    .find(({ id }) => id === 'module')
    ?.choices?.map(({ value }) => value);

describe('the choice of a class', () => {
  const drawn = (form: FormDefinition, context: FormContext) =>
    renderForm(form, context, {
      values: form.initialValues(context),
      errors: {},
      page: 'fill',
      state: { nonce: 'n' },
      mode: 'dialog',
    }).body.filter(({ label }) => String(label).startsWith('Fehlerklasse'));
  const ticket = contextOf('dispatcher', '2026-06-10T10:05', requested());

  test.each([
    ['reportFault', operator],
    ['accept', ticket],
    ['changeClass', ticket],
  ] as const)(
    'given %s, when it is drawn, then each class stands there with what it means and an example, to be taken by one press',
    (form, context) => {
      const [field, ...more] = drawn(forms[form], context);
      expect(more).toEqual([]);
      expect(field).toMatchObject({ type: 'Input.ChoiceSet', style: 'expanded', wrap: true });
      const choices = field?.['choices'] as { readonly title: string; readonly value: string }[];
      expect(choices.map(({ value }) => value)).toEqual(['1', '2', '3', '4']);
      expect(choices[1]?.title).toBe(
        '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit): Die Arbeit geht nur auf Umwegen, etwa: Die Schichtübergabe muss auf Papier erfolgen.',
      );
      for (const { title } of choices) {
        expect(title).toMatch(/^[1-4] – \S+ Fehler \(.+\): .+, etwa: .+\.$/);
        // Four lines of a phone.
        expect(title.length).toBeLessThanOrEqual(150);
      }
    },
  );

  test('given a short list, then its choices stand there at once; given a long one, then it is opened', () => {
    const styleOf = (count: number) => {
      const choices = Array.from({ length: count }, (_, at) => ({ title: `${at}`, value: `${at}` }));
      const form = {
        ...reportFault,
        fields: () => [{ id: 'x', kind: 'choice', label: 'Fehlerklasse', choices }] as const,
      };
      return drawn(form, operator)[0]?.['style'];
    };
    expect([1, 4, 5, 60].map(styleOf)).toEqual(['expanded', 'expanded', 'compact', 'compact']);
  });
});

describe('"Störung melden" by an operator', () => {
  test('given an operator, when the form is opened, then it asks for no operator and offers what is under contract', () => {
    expect(ids(operator)).not.toContain('operator');
    expect(ids(operator)).not.toContain('receivedDate');
    expect(modules(operator)).toEqual(['journal', 'outage', 'contacts']);
    const sued = { ...operator, actor: { ...operator.actor, organisation: 'sued' } };
    expect(modules(sued)).toEqual(['journal']);
    expect(reportFault.initialValues(sued)).toMatchObject({ module: 'journal' });
  });

  test('given an operator, when the form is drawn, then what has to be filled in stands first and together, and nothing of it is chosen', () => {
    const demanded = ['title', 'description', 'module', 'reproducible', 'proposedClass', 'supportLevelsDone'];
    expect(ids(operator).slice(0, demanded.length)).toEqual(demanded);
    const rest = reportFault.fields(operator).slice(demanded.length);
    const initial = reportFault.initialValues(operator);
    expect(rest.filter(({ id, missing }) => missing !== undefined && initial[id] === undefined)).toEqual([]);
    expect(initial).toEqual({
      environment: 'production',
      securityRelevant: 'false',
      supportLevelsDone: 'false',
    });
  });

  test('given an only module, when the form is opened, then it begins with the version that the contract names', () => {
    const contracts = installation.contracts.map((each) => ({
      ...each,
      installedVersion: `${each.operator} 2.1.0`,
    }));
    const view = viewAt(berlin('2026-06-10T10:00'), { ...installation, contracts });
    const sued = { ...operator, view, actor: { ...operator.actor, organisation: 'sued' } };
    expect(reportFault.initialValues(sued)).toMatchObject({ moduleVersion: 'sued 2.1.0' });
    for (const other of [operator, dispatcher])
      expect(reportFault.initialValues({ ...other, view })).not.toHaveProperty('moduleVersion');
  });

  test('given no contract at all, when the form is opened, then it says where source and contract are to be had', () => {
    const ended = {
      ...operator,
      view: viewAt(berlin('2027-01-01T10:00')),
      actor: { ...operator.actor, organisation: 'sued' },
    };
    expect(blockedBy(reportFault, ended)).toContain('Für Netz Süd gilt zurzeit kein Pflegevertrag');
    expect(blockedBy(reportFault, ended)).toContain('Eclipse Foundation');
    expect(errorsOf(reportFault, ended, report)).toHaveProperty(['']);
    expect(blockedBy(reportFault, operator)).toBeUndefined();
  });

  test('given a filled form, when it is read, then it is a report received now', () => {
    expect(commandOf(reportFault, operator, { ...report, workaround: 'Neustart' })).toEqual({
      type: 'reportFault',
      operator: 'nord',
      module: 'journal',
      report: {
        title: report.title,
        description: report.description,
        environment: 'production',
        reproducible: 'always',
        workaround: 'Neustart',
        firstAndSecondLevelDone: true,
      },
      proposedClass: 2,
      securityRelevant: false,
      receivedAt: operator.view.now,
    });
  });
});

describe('"Störung melden" by a dispatcher', () => {
  test('given a report by phone, when it is read, then it says who said it how and when', () => {
    const onBehalf = { way: 'phone', saidBy: 'Leitwarte', at: berlin('2026-06-10T09:00') };
    expect(commandOf(reportFault, dispatcher, reportByPhone)).toMatchObject({
      operator: 'nord',
      receivedAt: onBehalf.at,
      onBehalf,
    });
  });

  test('given a module that the operator has no contract for, when it is read, then the field says so', () => {
    const errors = errorsOf(reportFault, dispatcher, {
      ...reportByPhone,
      operator: 'sued',
      module: 'outage',
    });
    expect(errors['module']).toContain(
      'Für Netz Süd und Störungsinformationstool gilt an diesem Tag kein Pflegevertrag',
    );
  });

  test.each([
    ['2026-06-10', '10:01', { receivedTime: fieldErrors.receiptInFuture }],
    ['2026-05-11', '09:59', { receivedDate: 'Der Eingang darf höchstens 30 Tage zurückliegen.' }],
    ['2026-05-11', '10:00', {}],
    ['2026-02-30', '10:00', { receivedDate: fieldErrors.notADate }],
    ['10.06.2026', '10:00', { receivedDate: fieldErrors.notADate }],
    ['2026-06-10', '24:00', { receivedTime: fieldErrors.notATime }],
    ['2026-06-10', '9:00', { receivedTime: fieldErrors.notATime }],
  ])(
    'given a receipt on %s at %s, when it is read, then its errors are %p',
    (receivedDate, receivedTime, expected) => {
      expect(errorsOf(reportFault, dispatcher, { ...reportByPhone, receivedDate, receivedTime })).toEqual(
        expected,
      );
    },
  );

  test('given a local time that does not exist, when it is read, then it is refused (process 2.7)', () => {
    const spring = contextOf('dispatcher', '2026-03-29T12:00');
    const raw = { ...reportByPhone, receivedDate: '2026-03-29', receivedTime: '02:30' };
    expect(errorsOf(reportFault, spring, raw)).toEqual({ receivedTime: fieldErrors.noSuchLocalTime });
  });

  test('given a local time that occurs twice, when it is read, then it means the first (process 2.7)', () => {
    const autumn = contextOf('dispatcher', '2026-10-25T12:00');
    const raw = { ...reportByPhone, receivedDate: '2026-10-25', receivedTime: '02:30' };
    expect(commandOf(reportFault, autumn, raw)).toMatchObject({ receivedAt: Date.UTC(2026, 9, 25, 0, 30) });
  });

  test('given the form is opened, when it is shown, then it is now on the clock of the calendar', () => {
    expect(reportFault.initialValues(dispatcher)).toMatchObject({
      receivedDate: '2026-06-10',
      receivedTime: '10:00',
    });
  });
});

describe('the check page of a report', () => {
  const check = (context: typeof operator, raw: object) => {
    const page = reportFault.check?.(context, commandOf(reportFault, context, raw));
    if (page === undefined) throw new Error('a report has a check page');
    return page;
  };
  const textOf = (page: ReturnType<typeof check>, label: string) =>
    page.lines.find((line) => line.label === label)?.text;

  test('given a report, when it is checked, then the deadline and how it comes about stand there', () => {
    const page = check(operator, report);
    expect(textOf(page, 'Reaktionsfrist')).toBe('Mi 10.06.2026, 16:00 Uhr');
    expect(textOf(page, 'So gerechnet')).toBe('Mi 10:00-16:00 6 h');
    expect(textOf(page, 'Titel')).toBe(report.title);
  });

  test('given a time outside service time, when it is checked, then it says so with the hotline', () => {
    const page = check({ ...operator, view: viewAt(berlin('2026-06-12T18:00')) }, report);
    expect(page.warnings).toContain(
      `Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr. Hotline: ${installation.hotline}`,
    );
  });

  test('given a late entry, when it is checked, then the breach is announced before it is recorded', () => {
    const page = check(dispatcher, { ...reportByPhone, receivedDate: '2026-06-08' });
    expect(page.warnings.join()).toContain('Nacherfassung');
  });

  test('given open tickets, when it is checked, then they are listed, a security-relevant one without its title', () => {
    const plain = requested().stands;
    const secret = { ...plain, number: 'SP-2026-0009', securityRelevant: true };
    expect(check({ ...operator, similarTickets: [plain, secret] }, report).similar).toEqual([
      { label: 'SP-2026-0001, Angefragt', text: plain.report.title },
      { label: 'SP-2026-0009, Angefragt', text: 'sicherheitsrelevant' },
    ]);
  });

  test('given a security-relevant report, when it is checked, then it names the legal duties and repeats nothing', () => {
    const page = check(operator, { ...report, securityRelevant: 'true' });
    expect(page.warnings.join()).toContain('§ 32 BSIG: Erstmeldung binnen 24 Stunden');
    expect(JSON.stringify(page)).not.toContain(report.title);
  });
});
