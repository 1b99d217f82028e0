import type { Person } from '../installation';
import { takenByChange } from './taken-by-change';
import type { OrganisationActionShape } from './action';
import { begunByRoles } from './begin-onboarding';
import { newPersonId } from './new-ids';

/** Somebody new, or what is known of them, their roles and since and until when they hold them (process 1, 9). */
export interface RecordPerson {
  readonly type: 'recordPerson';
  /** Without an id somebody new. */
  readonly person: Omit<Person, 'id'> & Partial<Pick<Person, 'id'>>;
}

export const recordPerson: OrganisationActionShape<RecordPerson> = {
  roles: ['processOwner'],
  eventsOf: (command, records, context) => {
    const { id = newPersonId(command.person.organisation, records) } = command.person;
    const person = { ...command.person, id };
    const recording = { type: 'personRecorded', person } as const;
    return [
      recording,
      ...takenByChange([recording], records, context),
      ...begunByRoles(person, records, context),
    ];
  },
};
