import type { Installation, Organisation, OrganisationId, PersonId } from './installation';
import type { RecordPlace } from './record-place';
import { repeated } from './repeated';

export type ContactContradiction =
  | { readonly rule: 'contactGivenTwice'; readonly at: RecordPlace; readonly person: PersonId }
  | {
      readonly rule: 'contactOfAnother';
      readonly at: RecordPlace;
      readonly person: PersonId;
      /** The one that they belong to. */
      readonly organisation: OrganisationId;
    }
  | { readonly rule: 'contactOutOfReach'; readonly at: RecordPlace; readonly person: PersonId };

/** Who is responsible for an operator's packages is one of its people (process 8). */
export function packageContactContradictions({
  contracts,
  people,
  organisations,
}: Pick<Installation, 'contracts' | 'people' | 'organisations'>): readonly ContactContradiction[] {
  const known = new Set(organisations.map(({ id }) => id));
  const organisationOf = new Map(people.map(({ id, organisation }) => [id, organisation]));
  return contracts.flatMap(({ operator, packageContact: person }, index): ContactContradiction[] => {
    const organisation = person && organisationOf.get(person);
    if (person === undefined || organisation === undefined || organisation === operator) return [];
    // An organisation that is unknown is a contradiction of its own.
    if (!known.has(operator) || !known.has(organisation)) return [];
    const at = { list: 'contracts', index, field: 'packageContact' } as const;
    return [{ rule: 'contactOfAnother', at, person, organisation }];
  });
}

/**
 * Contact people are named once, belong to the organisation and, where it has no channel, can be written to privately: the
 * bot reaches nobody without an identity of the hosting tenant (process 1).
 */
export function contactContradictions(
  installation: Pick<Installation, 'organisations' | 'people' | 'hostingTenant'>,
): readonly ContactContradiction[] {
  return installation.organisations.flatMap((organisation, index) => {
    const { contactPeople } = organisation;
    const at = (position: number): RecordPlace => ({
      list: 'organisations',
      index,
      field: 'contactPeople',
      position,
    });
    return [
      ...repeated(contactPeople, (id) => id).map(
        ({ item: person, index: position }): ContactContradiction => ({
          rule: 'contactGivenTwice',
          at: at(position),
          person,
        }),
      ),
      ...contactPeople.flatMap((id, position) => asContact(id, at(position), organisation, installation)),
    ];
  });
}

function asContact(
  id: PersonId,
  at: RecordPlace,
  { id: organisation, channel }: Organisation,
  { people, hostingTenant }: Pick<Installation, 'people' | 'hostingTenant'>,
): readonly ContactContradiction[] {
  const person = people.find((each) => each.id === id);
  if (person === undefined) return [];
  if (person.organisation !== organisation) {
    return [{ rule: 'contactOfAnother', at, person: id, organisation: person.organisation }];
  }
  const isReached = channel !== undefined || person.identities.some(({ tenant }) => tenant === hostingTenant);
  return isReached ? [] : [{ rule: 'contactOutOfReach', at, person: id }];
}
