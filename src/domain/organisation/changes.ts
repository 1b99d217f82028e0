import { isSameValue } from '../../same-value';
import type { Instant } from '../instant';
import type { CalendarDay } from '../service-calendar/civil-date';
import type {
  Absence,
  AccessTask,
  AccessTaskId,
  Contract,
  ContractReminder,
  DutyDay,
  Onboarding,
  OnboardingId,
  Person,
  PersonId,
  Role,
} from './installation';
import { type ModuleRecord, noRecords, type OrganisationRecord, type OrganisationRecords } from './records';

/**
 * A record as it is from now on: entered or changed. There is no event that deletes one: old tickets name people, modules
 * and organisations, and a contract is evidence (process 8). An absence is known by its person and first day, the duty of a
 * day by the day. What follows from contracts (due-records.ts) is recorded with them.
 */
export type OrganisationEvent =
  | { readonly type: 'organisationRecorded'; readonly organisation: OrganisationRecord }
  | { readonly type: 'personRecorded'; readonly person: Person }
  | { readonly type: 'moduleRecorded'; readonly module: ModuleRecord }
  | { readonly type: 'contractRecorded'; readonly contract: Contract }
  | { readonly type: 'absenceRecorded'; readonly absence: Absence }
  | { readonly type: 'dutyRecorded'; readonly duty: DutyDay }
  | { readonly type: 'accessTaskRecorded'; readonly task: AccessTask }
  | { readonly type: 'contractEndReminded'; readonly reminder: ContractReminder }
  | { readonly type: 'onboardingRecorded'; readonly onboarding: Onboarding };

/** What is done to the organisation: the administrator's import, what time brings (due-records.ts), and what people do (actions/registry.ts). */
export const organisationActions = [
  'importRecords',
  'recordDue',
  'recordPerson',
  'recordOrganisation',
  'recordModule',
  'recordContract',
  'reportVersion',
  'recordAbsence',
  'planDuty',
  'completeAccess',
  'startOnboarding',
  'tickItem',
  'untickItem',
  'cancelOnboarding',
] as const;
export type OrganisationAction = (typeof organisationActions)[number];

/** One decision about the organisation, recorded whole: all of its events or none. */
export interface OrganisationChange {
  /** Counted from 1: the version of the records that it leads to. */
  readonly version: number;
  readonly at: Instant;
  readonly action: OrganisationAction;
  /** The same submission takes effect once. */
  readonly commandId: string;
  /** Who decided and in which role; absent for the administrator of the machine, who is nobody in Teams, and for the bot itself. */
  readonly by?: { readonly person: PersonId; readonly role: Role };
  readonly events: readonly OrganisationEvent[];
}

/** The records after an event; a new record comes last, a changed one keeps its place. */
export function evolveRecords(records: OrganisationRecords, event: OrganisationEvent): OrganisationRecords {
  switch (event.type) {
    case 'organisationRecorded':
      return { ...records, organisations: recorded(records.organisations, event.organisation, idOf) };
    case 'personRecorded':
      return { ...records, people: recorded(records.people, event.person, idOf) };
    case 'moduleRecorded':
      return { ...records, modules: recorded(records.modules, event.module, idOf) };
    case 'contractRecorded':
      return { ...records, contracts: recorded(records.contracts, event.contract, idOf) };
    case 'absenceRecorded':
      return { ...records, absences: recorded(records.absences, event.absence, absenceKey) };
    case 'dutyRecorded':
      return { ...records, duty: recorded(records.duty, event.duty, dayOf) };
    case 'accessTaskRecorded':
      return { ...records, accessTasks: recorded(records.accessTasks, event.task, idOf) };
    case 'contractEndReminded':
      return {
        ...records,
        contractReminders: recorded(records.contractReminders, event.reminder, reminderKey),
      };
    case 'onboardingRecorded':
      return { ...records, onboardings: recorded(records.onboardings, event.onboarding, idOf) };
  }
}

/** Which record the event is about: events of one record have the same key. */
export function recordKey(event: OrganisationEvent): string {
  switch (event.type) {
    case 'organisationRecorded':
      return `organisation ${event.organisation.id}`;
    case 'personRecorded':
      return `person ${event.person.id}`;
    case 'moduleRecorded':
      return `module ${event.module.id}`;
    case 'contractRecorded':
      return `contract ${event.contract.id}`;
    case 'absenceRecorded':
      return `absence ${absenceKey(event.absence)}`;
    case 'dutyRecorded':
      return `duty ${event.duty.day}`;
    case 'accessTaskRecorded':
      return accessTaskKey(event.task.id);
    case 'contractEndReminded':
      return `reminder ${reminderKey(event.reminder)}`;
    case 'onboardingRecorded':
      return onboardingKey(event.onboarding.id);
  }
}

/** The events that bring each of `wanted` into the records; what is not named there stays as it is. */
export function eventsTowards(
  records: OrganisationRecords,
  wanted: OrganisationRecords,
): readonly OrganisationEvent[] {
  const { organisations, people, modules, contracts, absences, duty } = wanted;
  const { accessTasks, contractReminders, onboardings } = wanted;
  return [
    ...differing(records.organisations, organisations, idOf).map(
      (organisation) => ({ type: 'organisationRecorded', organisation }) as const,
    ),
    ...differing(records.people, people, idOf).map((person) => ({ type: 'personRecorded', person }) as const),
    ...differing(records.modules, modules, idOf).map(
      (module) => ({ type: 'moduleRecorded', module }) as const,
    ),
    ...differing(records.contracts, contracts, idOf).map(
      (contract) => ({ type: 'contractRecorded', contract }) as const,
    ),
    ...differing(records.absences, absences, absenceKey).map(
      (absence) => ({ type: 'absenceRecorded', absence }) as const,
    ),
    ...differing(records.duty, duty, dayOf).map((each) => ({ type: 'dutyRecorded', duty: each }) as const),
    ...differing(records.accessTasks, accessTasks, idOf).map(
      (task) => ({ type: 'accessTaskRecorded', task }) as const,
    ),
    ...differing(records.contractReminders, contractReminders, reminderKey).map(
      (reminder) => ({ type: 'contractEndReminded', reminder }) as const,
    ),
    ...differing(records.onboardings, onboardings, idOf).map(
      (onboarding) => ({ type: 'onboardingRecorded', onboarding }) as const,
    ),
  ];
}

/** The key of an access task's events. */
export function accessTaskKey(id: AccessTaskId): string {
  return `accessTask ${id}`;
}

/** The key of an onboarding's events. */
export function onboardingKey(id: OnboardingId): string {
  return `onboarding ${id}`;
}

/** Every record as the event that would enter it, by its key. */
export function recordsByKey(records: OrganisationRecords): ReadonlyMap<string, OrganisationEvent> {
  return new Map(eventsTowards(noRecords, records).map((event) => [recordKey(event), event]));
}

type KeyOf<Item> = (item: Item) => string;

const idOf: KeyOf<{ readonly id: string }> = ({ id }) => id;
const dayOf: KeyOf<{ readonly day: CalendarDay }> = ({ day }) => day;
const reminderKey: KeyOf<ContractReminder> = ({ contract, to, daysBefore }) =>
  `${contract} ${to} ${daysBefore}`;
/** An absence is known by its person and first day. */
export const absenceKey: KeyOf<Absence> = ({ person, from }) => `${person} ${from}`;

function recorded<Item>(items: readonly Item[], item: Item, keyOf: KeyOf<Item>): readonly Item[] {
  const key = keyOf(item);
  const isKnown = items.some((each) => keyOf(each) === key);
  return isKnown ? items.map((each) => (keyOf(each) === key ? item : each)) : [...items, item];
}

function differing<Item>(
  present: readonly Item[],
  wanted: readonly Item[],
  keyOf: KeyOf<Item>,
): readonly Item[] {
  const known = new Map(present.map((item) => [keyOf(item), item]));
  return wanted.filter((item) => !isSameValue(known.get(keyOf(item)), item));
}
