import type { RecordList } from '../cards/payload';
import { accessTasksList } from './access-tasks-list';
import { absencesList } from './absences-list';
import { dutyList } from './duty-list';
import { peopleList } from './people-list';
import { contractsList } from './contracts-list';
import { formerContactsList } from './former-contacts-list';
import { ownContractsList } from './own-contracts-list';
import { onboardingsList } from './onboardings-list';
import { modulesList } from './modules-list';
import { organisationsList } from './organisations-list';
import type { RecordListDefinition } from './record-list';

/** Every list of records by its name, in the order of the menu; whoever is nobody yet is in no record (`list-newcomers`). */
export const recordListsByName: Readonly<Record<Exclude<RecordList, 'newcomers'>, RecordListDefinition>> = {
  people: peopleList,
  absences: absencesList,
  duty: dutyList,
  organisations: organisationsList,
  modules: modulesList,
  contracts: contractsList,
  accessTasks: accessTasksList,
  onboardings: onboardingsList,
  formerContacts: formerContactsList,
  ownContracts: ownContractsList,
};
