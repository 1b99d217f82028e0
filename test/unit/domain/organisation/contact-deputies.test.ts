import { inForceOn } from '../../../../src/domain/organisation/in-force';
import type { Absence, Installation, Person } from '../../../../src/domain/organisation/installation';
import { installation } from '../../../support/installation';

const sued = 'sued';
const [first, second] = ['sued-1', 'sued-2'] as const;

/** Sued with one contact person, whose colleague is none. */
function contactsOn(day: string, absences: readonly Absence[], colleague: Partial<Person> = {}) {
  const named: Installation = {
    ...installation,
    organisations: installation.organisations.map((each) =>
      each.id === sued ? { ...each, contactPeople: [first] } : each,
    ),
    people: installation.people.map((each) => (each.id === second ? { ...each, ...colleague } : each)),
    absences,
  };
  return inForceOn(named, day).organisations.find(({ id }) => id === sued)?.contactPeople;
}

describe('who is reached in private chats while a contact person is absent (process 1)', () => {
  const absent: Absence = { person: first, from: '2026-06-10', to: '2026-06-12', deputy: second };

  it('given a deputy, then they are too, from the first to the last day and no longer', () => {
    expect(contactsOn('2026-06-09', [absent])).toEqual([first]);
    expect(contactsOn('2026-06-10', [absent])).toEqual([first, second]);
    expect(contactsOn('2026-06-12', [absent])).toEqual([first, second]);
    expect(contactsOn('2026-06-13', [absent])).toEqual([first]);
  });

  it('given no deputy, or one who is absent too, has left, or may not read there, then nobody else is', () => {
    const on = (absences: readonly Absence[], colleague?: Partial<Person>) =>
      contactsOn('2026-06-11', absences, colleague);
    const { deputy: _none, ...alone } = absent;
    expect(on([alone])).toEqual([first]);
    expect(on([absent, { ...alone, person: second }])).toEqual([first]);
    expect(on([absent], { until: '2026-06-10' })).toEqual([first]);
    expect(on([absent], { roles: [{ role: 'processOwner' }] })).toEqual([first]);
    expect(on([absent], { organisation: 'nord' })).toEqual([first]);
    expect(on([{ ...absent, deputy: 'nord-1' }])).toEqual([first]);
  });
});
