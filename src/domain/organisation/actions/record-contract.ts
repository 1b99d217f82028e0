import type { Contract } from '../installation';
import type { OrganisationActionShape } from './action';
import { freeId } from './new-ids';

/** A contract of an operator for a module, from when to when (process 8). */
export interface RecordContract {
  readonly type: 'recordContract';
  readonly contract: Omit<Contract, 'id'> & Partial<Pick<Contract, 'id'>>;
}

export const recordContract: OrganisationActionShape<RecordContract> = {
  roles: ['processOwner'],
  eventsOf: ({ contract }, { contracts }) => {
    const { operator, module, from } = contract;
    const { id = freeId(`${operator}-${module}-${from}`, contracts) } = contract;
    return [{ type: 'contractRecorded', contract: { ...contract, id } }];
  },
};
