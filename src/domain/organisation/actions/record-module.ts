import type { ModuleRecord } from '../records';
import type { OrganisationActionShape } from './action';
import { freeId, idFromName } from './new-ids';

/** A module in maintenance, who maintains it, and from a day on that it is retired (process 1). */
export interface RecordModule {
  readonly type: 'recordModule';
  readonly module: Omit<ModuleRecord, 'id'> & Partial<Pick<ModuleRecord, 'id'>>;
}

export const recordModule: OrganisationActionShape<RecordModule> = {
  roles: ['processOwner'],
  eventsOf: ({ module }, { modules }) => {
    const { id = freeId(idFromName(module.name), modules) } = module;
    return [{ type: 'moduleRecorded', module: { ...module, id } }];
  },
};
