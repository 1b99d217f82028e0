import type { OrganisationId, Person } from '../../../domain/organisation/installation';
import type { RecordContext } from './record-form';

/** The people of an organisation who hold a role now or will: not those who have left. */
export function peopleOf(
  { recorded, today }: Pick<RecordContext, 'recorded' | 'today'>,
  organisation: OrganisationId,
): readonly Person[] {
  return recorded.people.filter(
    (person) =>
      person.organisation === organisation &&
      person.roles.length > 0 &&
      (person.until === undefined || today <= person.until),
  );
}
