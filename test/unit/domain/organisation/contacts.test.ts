import fc from 'fast-check';
import { type Contact, contactsOf } from '../../../../src/domain/organisation/contacts';
import { hasRole, maintainersOf } from '../../../../src/domain/organisation/find';
import { inForceAt } from '../../../../src/domain/organisation/in-force';
import type { Installation, Person } from '../../../../src/domain/organisation/installation';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';
import { largeOrganisation } from '../../../support/large-organisation';

function told(contact: Contact): string {
  const what = contact.role === 'maintainer' ? contact.module : contact.role;
  return `${what}: ${contact.person?.id ?? 'N.N.'}`;
}

describe('the contacts', () => {
  test('given roles and modules, then each has its people, and one without has nobody', () => {
    const withoutOwner = installation.people.filter(({ id }) => id !== 'owner');
    expect(contactsOf({ ...installation, people: withoutOwner }).map(told)).toEqual([
      'dispatcher: dispatcher-1',
      'dispatcher: dispatcher-2',
      'platformMaintainer: platform',
      'processOwner: N.N.',
      'journal: maintainer-a1',
      'journal: maintainer-a2',
      'outage: maintainer-b1',
      'contacts: N.N.',
    ]);
  });

  test('given somebody with a role twice, then they are named once', () => {
    const people = installation.people.map((person) => ({
      ...person,
      roles: [...person.roles, ...person.roles],
    }));
    expect(contactsOf({ ...installation, people })).toHaveLength(contactsOf(installation).length);
  });

  const days = ['2026-06-09', '2026-06-10', '2026-06-11'] as const;
  const day = fc.option(fc.constantFrom(...days), { nil: undefined });
  const modules = installation.modules.map(({ id }) => id);
  const grant = fc.oneof(
    fc
      .constantFrom('operator', 'dispatcher', 'platformMaintainer', 'processOwner')
      .map((role) => ({ role }) as const),
    fc.constantFrom(...modules).map((module) => ({ role: 'maintainer', module }) as const),
  );
  const somebody = fc.record({
    organisation: fc.constantFrom(...installation.organisations.map(({ id }) => id)),
    roles: fc.array(grant, { maxLength: 3 }),
    since: day,
    until: day,
  });

  test('given any people, then who holds only an operator’s role is nobody’s contact, and who holds another today always is', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 8 }), (given) => {
        const people = given.map((each, index) => ({ ...each, id: `p${index}` }) as unknown as Person);
        const today: Installation = inForceAt({ ...installation, people }, berlin('2026-06-10T12:00'));
        const contacts = contactsOf(today);
        for (const role of ['dispatcher', 'platformMaintainer', 'processOwner'] as const) {
          const named = contacts.filter((contact) => contact.role === role).map(({ person }) => person?.id);
          const held = today.people.filter((person) => hasRole(person, role)).map(({ id }) => id);
          expect(named).toEqual(held.length === 0 ? [undefined] : held);
        }
        for (const module of modules) {
          const named = contacts.filter(
            (contact) => contact.role === 'maintainer' && contact.module === module,
          );
          const held = maintainersOf(today, module).map(({ id }) => id);
          expect(named.map(({ person }) => person?.id)).toEqual(held.length === 0 ? [undefined] : held);
        }
        expect(
          contacts.filter(({ person }) => person?.roles.every(({ role }) => role === 'operator')),
        ).toEqual([]);
      }),
    );
  });

  test('given 500 people and 60 modules, then each person’s roles are looked at once', () => {
    const large = largeOrganisation();
    let looks = 0;
    const people = large.people.map((person) =>
      Object.defineProperty({ ...person }, 'roles', {
        get: () => {
          looks += 1;
          return person.roles;
        },
      }),
    );
    expect(contactsOf({ ...large, people }).length).toBeGreaterThan(100);
    expect(looks).toBe(500);
  });
});
