import type { Person, RoleGrant } from './installation';
import type { RecordPlace } from './record-place';
import { repeated } from './repeated';

export type PeopleContradiction =
  | { readonly rule: 'identityTaken'; readonly at: RecordPlace; readonly other: RecordPlace }
  | { readonly rule: 'roleGivenTwice'; readonly at: RecordPlace };

/**
 * An identity leads to one person, who has each role once: every action's rights are decided from this (process 1, 10). A
 * grant for a module that the person's organisation does not maintain (any more) is no contradiction: it has no effect
 * (maintainersOf), and records keep it of those who were there before.
 */
export function peopleContradictions(people: readonly Person[]): readonly PeopleContradiction[] {
  return [...takenIdentities(people), ...rolesGivenTwice(people)];
}

function takenIdentities(people: readonly Person[]): readonly PeopleContradiction[] {
  const all = people.flatMap(({ identities }, index) =>
    identities.map((identity, position) => ({
      key: `${identity.tenant} ${identity.objectId}`,
      at: { list: 'people', index, field: 'identities', position } as const,
    })),
  );
  return repeated(all, ({ key }) => key).map(({ item, first }) => ({
    rule: 'identityTaken',
    at: item.at,
    other: first.item.at,
  }));
}

function rolesGivenTwice(people: readonly Person[]): readonly PeopleContradiction[] {
  return people.flatMap(({ roles }, index) =>
    repeated(roles, keyOf).map(({ index: position }): PeopleContradiction => ({
      rule: 'roleGivenTwice',
      at: { list: 'people', index, field: 'roles', position },
    })),
  );
}

function keyOf(grant: RoleGrant): string {
  return grant.role === 'maintainer' ? `${grant.role} ${grant.module}` : grant.role;
}
