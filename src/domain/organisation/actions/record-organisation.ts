import type { OrganisationRecord } from '../records';
import type { OrganisationActionShape } from './action';
import { freeId, idFromName } from './new-ids';

/** A company that takes part, its contact people and, from a day on, that it does no more (process 1). */
export interface RecordOrganisation {
  readonly type: 'recordOrganisation';
  readonly organisation: Omit<OrganisationRecord, 'id'> & Partial<Pick<OrganisationRecord, 'id'>>;
}

export const recordOrganisation: OrganisationActionShape<RecordOrganisation> = {
  roles: ['processOwner'],
  eventsOf: ({ organisation }, { organisations }) => {
    const { id = freeId(idFromName(organisation.name), organisations) } = organisation;
    return [{ type: 'organisationRecorded', organisation: { ...organisation, id } }];
  },
};
