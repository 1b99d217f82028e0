import { absenceForm } from '../../../../../src/adapters/teams/records/absence-form';
import { peopleList } from '../../../../../src/adapters/teams/records/people-list';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { contextOf, rowsOf } from './record-support';

const withPerson = (id: string, change: Partial<Person>): Installation => ({
  ...installation,
  people: installation.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
});

const rowFor = (name: string, recorded: Installation) =>
  rowsOf(peopleList, { recorded }).find(({ text }) => text === name);

describe('the list of people (process 1, 9)', () => {
  it('given somebody in office, then the row says name, organisation and roles', () => {
    expect(rowFor('Person maintainer-a1', installation)).toEqual({
      text: 'Person maintainer-a1',
      details: ['Wartung A', 'Modul-Maintainer: Betriebstagebuch'],
      buttons: [
        { title: 'Ändern', form: 'person', of: 'maintainer-a1' },
        { title: 'Abwesenheit', form: 'absence', of: 'person maintainer-a1' },
      ],
    });
  });

  it('given the button of an absence, then its form knows the person', () => {
    const of = rowsOf(peopleList)[0]?.buttons[1]?.of ?? '';
    expect(absenceForm.blocked?.(contextOf({ of }))).toBeUndefined();
  });

  it('given roles that begin later, then it says from when', () => {
    const recorded = withPerson('nord-1', { since: '2026-06-15' });
    expect(rowFor('Person nord-1', recorded)?.details).toEqual([
      'Netz Nord',
      'Netzbetreiber',
      'ab Mo 15.06.2026',
    ]);
  });

  it('given a last day that is today, then they have not left; the day after they have, and come last', () => {
    const lastDay = withPerson('dispatcher-1', { until: '2026-06-10' });
    expect(rowsOf(peopleList, { recorded: lastDay })[0]?.text).toBe('Person dispatcher-1');
    const left = rowsOf(peopleList, { recorded: lastDay, now: '2026-06-11T00:00' }).at(-1);
    expect(left).toMatchObject({
      text: 'Person dispatcher-1',
      details: ['Genossenschaft', 'Wartungs-Dispatcher', 'bis Mi 10.06.2026', 'ausgeschieden'],
    });
  });

  it('given a retired organisation, then its people have left', () => {
    const recorded = {
      ...installation,
      organisations: installation.organisations.map((each) =>
        each.id === 'sued' ? { ...each, retired: '2026-06-10' } : each,
      ),
    };
    const last = rowsOf(peopleList, { recorded }).slice(-2);
    expect(last.map(({ text, details }) => [text, details.at(-1)])).toEqual([
      ['Person sued-1', 'ausgeschieden'],
      ['Person sued-2', 'ausgeschieden'],
    ]);
  });

  it('given somebody absent today, then it says until when; a later absence or one called off is not told', () => {
    const absence = { person: 'nord-1', from: '2026-06-08', to: '2026-06-12' };
    const detailsWith = (...absences: Installation['absences']) =>
      rowFor('Person nord-1', { ...installation, absences })?.details.slice(2);
    expect(detailsWith(absence)).toEqual(['abwesend vom Mo 08.06.2026 bis Fr 12.06.2026']);
    expect(detailsWith({ ...absence, from: '2026-06-11' })).toEqual([]);
    expect(detailsWith({ ...absence, cancelled: true })).toEqual([]);
  });

  it('given somebody without roles, then it says so', () => {
    expect(rowFor('Person nord-1', withPerson('nord-1', { roles: [] }))?.details[1]).toBe('keine Rollen');
  });

  it('given somebody new, then the list leads to those whom no record names and to former contacts, and no form enters them by hand', () => {
    expect(peopleList.additions).toEqual([
      { title: 'Neue Personen', list: 'newcomers' },
      { title: 'Frühere Ansprechpartner', list: 'formerContacts' },
    ]);
    expect(peopleList.roles).toEqual(['processOwner']);
  });

  it('given 500 people, then each has a row of their own, in the order of their names', () => {
    const { people } = largeOrganisation();
    const recorded = { ...largeOrganisation(), people: [...people, ...installation.people] };
    const rows = rowsOf(peopleList, { recorded });
    expect(rows).toHaveLength(people.length + installation.people.length);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(rows.slice(0, 3).map(({ text }) => text)).toEqual(['Person 0', 'Person 1', 'Person 2']);
  });
});
