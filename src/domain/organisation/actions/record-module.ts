import { takenByChange } from './taken-by-change';
import type { ModuleRecord } from '../records';
import type { OrganisationActionShape } from './action';
import { begunByModule } from './begin-onboarding';
import { freeId, idFromName } from './new-ids';

/** A module in maintenance, who maintains it, and from a day on that it is retired (process 1). */
export interface RecordModule {
  readonly type: 'recordModule';
  readonly module: Omit<ModuleRecord, 'id'> & Partial<Pick<ModuleRecord, 'id'>>;
}

export const recordModule: OrganisationActionShape<RecordModule> = {
  roles: ['processOwner'],
  eventsOf: (command, records, context) => {
    const { id = freeId(idFromName(command.module.name), records.modules) } = command.module;
    const module = { ...command.module, id };
    const recording = { type: 'moduleRecorded', module } as const;
    return [
      recording,
      ...takenByChange([recording], records, context),
      ...begunByModule(module, records, context),
    ];
  },
};
