import type { Installation, MaintainedModule, ModuleId, Person, Role, RoleGrant } from './installation';

/** Operators are nobody's contacts: they would be another organisation's data (process 10). */
const contactRoles = ['dispatcher', 'platformMaintainer', 'processOwner'] as const;

/** A role that makes whoever holds it a contact. */
export type ContactGrant =
  | { readonly role: (typeof contactRoles)[number] }
  | { readonly role: Extract<Role, 'maintainer'>; readonly module: ModuleId };

/** Whom to turn to for a role or a module; without a person it has nobody ("N.N.", process 1). */
export type Contact = ContactGrant & { readonly person?: Person };

export function isContactGrant(grant: RoleGrant): grant is ContactGrant {
  return grant.role !== 'operator';
}

/** The contacts per role and then per module (process 9), each at least once; asked of the installation in force, it names who holds the role now. */
export function contactsOf({
  people,
  modules,
}: Pick<Installation, 'people' | 'modules'>): readonly Contact[] {
  const holders = holdersOf(people);
  return [
    ...contactRoles.flatMap((role) => eachOrNobody({ role }, holders.get(grantKey({ role })))),
    ...modules.flatMap((module) => maintainerContacts(module, holders)),
  ];
}

function maintainerContacts({ id, maintainer }: MaintainedModule, holders: Holders): readonly Contact[] {
  const grant = { role: 'maintainer', module: id } as const;
  const held = [...(holders.get(grantKey(grant)) ?? [])];
  return eachOrNobody(
    grant,
    held.filter((person) => person.organisation === maintainer),
  );
}

type Holders = ReadonlyMap<string, ReadonlySet<Person>>;

/** Goes through the people once, however many modules there are. */
function holdersOf(people: readonly Person[]): Holders {
  const holders = new Map<string, Set<Person>>();
  for (const person of people) {
    for (const grant of person.roles) {
      const held = holders.get(grantKey(grant)) ?? new Set();
      holders.set(grantKey(grant), held.add(person));
    }
  }
  return holders;
}

/** Equal grants have equal keys. */
export function grantKey(grant: RoleGrant): string {
  return grant.role === 'maintainer' ? `${grant.role} ${grant.module}` : grant.role;
}

function eachOrNobody(contact: Contact, held: Iterable<Person> = []): readonly Contact[] {
  const contacts = [...held].map((person) => ({ ...contact, person }));
  return contacts.length > 0 ? contacts : [contact];
}
