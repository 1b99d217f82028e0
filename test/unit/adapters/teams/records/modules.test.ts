import { moduleForm } from '../../../../../src/adapters/teams/records/module-form';
import { modulesList } from '../../../../../src/adapters/teams/records/modules-list';
import { nothingChosen } from '../../../../../src/adapters/teams/records/nothing-chosen';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { recordFormTexts } from '../../../../../src/texts/record-forms.de';
import { recordTexts } from '../../../../../src/texts/records.de';
import { installation } from '../../../../support/installation';
import {
  changed,
  choicesIn,
  commandOf,
  errorsIn,
  manyOperators,
  ownersContext,
  sentUnchanged,
} from './owners-form-support';

const form = moduleForm;
const repository = 'https://packages.example.org/journal';
const rowOf = (text: string, recorded?: Installation) =>
  modulesList.rows(ownersContext(recorded)).find((row) => row.text === text);

describe('the form of a module', () => {
  it('given one that is recorded, then it begins with what is recorded, and with "N.N." where nobody maintains it', () => {
    const withRepository = changed('modules', 'journal', { packageRepository: repository });
    expect(form.initialValues(ownersContext(withRepository, 'journal'))).toEqual({
      name: 'Betriebstagebuch',
      maintainer: 'contractor-a',
      packageRepository: repository,
    });
    expect(form.initialValues(ownersContext(installation, 'contacts'))).toEqual({
      name: 'Kontaktstammdaten',
      maintainer: nothingChosen,
    });
  });

  it('given "N.N.", then it has no maintainer; given nothing at all, then the field says what is expected', () => {
    const context = ownersContext(installation, 'journal');
    expect(commandOf(form, context, { maintainer: nothingChosen })).toEqual({
      type: 'recordModule',
      module: { id: 'journal', name: 'Betriebstagebuch' },
    });
    expect(errorsIn(form, context, { maintainer: '', name: '' })).toEqual({
      maintainer: recordFormTexts.maintainerMissing,
      name: recordFormTexts.nameMissing,
    });
  });

  it('given another company, a repository and a day, then the record has them, and nothing of its channel', () => {
    const values = { maintainer: 'contractor-b', packageRepository: repository, retired: '2026-12-31' };
    expect(commandOf(form, ownersContext(installation, 'journal'), values)).toEqual({
      type: 'recordModule',
      module: { id: 'journal', name: 'Betriebstagebuch', ...values },
    });
  });

  it.each(['journal', 'ftp://example.org/x', 'javascript:alert(1)'])(
    'given %s as package repository, then it is no web address',
    (packageRepository) => {
      expect(errorsIn(form, ownersContext(installation, 'journal'), { packageRepository })).toEqual({
        packageRepository: fieldErrors.notAWebLink,
      });
    },
  );

  it('given a company that is retired, then it is offered no more and the refusal says why; where it maintains the module still, it stays', () => {
    const retired = changed('organisations', 'contractor-a', { retired: '2026-06-01' });
    const other = ownersContext(retired, 'outage');
    expect(choicesIn(form, other, 'maintainer')).not.toContain('contractor-a');
    expect(errorsIn(form, other, { maintainer: 'contractor-a' })).toEqual({
      maintainer: 'Wartung A nimmt seit Mo 01.06.2026 nicht mehr an der Software-Pflege teil.',
    });
    expect(sentUnchanged(form, ownersContext(retired, 'journal'))).toBe('nothingChanges');
  });

  it('given more companies than choices have room for, then those without a contract are among them, and who maintains it', () => {
    const many = changed('modules', 'outage', { maintainer: 'netz-99' }, manyOperators());
    const contractor = { id: 'contractor-c', name: 'Wartung C', contactPeople: [] };
    const recorded = { ...many, organisations: [...many.organisations, contractor] };
    const choices = choicesIn(form, ownersContext(recorded, 'outage'), 'maintainer');
    expect(choices[0]).toBe(nothingChosen);
    expect(choices).toEqual(expect.arrayContaining(['contractor-a', 'contractor-c', 'netz-99']));
    expect(choices).toHaveLength(61);
  });

  it.each(installation.modules.map(({ id }) => id))(
    'given %s as it was opened, when it is sent, then nothing changes',
    (id) => {
      expect(sentUnchanged(form, ownersContext(installation, id))).toBe('nothingChanges');
    },
  );

  it('given a key of no record, then it says so', () => {
    expect(form.blocked?.(ownersContext(installation, 'nowhere'))).toBe(recordTexts.unknownRecord);
    expect(form.blocked?.(ownersContext(installation, 'journal'))).toBeUndefined();
  });
});

describe('the list of modules', () => {
  it('given who maintains each, then its row says so, with the contracts that have not ended', () => {
    const ended = changed('contracts', 'sued-journal', { to: '2026-06-11' });
    expect(rowOf('Betriebstagebuch', ended)?.details).toEqual([
      'Wartungsfirma: Wartung A',
      'Modul-Maintainer: Person maintainer-a1; Person maintainer-a2',
      'ein Vertrag',
    ]);
    expect(rowOf('Betriebstagebuch')?.details).toContain('2 Verträge');
    expect(rowOf('Kontaktstammdaten')?.details).toEqual(['Wartungsfirma: N.N.', 'ein Vertrag']);
  });

  it('given a company without maintainers, then nobody is named', () => {
    const moved = changed('modules', 'journal', { maintainer: 'contractor-b' });
    expect(rowOf('Betriebstagebuch', moved)?.details).toContain('Modul-Maintainer: N.N.');
  });

  it('given a retired one, then it is last and says since when', () => {
    const retired = changed('modules', 'journal', { retired: '2026-06-01' });
    const rows = modulesList.rows(ownersContext(retired));
    expect(rows.map(({ text }) => text)).toEqual([
      'Kontaktstammdaten',
      'Störungsinformationstool',
      'Betriebstagebuch',
    ]);
    expect(rows.at(-1)?.details).toContain('ausgeschieden am Mo 01.06.2026');
  });
});
