import { organisationForm } from '../../../../../src/adapters/teams/records/organisation-form';
import { organisationsList } from '../../../../../src/adapters/teams/records/organisations-list';
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
  idsOf,
  manyOperators,
  ownersContext,
  sentUnchanged,
  today,
} from './owners-form-support';

const form = organisationForm;
const rowsOf = (recorded?: Installation) => organisationsList.rows(ownersContext(recorded));
const rowOf = (text: string, recorded?: Installation) => rowsOf(recorded).find((row) => row.text === text);

describe('the form of an organisation', () => {
  it('given one that is recorded, then it begins with what is recorded', () => {
    expect(form.initialValues(ownersContext(installation, 'sued'))).toEqual({
      name: 'Netz Süd',
      contactPeople: 'sued-1,sued-2',
    });
  });

  it('given a new one, then it asks for no contact people, as it has none yet', () => {
    const context = ownersContext();
    expect(idsOf(form, context)).toEqual(['name', 'retired']);
    expect(commandOf(form, context, { name: 'Netz West' })).toEqual({
      type: 'recordOrganisation',
      organisation: { name: 'Netz West', contactPeople: [] },
    });
    expect(errorsIn(form, context, {})).toEqual({ name: recordFormTexts.nameMissing });
  });

  it('given another name, contact and day, then the record has them, and nothing of its channel and tenant', () => {
    const context = ownersContext(installation, 'nord');
    const values = { name: 'Netz Nord AG', contactPeople: 'nord-2', retired: '2026-12-31' };
    expect(commandOf(form, context, values)).toEqual({
      type: 'recordOrganisation',
      organisation: { id: 'nord', name: 'Netz Nord AG', contactPeople: ['nord-2'], retired: '2026-12-31' },
    });
  });

  it('given that the day is taken out again, then it stays', () => {
    const retiring = changed('organisations', 'nord', { retired: '2026-12-31' });
    const command = commandOf(form, ownersContext(retiring, 'nord'), { retired: '' });
    expect(command).not.toHaveProperty('organisation.retired');
  });

  it('given a day that does not exist, then the field says so', () => {
    expect(errorsIn(form, ownersContext(), { name: 'X', retired: '2026-02-30' })).toEqual({
      retired: fieldErrors.notADate,
    });
  });

  it('given the people to choose from, then they are its own, without those who have left, but with whoever is named', () => {
    const left = changed(
      'people',
      'sued-1',
      { until: '2026-06-11' },
      changed('people', 'nord-1', { until: '2026-06-11' }),
    );
    expect(choicesIn(form, ownersContext(left, 'nord'), 'contactPeople')).toEqual(['nord-2']);
    const onLastDay = changed('people', 'nord-1', { until: today });
    expect(choicesIn(form, ownersContext(onLastDay, 'nord'), 'contactPeople')).toEqual(['nord-1', 'nord-2']);
    expect(choicesIn(form, ownersContext(left, 'sued'), 'contactPeople')).toEqual(['sued-1', 'sued-2']);
    expect(errorsIn(form, ownersContext(left, 'nord'), { contactPeople: 'sued-2' })).toEqual({
      contactPeople: fieldErrors.notAChoice,
    });
  });

  it('given contact people whom a client sends in the order of the choices, then nothing changes', () => {
    const turned = changed('organisations', 'sued', { contactPeople: ['sued-2', 'sued-1'] });
    const context = ownersContext(turned, 'sued');
    expect(commandOf(form, context, { contactPeople: 'sued-1,sued-2' })).toMatchObject({
      organisation: { contactPeople: ['sued-2', 'sued-1'] },
    });
  });

  it.each(installation.organisations.map(({ id }) => id))(
    'given %s as it was opened, when it is sent, then nothing changes',
    (id) => {
      expect(sentUnchanged(form, ownersContext(installation, id))).toBe('nothingChanges');
    },
  );

  it('given a key of no record, then it says so', () => {
    expect(form.blocked?.(ownersContext(installation, 'nowhere'))).toBe(recordTexts.unknownRecord);
    expect(form.blocked?.(ownersContext(installation, 'nord'))).toBeUndefined();
    expect(form.blocked?.(ownersContext())).toBeUndefined();
  });
});

describe('the list of organisations', () => {
  it('given how each is reached, then its row says so', () => {
    expect(rowOf('Netz Nord')?.details).toEqual(['2 Personen', 'eigener Kanal']);
    expect(rowOf('Netz Süd')?.details).toEqual([
      '2 Personen',
      'Kontaktpersonen: Person sued-1; Person sued-2',
    ]);
    expect(rowOf('Wartung B')?.details).toEqual(['eine Person', 'weder Kanal noch Kontaktpersonen']);
  });

  it('given one that is retired and one that will be, then the rows say since when, and the retired one is last', () => {
    const retired = changed(
      'organisations',
      'nord',
      { retired: '2026-06-12' },
      changed('organisations', 'sued', { retired: '2026-06-13' }),
    );
    expect(rowsOf(retired).map(({ text }) => text)).toEqual([
      'Genossenschaft',
      'Netz Süd',
      'Wartung A',
      'Wartung B',
      'Netz Nord',
    ]);
    expect(rowOf('Netz Nord', retired)?.details).toContain('ausgeschieden am Fr 12.06.2026');
    expect(rowOf('Netz Süd', retired)?.details).toContain('scheidet am Sa 13.06.2026 aus');
  });

  it('given one that takes part, then a contract can be entered for it; not for a retired one', () => {
    const retired = changed('organisations', 'nord', { retired: '2026-06-12' });
    const buttonsOf = (text: string) =>
      rowOf(text, retired)?.buttons.map(({ form: id, of }) => `${id} ${of}`);
    expect(buttonsOf('Netz Süd')).toEqual(['organisation sued', 'contract operator sued']);
    expect(buttonsOf('Netz Nord')).toEqual(['organisation nord']);
  });

  it('given more than choices have room for, then each has a row', () => {
    expect(rowsOf(manyOperators())).toHaveLength(105);
  });
});
