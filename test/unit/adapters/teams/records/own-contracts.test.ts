import { ownContractsList } from '../../../../../src/adapters/teams/records/own-contracts-list';
import type { RecordFormContext } from '../../../../../src/adapters/teams/records/record-form';
import { versionForm } from '../../../../../src/adapters/teams/records/version-form';
import { defined } from '../../../../../src/defined';
import { personById } from '../../../../../src/domain/organisation/find';
import type { PackageTask, Installation, Person } from '../../../../../src/domain/organisation/installation';
import { recordFormTexts } from '../../../../../src/texts/record-forms.de';
import { recordTexts } from '../../../../../src/texts/records.de';
import { grantedToNord, repository } from '../../../../support/access';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { changed, commandOf, errorsIn, ownersContext } from './owners-form-support';

/** What somebody of Netz Süd opens it with. */
function suedsContext(recorded: Installation = installation, of?: string): RecordFormContext {
  const person = personById(recorded, 'sued-1') as Person;
  return { ...ownersContext(recorded), person, role: 'operator', operator: 'sued', ...defined({ of }) };
}

const granted: PackageTask = {
  ...grantedToNord,
  id: 'grant-sued-journal-1',
  operator: 'sued',
  outcome: { kind: 'done', at: berlin('2026-06-11T11:00'), by: 'platform', reference: 'sued-lesend' },
};
const takenOver: PackageTask = { ...granted, outcome: { kind: 'takenOver', at: 0 } };

const rowsOf = (recorded?: Installation) => ownContractsList.rows(suedsContext(recorded));

describe('the list of the contracts of an operator (process 8)', () => {
  it('given its contracts, then each valid one stands there with what it says, and none of another operator', () => {
    const recorded = changed(
      'contracts',
      'sued-journal',
      { to: '2026-06-24', noticeMonths: 6, packageContact: 'sued-2' },
      changed('modules', 'journal', { packageRepository: repository }),
    );
    expect(rowsOf(recorded)).toEqual([
      {
        text: 'Betriebstagebuch',
        details: [
          'Mo 01.01.2024 bis Mi 24.06.2026',
          'endet am Mi 24.06.2026 (in 12 Tagen)',
          'Kündigungsfrist: 6 Monate',
          'Installierte Version: 2.1.0',
          'Ansprechpartner für Pakete: Person sued-2',
          'Paketzugang: wird eingerichtet',
        ],
        buttons: [{ title: 'Version melden', form: 'version', of: 'sued-journal' }],
        link: { title: 'Paket-Repository', url: repository },
      },
    ]);
  });

  it.each([
    [[], 'Paketzugang: wird eingerichtet'],
    [[granted], 'Paketzugang: eingerichtet seit Do 11.06.2026 (sued-lesend)'],
    [[takenOver], 'Paketzugang: eingerichtet'],
  ])('given access that stands so, then its row says it (%#)', (accessTasks, text) => {
    const recorded = changed('modules', 'journal', { packageRepository: repository });
    expect(rowsOf({ ...recorded, accessTasks })[0]?.details).toContain(text);
  });

  it('given a module without packages, then the row says so', () => {
    expect(rowsOf()[0]?.details).toContain('Paketzugang: kein Paket-Repository');
  });

  it('given a contact for packages who has left, then there is none', () => {
    const recorded = changed(
      'contracts',
      'sued-journal',
      { packageContact: 'sued-2' },
      changed('people', 'sued-2', { until: '2026-06-11' }),
    );
    expect(rowsOf(recorded)[0]?.details).toContain('Ansprechpartner für Pakete: N.N.');
  });

  it.each([
    ['ended', changed('contracts', 'sued-journal', { to: '2026-06-11' })],
    ['not begun', changed('contracts', 'sued-journal', { from: '2026-06-13' })],
    ['of a retired module', changed('modules', 'journal', { retired: '2026-06-12' })],
    ['of a retired operator', changed('organisations', 'sued', { retired: '2026-06-12' })],
  ])(
    'given a contract that is %s, then it is no row, and no version is reported for it',
    (_why, recorded) => {
      expect(rowsOf(recorded)).toEqual([]);
      expect(ownContractsList.none?.(suedsContext(recorded))).toContain('Für Netz Süd gilt zurzeit kein');
      expect(versionForm.blocked?.(suedsContext(recorded, 'sued-journal'))).toBeDefined();
    },
  );
});

describe('the form of the installed version (process 6)', () => {
  it('given a contract, then its version is asked for, and nothing else is sent', () => {
    const context = suedsContext(installation, 'sued-journal');
    expect(versionForm.blocked?.(context)).toBeUndefined();
    expect(versionForm.initialValues(context)).toEqual({ installedVersion: '2.1.0' });
    expect(commandOf(versionForm, context, { installedVersion: '2.2.0', to: '2030-12-31' })).toEqual({
      type: 'reportVersion',
      contract: 'sued-journal',
      installedVersion: '2.2.0',
    });
    expect(errorsIn(versionForm, context, { installedVersion: '' })).toEqual({
      installedVersion: recordFormTexts.versionMissing,
    });
    expect(Object.keys(errorsIn(versionForm, context, { installedVersion: '1'.repeat(201) }))).toEqual([
      'installedVersion',
    ]);
  });

  it.each(['nord-journal', 'nowhere', undefined])(
    'given %s, which is no contract of the operator, then nothing of it stands there',
    (of) => {
      const context = suedsContext(changed('contracts', 'nord-journal', { installedVersion: '1.0.0' }), of);
      expect(versionForm.blocked?.(context)).toBe(recordTexts.unknownRecord);
      expect(versionForm.info(context)).toEqual([]);
      expect(versionForm.initialValues(context)).toEqual({});
    },
  );
});
