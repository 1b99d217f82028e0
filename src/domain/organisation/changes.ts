import { isSameValue } from '../../same-value';
import type { Instant } from '../instant';
import type { Contract, Person, PersonId, Role } from './installation';
import type { ModuleRecord, OrganisationRecord, OrganisationRecords } from './records';

/**
 * A record as it is from now on: entered or changed. There is no event that deletes one: old tickets name people, modules
 * and organisations, and a contract is evidence (process 8).
 */
export type OrganisationEvent =
  | { readonly type: 'organisationRecorded'; readonly organisation: OrganisationRecord }
  | { readonly type: 'personRecorded'; readonly person: Person }
  | { readonly type: 'moduleRecorded'; readonly module: ModuleRecord }
  | { readonly type: 'contractRecorded'; readonly contract: Contract };

/** What is done to the organisation; each has its German name in the history. */
export const organisationActions = ['importRecords'] as const;
export type OrganisationAction = (typeof organisationActions)[number];

/** One decision about the organisation, recorded whole: all of its events or none. */
export interface OrganisationChange {
  /** Counted from 1: the version of the records that it leads to. */
  readonly version: number;
  readonly at: Instant;
  readonly action: OrganisationAction;
  /** The same submission takes effect once. */
  readonly commandId: string;
  /** Who decided and in which role; absent for the administrator of the machine, who is nobody in Teams. */
  readonly by?: { readonly person: PersonId; readonly role: Role };
  readonly events: readonly OrganisationEvent[];
}

/** The records after an event; a new record comes last, a changed one keeps its place. */
export function evolveRecords(records: OrganisationRecords, event: OrganisationEvent): OrganisationRecords {
  switch (event.type) {
    case 'organisationRecorded':
      return { ...records, organisations: recorded(records.organisations, event.organisation) };
    case 'personRecorded':
      return { ...records, people: recorded(records.people, event.person) };
    case 'moduleRecorded':
      return { ...records, modules: recorded(records.modules, event.module) };
    case 'contractRecorded':
      return { ...records, contracts: recorded(records.contracts, event.contract) };
  }
}

/** The events that bring each of `wanted` into the records; what is not named there stays as it is. */
export function eventsTowards(
  records: OrganisationRecords,
  wanted: OrganisationRecords,
): readonly OrganisationEvent[] {
  return [
    ...differing(records.organisations, wanted.organisations).map(
      (organisation) => ({ type: 'organisationRecorded', organisation }) as const,
    ),
    ...differing(records.people, wanted.people).map(
      (person) => ({ type: 'personRecorded', person }) as const,
    ),
    ...differing(records.modules, wanted.modules).map(
      (module) => ({ type: 'moduleRecorded', module }) as const,
    ),
    ...differing(records.contracts, wanted.contracts).map(
      (contract) => ({ type: 'contractRecorded', contract }) as const,
    ),
  ];
}

interface Identified {
  readonly id: string;
}

function recorded<Item extends Identified>(items: readonly Item[], item: Item): readonly Item[] {
  const isKnown = items.some(({ id }) => id === item.id);
  return isKnown ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];
}

function differing<Item extends Identified>(
  present: readonly Item[],
  wanted: readonly Item[],
): readonly Item[] {
  const known = new Map(present.map((item) => [item.id, item]));
  return wanted.filter((item) => !isSameValue(known.get(item.id), item));
}
