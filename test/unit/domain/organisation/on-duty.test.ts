import { defined } from '../../../../src/defined';
import type { Absence, DutyDay, Installation } from '../../../../src/domain/organisation/installation';
import { dispatchersOnDuty } from '../../../../src/domain/organisation/on-duty';
import { berlin } from '../../../support/given';
import { installation, withTwoHats } from '../../../support/installation';

/** Three dispatchers: dispatcher-1, dispatcher-2 and two-hats; Friday the 12th and Monday the 15th are service days. */
const three = (changes: Partial<Installation>): Installation => ({ ...withTwoHats, ...changes });
const onDutyAt = (local: string, changes: Partial<Installation>) =>
  dispatchersOnDuty(three(changes), berlin(local)).map(({ id }) => id);

const friday: DutyDay = { day: '2026-06-12', dispatchers: ['dispatcher-1', 'two-hats'] };
const monday: DutyDay = { day: '2026-06-15', dispatchers: ['dispatcher-2'] };
const away = (person: string, deputy?: string): Absence => ({
  person,
  from: '2026-06-12',
  to: '2026-06-12',
  ...defined({ deputy }),
});
const everybody = ['dispatcher-1', 'dispatcher-2', 'two-hats'];

describe('who is on duty', () => {
  test('given no roster, then all dispatchers', () => {
    expect(onDutyAt('2026-06-12T10:00', {})).toEqual(everybody);
  });

  test('given a roster, then that of the day, at any hour of it', () => {
    const duty = [friday, monday];
    expect(onDutyAt('2026-06-12T00:00', { duty })).toEqual(['dispatcher-1', 'two-hats']);
    expect(onDutyAt('2026-06-12T23:59', { duty })).toEqual(['dispatcher-1', 'two-hats']);
    expect(onDutyAt('2026-06-11T23:59', { duty })).toEqual(everybody);
  });

  test('given a day without service time, then the roster of the next service day', () => {
    expect(onDutyAt('2026-06-13T10:00', { duty: [friday, monday] })).toEqual(['dispatcher-2']);
    expect(onDutyAt('2026-06-14T23:59', { duty: [friday, { ...monday, day: '2026-06-14' }] })).toEqual(
      everybody,
    );
  });

  test.each<[string, readonly Absence[], readonly string[]]>([
    ['one of the roster, then the others', [away('dispatcher-1')], ['two-hats']],
    [
      'one with a deputy who dispatches, then that one in their stead',
      [away('dispatcher-1', 'dispatcher-2')],
      ['dispatcher-2', 'two-hats'],
    ],
    ['one with a deputy of another role, then the others', [away('dispatcher-1', 'owner')], ['two-hats']],
    [
      'one whose deputy is absent too, then the others',
      [away('dispatcher-1', 'dispatcher-2'), away('dispatcher-2')],
      ['two-hats'],
    ],
    ['the whole roster, then all who are there', [away('dispatcher-1'), away('two-hats')], ['dispatcher-2']],
    ['all dispatchers, then all of them', everybody.map((id) => away(id)), everybody],
  ])('given the absence of %s', (_whose, absences, expected) => {
    expect(onDutyAt('2026-06-12T10:00', { duty: [friday], absences })).toEqual(expected);
    // The first and the last day are included.
    expect(onDutyAt('2026-06-11T23:59', { duty: [friday], absences })).toEqual(everybody);
  });

  test('given somebody on the roster who has left or lost the role, then the others', () => {
    const duty = [{ ...friday, dispatchers: ['dispatcher-1', 'owner', 'gone'] }];
    const people = withTwoHats.people.map((person) =>
      person.id === 'dispatcher-1' ? { ...person, until: '2026-06-11' } : person,
    );
    expect(onDutyAt('2026-06-11T10:00', { duty, people })).toEqual(everybody);
    expect(onDutyAt('2026-06-12T10:00', { duty, people })).toEqual(['dispatcher-2', 'two-hats']);
  });

  test('given another zone, then the day is that of the calendar', () => {
    expect(dispatchersOnDuty({ ...installation, duty: [monday] }, Date.parse('2026-06-14T22:30Z'))).toEqual(
      installation.people.filter(({ id }) => id === 'dispatcher-2'),
    );
  });
});
