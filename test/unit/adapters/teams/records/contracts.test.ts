import { contractForm, contractOf } from '../../../../../src/adapters/teams/records/contract-form';
import { contractsList } from '../../../../../src/adapters/teams/records/contracts-list';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { hint } from '../../../../../src/texts/form-words.de';
import { recordFormTexts } from '../../../../../src/texts/record-forms.de';
import { recordTexts } from '../../../../../src/texts/records.de';
import { grantedToNord, repository, revokeFromNord, withTasks } from '../../../../support/access';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import {
  changed,
  choicesIn,
  commandOf,
  errorsIn,
  idsOf,
  manyOperators,
  ownersContext,
  sentUnchanged,
} from './owners-form-support';

const form = contractForm;
const revokedFromNord = {
  ...revokeFromNord,
  outcome: { kind: 'done', at: berlin('2026-06-12T09:00'), by: 'platform' } as const,
};
const rowsOf = (recorded?: Installation) => contractsList.rows(ownersContext(recorded));
const further = hint(recordFormTexts.furtherOperatorsHint);

describe('the form of a contract', () => {
  it('given a new one, then everything that is agreed is asked for', () => {
    const context = ownersContext();
    expect(idsOf(form, context)).toEqual([
      'operator',
      'module',
      'from',
      'to',
      'noticeMonths',
      'installedVersion',
    ]);
    expect(form.initialValues(context)).toEqual({});
    expect(errorsIn(form, context, {})).toEqual({
      operator: recordFormTexts.operatorMissing,
      module: recordFormTexts.moduleMissing,
      from: recordFormTexts.dayMissing,
    });
    const values = { operator: 'sued', module: 'outage', from: '2026-07-01' };
    expect(commandOf(form, context, values)).toEqual({ type: 'recordContract', contract: values });
    expect(form.info(context)).not.toContainEqual(further);
  });

  it('given one for an operator, then the operator stands there and is not asked for', () => {
    const context = ownersContext(manyOperators(), contractOf({ id: 'netz-99' }));
    expect(idsOf(form, context)).toEqual(['module', 'from', 'to', 'noticeMonths', 'installedVersion']);
    expect(form.info(context)[0]).toEqual({ label: 'Netzbetreiber', text: 'Netzgesellschaft 99' });
    const values = { operator: 'nord', module: 'outage', from: '2026-07-01', to: '2027-06-30' };
    expect(commandOf(form, context, values)).toEqual({
      type: 'recordContract',
      contract: { ...values, operator: 'netz-99' },
    });
  });

  it('given one that is recorded, then its end and version are asked for, and what was agreed stands there and stays', () => {
    const context = ownersContext(installation, 'sued-journal');
    expect(form.initialValues(context)).toEqual({ to: '2026-12-31', installedVersion: '2.1.0' });
    expect(form.info(context).slice(0, 3)).toEqual([
      { label: 'Netzbetreiber', text: 'Netz Süd' },
      { label: 'Modul', text: 'Betriebstagebuch' },
      { label: 'Von (erster Tag)', text: 'Mo 01.01.2024' },
    ]);
    const forged = { operator: 'nord', module: 'outage', from: '2020-01-01' };
    expect(commandOf(form, context, { ...forged, to: '', installedVersion: '2.2.0' })).toEqual({
      type: 'recordContract',
      contract: {
        id: 'sued-journal',
        operator: 'sued',
        module: 'journal',
        from: '2024-01-01',
        installedVersion: '2.2.0',
      },
    });
  });

  it('given an operator, then one of its people can be the contact for packages, or nobody (process 8)', () => {
    const context = ownersContext(installation, 'sued-journal');
    expect(choicesIn(form, context, 'packageContact')).toEqual(['-', 'sued-1', 'sued-2']);
    const named = commandOf(form, context, { packageContact: 'sued-2' });
    expect(named).toMatchObject({ contract: { id: 'sued-journal', packageContact: 'sued-2' } });
    expect(commandOf(form, context, { packageContact: '-' })).not.toHaveProperty('contract.packageContact');
    const foreign = errorsIn(form, context, { packageContact: 'nord-1' });
    expect(Object.keys(foreign)).toEqual(['packageContact']);
    expect(
      choicesIn(form, ownersContext(installation, contractOf({ id: 'nord' })), 'packageContact'),
    ).toEqual(['-', 'nord-1', 'nord-2']);
  });

  it('given a contact for packages who has left, then they can stay and be replaced', () => {
    const left = changed('people', 'sued-2', { until: '2026-06-01' });
    const context = ownersContext(
      changed('contracts', 'sued-journal', { packageContact: 'sued-2' }, left),
      'sued-journal',
    );
    expect(choicesIn(form, context, 'packageContact')).toEqual(['-', 'sued-1', 'sued-2']);
    expect(sentUnchanged(form, context)).toBe('nothingChanges');
  });

  it('given a notice period, then it is whole months', () => {
    const context = ownersContext(installation, 'sued-journal');
    expect(commandOf(form, context, { noticeMonths: '3' })).toMatchObject({ contract: { noticeMonths: 3 } });
    for (const typed of ['0', '61', '1.5', '-3', 'drei', '1e1'])
      expect(errorsIn(form, context, { noticeMonths: typed })).toEqual({
        noticeMonths: recordFormTexts.notMonths,
      });
    const agreed = ownersContext(changed('contracts', 'sued-journal', { noticeMonths: 12 }), 'sued-journal');
    expect(form.initialValues(agreed)).toMatchObject({ noticeMonths: '12' });
    expect(sentUnchanged(form, agreed)).toBe('nothingChanges');
  });

  it('given what is retired, then no new contract is offered for it; one of before can still be sent as it is', () => {
    const retired = changed(
      'organisations',
      'sued',
      { retired: '2026-06-01' },
      changed('modules', 'journal', { retired: '2026-06-01' }),
    );
    const context = ownersContext(retired);
    expect(choicesIn(form, context, 'operator')).not.toContain('sued');
    expect(choicesIn(form, context, 'module')).toEqual(['contacts', 'outage']);
    expect(errorsIn(form, context, { operator: 'sued', module: 'journal', from: '2026-07-01' })).toEqual({
      operator: 'Netz Süd nimmt seit Mo 01.06.2026 nicht mehr an der Software-Pflege teil.',
      module: expect.stringContaining(
        'Betriebstagebuch wird seit Mo 01.06.2026 nicht mehr gepflegt',
      ) as string,
    });
    expect(form.blocked?.(ownersContext(retired, contractOf({ id: 'sued' })))).toBe(
      'Netz Süd nimmt seit Mo 01.06.2026 nicht mehr an der Software-Pflege teil.',
    );
    expect(sentUnchanged(form, ownersContext(retired, 'sued-journal'))).toBe('nothingChanges');
  });

  it('given more operators than choices have room for, then it says where the others are', () => {
    const context = ownersContext(manyOperators());
    expect(choicesIn(form, context, 'operator')).toHaveLength(60);
    expect(form.info(context)).toContainEqual(further);
  });

  it.each(['nowhere', 'operator nowhere', 'operator ', 'operator nord-journal'])(
    'given %j as key, which no record has, then it says so',
    (of) => {
      expect(form.blocked?.(ownersContext(installation, of))).toBe(recordTexts.unknownRecord);
    },
  );

  it('given a day that does not exist, then the field says so', () => {
    expect(errorsIn(form, ownersContext(installation, 'sued-journal'), { to: '2026-02-30' })).toEqual({
      to: fieldErrors.notADate,
    });
  });

  it.each(installation.contracts.map(({ id }) => id))(
    'given %s as it was opened, when it is sent, then nothing changes',
    (id) => {
      expect(sentUnchanged(form, ownersContext(installation, id))).toBe('nothingChanges');
    },
  );
});

describe('the list of contracts', () => {
  it('given contracts, then they stand by operator and module, with their days and the installed version', () => {
    expect(rowsOf().map(({ text }) => text)).toEqual([
      'Netz Nord – Betriebstagebuch',
      'Netz Nord – Kontaktstammdaten',
      'Netz Nord – Störungsinformationstool',
      'Netz Süd – Betriebstagebuch',
    ]);
    expect(rowsOf()[0]?.details).toEqual(['ab Mo 01.01.2024, unbefristet']);
    expect(rowsOf()[3]?.details).toEqual(['Mo 01.01.2024 bis Do 31.12.2026', 'Installierte Version: 2.1.0']);
  });

  it('given a notice period and a contact for packages, then they stand there', () => {
    const recorded = changed('contracts', 'nord-journal', { noticeMonths: 1, packageContact: 'nord-2' });
    expect(rowsOf(recorded)[0]?.details).toEqual([
      'ab Mo 01.01.2024, unbefristet',
      'Kündigungsfrist: ein Monat',
      'Ansprechpartner für Pakete: Person nord-2',
    ]);
  });

  it.each([
    ['2026-06-11', 'beendet'],
    ['2026-06-12', 'endet am Fr 12.06.2026 (heute)'],
    ['2026-06-13', 'endet am Sa 13.06.2026 (morgen)'],
    ['2026-06-24', 'endet am Mi 24.06.2026 (in 12 Tagen)'],
    ['2026-09-10', 'endet am Do 10.09.2026 (in 90 Tagen)'],
    ['2026-09-11', 'Mo 01.01.2024 bis Fr 11.09.2026'],
  ])('given a contract whose last day is %s, then its row says at the end %j', (to, said) => {
    const rows = rowsOf(changed('contracts', 'nord-journal', { to }));
    const row = rows.find(({ text }) => text === 'Netz Nord – Betriebstagebuch');
    expect(row?.details.at(-1)).toBe(said);
  });

  it('given one that has ended and one of what is retired, then they are last', () => {
    const over = changed(
      'contracts',
      'nord-journal',
      { to: '2026-06-11' },
      changed('modules', 'contacts', { retired: '2026-06-01' }),
    );
    const rows = rowsOf(over);
    expect(rows.map(({ text }) => text)).toEqual([
      'Netz Nord – Störungsinformationstool',
      'Netz Süd – Betriebstagebuch',
      'Netz Nord – Betriebstagebuch',
      'Netz Nord – Kontaktstammdaten',
    ]);
    expect(rows.at(-1)?.details.at(-1)).toMatch(
      /^Kontaktstammdaten wird seit Mo 01.06.2026 nicht mehr gepflegt/,
    );
  });

  it('given 300 contracts, then each has a row, in order', () => {
    const rows = rowsOf(manyOperators());
    expect(new Set(rows.map(({ buttons }) => buttons[0]?.of)).size).toBe(300);
    const texts = rows.map(({ text }) => text);
    expect(texts).toEqual(texts.toSorted((one, other) => one.localeCompare(other, 'de', { numeric: true })));
  });
});

describe('access to packages in the list of contracts (process 8)', () => {
  const detailsOf = (recorded: Installation) => rowsOf(recorded).map(({ text, details }) => [text, details]);

  it('given contracts that follow each other, then the last says how the access stands', () => {
    const recorded = withTasks([grantedToNord], { to: '2026-06-30' });
    const next = { id: 'nord-journal-2', operator: 'nord', module: 'journal', from: '2026-07-01' };
    const details = detailsOf({ ...recorded, contracts: [...recorded.contracts, next] });
    const saying = details.filter(([, each]) =>
      each?.includes('Paketzugang: eingerichtet seit Do 11.06.2026'),
    );
    expect(saying).toEqual([
      [
        'Netz Nord – Betriebstagebuch',
        expect.arrayContaining(['ab Mi 01.07.2026, unbefristet']) as readonly string[],
      ],
    ]);
  });

  it.each([
    [[grantedToNord], 'Paketzugang: wird entzogen'],
    [[grantedToNord, revokedFromNord], 'Paketzugang: entzogen am Fr 12.06.2026'],
  ])('given a contract that has ended, then it says whether the operator is kept out (%#)', (tasks, text) => {
    const details = rowsOf(withTasks(tasks, { to: '2026-06-10' })).at(-1)?.details;
    expect(details).toContain(text);
    expect(details?.at(-1)).toBe('beendet');
  });

  it('given 300 contracts with a task each, then the list is made at once', () => {
    const recorded = manyOperators();
    const accessTasks = recorded.contracts.map(({ operator, module }) => ({
      ...grantedToNord,
      id: `grant-${operator}-${module}-1`,
      operator,
      module,
    }));
    const modules = recorded.modules.map((each) => ({ ...each, packageRepository: repository }));
    const rows = rowsOf({ ...recorded, modules, accessTasks });
    expect(rows.filter(({ details }) => details.join().includes('eingerichtet seit'))).toHaveLength(300);
  });
});
