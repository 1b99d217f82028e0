import { defined } from '../../defined';
import type { CalendarDay } from '../service-calendar/civil-date';
import type {
  Absence,
  AccessTask,
  ChannelAddress,
  Contract,
  ContractReminder,
  DutyDay,
  Installation,
  MaintainedModule,
  Onboarding,
  Organisation,
  Person,
} from './installation';

/** What is known of a company, apart from where it is reached. */
export type OrganisationRecord = Omit<Organisation, 'tenant' | 'channel'>;
/** What is known of a module, apart from where its maintainers read. */
export type ModuleRecord = Omit<MaintainedModule, 'channel'>;

/**
 * Who takes part, what is maintained and what is agreed (process 1, 8). It changes while the bot runs, and each change is
 * recorded (changes.ts).
 */
export interface OrganisationRecords {
  readonly organisations: readonly OrganisationRecord[];
  readonly people: readonly Person[];
  readonly modules: readonly ModuleRecord[];
  readonly contracts: readonly Contract[];
  readonly absences: readonly Absence[];
  readonly duty: readonly DutyDay[];
  /** What follows from the contracts, recorded by the bot: the organisation file says nothing of it. */
  readonly accessTasks: readonly AccessTask[];
  readonly contractReminders: readonly ContractReminder[];
  /** How maintainers are set up (process 7); the organisation file says nothing of it either. */
  readonly onboardings: readonly Onboarding[];
}

export const noRecords: OrganisationRecords = {
  organisations: [],
  people: [],
  modules: [],
  contracts: [],
  absences: [],
  duty: [],
  accessTasks: [],
  contractReminders: [],
  onboardings: [],
};

export function recordsOf(installation: Installation): OrganisationRecords {
  const { organisations, people, modules, contracts, absences, duty } = installation;
  const { accessTasks, contractReminders, onboardings } = installation;
  return {
    organisations: organisations.map(({ tenant, channel, ...record }) => record),
    people,
    modules: modules.map(({ channel, ...record }) => record),
    contracts,
    absences,
    duty,
    accessTasks,
    contractReminders,
    onboardings,
  };
}

/**
 * The installation that the records make of what an administrator set up: calendars, addresses and tenants are the
 * organisation file's, whatever else it says of people, modules and contracts. What the file does not know has no channel.
 */
export function installationOf(file: Installation, records: OrganisationRecords): Installation {
  const addresses = new Map(file.organisations.map(({ id, tenant, channel }) => [id, { tenant, channel }]));
  return {
    ...file,
    ...records,
    organisations: records.organisations.map((record) => ({
      ...record,
      ...defined(addresses.get(record.id) ?? {}),
    })),
    modules: records.modules.map((record) => ({
      ...record,
      ...defined({ channel: channelFor(record, file) }),
    })),
  };
}

/**
 * Where the people of the module's maintainer read: a channel of the file is its company's. So it is the module's as long as
 * the same company maintains it; where another one does now, that company's channel of another module.
 */
function channelFor({ id, maintainer }: ModuleRecord, file: Installation): ChannelAddress | undefined {
  const ofCompany = file.modules.filter((each) => each.maintainer === maintainer);
  const own = ofCompany.find((each) => each.id === id)?.channel;
  if (maintainer === undefined) return own;
  return own ?? ofCompany.find(({ channel }) => channel !== undefined)?.channel;
}

/** The absences and days of duty that are not over on the day: what is over is kept, and binds nobody any more. */
export function stillCounting(
  { absences, duty }: Pick<OrganisationRecords, 'absences' | 'duty'>,
  today: CalendarDay,
): Pick<OrganisationRecords, 'absences' | 'duty'> {
  return {
    absences: absences.filter(({ to }) => to >= today),
    duty: duty.filter(({ day }) => day >= today),
  };
}
