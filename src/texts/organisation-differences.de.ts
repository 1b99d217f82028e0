import { differingFields } from '../same-value';
import type { OrganisationEvent } from '../domain/organisation/changes';
import type { OrganisationRecords } from '../domain/organisation/records';

/** A record of any kind: how it is called, and its fields. */
interface Named {
  readonly kind: string;
  readonly name: string;
  readonly fields: object;
}

const kinds = {
  organisations: 'Organisation',
  people: 'Person',
  modules: 'Modul',
  contracts: 'Vertrag',
  absences: 'Abwesenheit',
  duty: 'Dienst',
} as const satisfies Record<keyof OrganisationRecords, string>;

/** One line for each event: 'Neu: Vertrag nord-journal', 'Geändert: Person p-1: until – → 2026-06-30'. Fields are called as in the file. */
export function differenceLines(
  records: OrganisationRecords,
  events: readonly OrganisationEvent[],
): readonly string[] {
  const present = new Map(allOf(records).map((each) => [keyOf(each), each]));
  return events.map((event) => {
    const now = namedIn(event);
    const before = present.get(keyOf(now));
    if (before === undefined) return `Neu: ${now.kind} ${now.name}`;
    const fields = differingFields(before.fields, now.fields).map(
      (field) => `${field} ${shown(before.fields, field)} → ${shown(now.fields, field)}`,
    );
    return `Geändert: ${now.kind} ${now.name}: ${fields.join('; ')}`;
  });
}

/** What is in the records alone and still counts: an import ends nothing by leaving it out. */
export function leftAloneLines(
  records: OrganisationRecords,
  counting: Pick<OrganisationRecords, 'absences' | 'duty'>,
  wanted: OrganisationRecords,
): readonly string[] {
  const named = new Set(allOf(wanted).map(keyOf));
  return allOf({ ...records, ...counting })
    .filter((each) => !named.has(keyOf(each)))
    .map(({ kind, name }) => `Nicht in der Datei, bleibt unverändert: ${kind} ${name}`);
}

function keyOf({ kind, name }: Named): string {
  return `${kind} ${name}`;
}

function allOf(records: OrganisationRecords): readonly Named[] {
  const { organisations, people, modules, contracts, absences, duty } = records;
  return [
    ...organisations.map((organisation) => namedIn({ type: 'organisationRecorded', organisation })),
    ...people.map((person) => namedIn({ type: 'personRecorded', person })),
    ...modules.map((module) => namedIn({ type: 'moduleRecorded', module })),
    ...contracts.map((contract) => namedIn({ type: 'contractRecorded', contract })),
    ...absences.map((absence) => namedIn({ type: 'absenceRecorded', absence })),
    ...duty.map((each) => namedIn({ type: 'dutyRecorded', duty: each })),
  ];
}

function namedIn(event: OrganisationEvent): Named {
  switch (event.type) {
    case 'organisationRecorded':
      return { kind: kinds.organisations, name: event.organisation.id, fields: event.organisation };
    case 'personRecorded':
      return { kind: kinds.people, name: event.person.id, fields: event.person };
    case 'moduleRecorded':
      return { kind: kinds.modules, name: event.module.id, fields: event.module };
    case 'contractRecorded':
      return { kind: kinds.contracts, name: event.contract.id, fields: event.contract };
    case 'absenceRecorded': {
      const { person, from } = event.absence;
      return { kind: kinds.absences, name: `${person} ab ${from}`, fields: event.absence };
    }
    case 'dutyRecorded':
      return { kind: kinds.duty, name: event.duty.day, fields: event.duty };
  }
}

/** As a map in one line; a field that is not there is a dash. */
function shown(fields: object, name: string): string {
  const value: unknown = new Map(Object.entries(fields)).get(name);
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
