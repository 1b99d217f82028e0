import { absenceForm } from '../../../../../src/adapters/teams/records/absence-form';
import { nothingChosen } from '../../../../../src/adapters/teams/records/nothing-chosen';
import type { Absence, Installation } from '../../../../../src/domain/organisation/installation';
import { installation } from '../../../../support/installation';
import { changed, choicesIn, commandOf, ownersContext, sentUnchanged } from './owners-form-support';

const absence: Absence = { person: 'nord-1', from: '2026-06-15', to: '2026-06-19', deputy: 'nord-2' };
const key = 'nord-1 2026-06-15';

function withAbsence(change: Partial<Absence> = {}, from: Installation = installation): Installation {
  return { ...from, absences: [{ ...absence, ...change }] };
}

describe('the deputy of an absence', () => {
  it('given one, when "Niemand" is chosen, then there is none: a client cannot take a choice back', () => {
    const context = ownersContext(withAbsence(), key);
    expect(choicesIn(absenceForm, context, 'deputy')).toEqual([nothingChosen, 'nord-2']);
    expect(commandOf(absenceForm, context, { deputy: nothingChosen })).toEqual({
      type: 'recordAbsence',
      absence: { person: 'nord-1', from: '2026-06-15', to: '2026-06-19' },
    });
  });

  it('given none, then "Niemand" stands there', () => {
    const { deputy, ...alone } = absence;
    const context = ownersContext({ ...installation, absences: [alone] }, key);
    expect(absenceForm.initialValues(context)).toMatchObject({ deputy: nothingChosen });
    expect(sentUnchanged(absenceForm, context)).toBe('nothingChanges');
  });

  it('given one who has left meanwhile, then the rest can be changed alone', () => {
    const left = withAbsence({}, changed('people', 'nord-2', { until: '2026-06-01' }));
    expect(sentUnchanged(absenceForm, ownersContext(left, key))).toBe('nothingChanges');
  });

  it('given an absence that was called off, then it begins so', () => {
    const context = ownersContext(withAbsence({ cancelled: true }), key);
    expect(sentUnchanged(absenceForm, context)).toBe('nothingChanges');
  });
});
