import { differingFields } from '../same-value';
import { type OrganisationEvent, recordKey, recordsByKey } from '../domain/organisation/changes';
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
  accessTasks: 'Zugangsaufgabe',
  contractReminders: 'Erinnerung an Vertragsende',
  onboardings: 'Onboarding',
} as const satisfies Record<keyof OrganisationRecords, string>;

/** One line for each event: 'Neu: Vertrag nord-journal', 'Geändert: Person p-1: until – → 2026-06-30'. Fields are called as in the file. */
export function differenceLines(
  records: OrganisationRecords,
  events: readonly OrganisationEvent[],
): readonly string[] {
  const present = recordsByKey(records);
  return events.map((event) => {
    const now = namedIn(event);
    const known = present.get(recordKey(event));
    if (known === undefined) return `Neu: ${now.kind} ${now.name}`;
    const before = namedIn(known).fields;
    const fields = differingFields(before, now.fields).map(
      (field) => `${field} ${shown(before, field)} → ${shown(now.fields, field)}`,
    );
    return `Geändert: ${now.kind} ${now.name}: ${fields.join('; ')}`;
  });
}

/** What was entered, is in the records alone and still counts: an import ends nothing by leaving it out. */
export function leftAloneLines(
  records: OrganisationRecords,
  counting: Pick<OrganisationRecords, 'absences' | 'duty'>,
  wanted: OrganisationRecords,
): readonly string[] {
  const named = recordsByKey(wanted);
  const inNoFile = { accessTasks: [], contractReminders: [], onboardings: [] };
  return [...recordsByKey({ ...records, ...counting, ...inNoFile })]
    .filter(([key]) => !named.has(key))
    .map(([, event]) => namedIn(event))
    .map(({ kind, name }) => `Nicht in der Datei, bleibt unverändert: ${kind} ${name}`);
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
    case 'accessTaskRecorded':
      return { kind: kinds.accessTasks, name: event.task.id, fields: event.task };
    case 'contractEndReminded': {
      const { contract, daysBefore } = event.reminder;
      return { kind: kinds.contractReminders, name: `${contract} (${daysBefore})`, fields: event.reminder };
    }
    case 'onboardingRecorded':
      return { kind: kinds.onboardings, name: event.onboarding.id, fields: event.onboarding };
  }
}

/** As a map in one line; a field that is not there is a dash. */
function shown(fields: object, name: string): string {
  const value: unknown = new Map(Object.entries(fields)).get(name);
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
