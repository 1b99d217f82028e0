import { holds, mayStandInFor } from '../absences';
import { hasRole, personById } from '../find';
import type { Absence } from '../installation';
import type { OrganisationActionShape } from './action';

/** Somebody is not there from one day to another, and who acts in their stead (process 1). */
export interface RecordAbsence {
  readonly type: 'recordAbsence';
  readonly absence: Absence;
}

/** Dispatchers enter their own group's: who is on duty is theirs to arrange (process 2, Warnings). */
export const recordAbsence: OrganisationActionShape<RecordAbsence> = {
  roles: ['processOwner', 'dispatcher'],
  eventsOf: ({ absence }) => [{ type: 'absenceRecorded', absence }],
  /** When it is entered; who loses their role later is no reason to keep it: doubts tell of them. */
  refusal({ absence }, { recorded }) {
    const { person, deputy = person } = absence;
    const [absent, standIn] = [personById(recorded, person), personById(recorded, deputy)];
    if (!holds(absence) || absent === undefined || standIn === undefined || absent === standIn)
      return undefined;
    return mayStandInFor(absent, standIn) ? undefined : { code: 'unfitDeputy', person, deputy };
  },
  mayDo({ absence }, role, { recorded }) {
    const person = personById(recorded, absence.person);
    return role === 'processOwner' || (person !== undefined && hasRole(person, 'dispatcher'));
  },
};
