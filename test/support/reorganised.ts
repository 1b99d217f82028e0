import type { Installation, Person } from '../../src/domain/organisation/installation';

/** What an organisation becomes from one day to the next. */
export type Edit = (before: Installation) => Installation;

const people =
  (change: (person: Person) => Person): Edit =>
  (before) => ({ ...before, people: before.people.map(change) });

/** The person holds no role any more, as after the last day. */
export const leaves = (id: string): Edit =>
  people((person) => (person.id === id ? { ...person, roles: [] } : person));

/** The person is nobody's maintainer any more, but stays in another role. */
export const becomesOwner = (id: string): Edit =>
  people((person) => (person.id === id ? { ...person, roles: [{ role: 'processOwner' }] } : person));

/** Another company maintains the module, with this person; the former one's people are left without it. */
export const moduleMoves =
  (module: string, maintainer: string, person: string): Edit =>
  (before) => ({
    ...moduleIsLeft(module)(before),
    modules: before.modules.map((each) => (each.id === module ? { ...each, maintainer } : each)),
    people: moduleIsLeft(module)(before).people.map((each) =>
      each.id === person ? { ...each, roles: [...each.roles, { role: 'maintainer', module }] } : each,
    ),
  });

/** The module is maintained by nobody ("N.N."). */
export const moduleIsLeft =
  (module: string): Edit =>
  (before) => ({
    ...before,
    modules: before.modules.map(({ maintainer, ...each }) =>
      each.id === module || maintainer === undefined ? each : { ...each, maintainer },
    ),
    people: before.people.map((person) => ({
      ...person,
      roles: person.roles.filter((grant) => grant.role !== 'maintainer' || grant.module !== module),
    })),
  });
