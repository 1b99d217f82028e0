import { contractIsValidOn, personById } from '../find';
import { inForceOn } from '../in-force';
import type { ContractId } from '../installation';
import type { OrganisationActionShape } from './action';

/** Which version of a module an operator runs (process 6, 8). */
export interface ReportVersion {
  readonly type: 'reportVersion';
  readonly contract: ContractId;
  readonly installedVersion: string;
}

/** Operators keep that up to date themselves, for their own contracts that are valid; nothing else of one changes. */
export const reportVersion: OrganisationActionShape<ReportVersion> = {
  roles: ['operator'],
  eventsOf: ({ contract: id, installedVersion }, { contracts }) =>
    contracts
      .filter((contract) => contract.id === id)
      .map((contract) => ({ type: 'contractRecorded', contract: { ...contract, installedVersion } })),
  mayDo({ contract: id }, _role, { recorded, actor, today }) {
    const operator = personById(recorded, actor.id)?.organisation;
    return inForceOn(recorded, today).contracts.some(
      (contract) =>
        contract.id === id && contract.operator === operator && contractIsValidOn(contract, today),
    );
  },
};
