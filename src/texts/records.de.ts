import type { OrganisationEvent } from '../domain/organisation/changes';
import type {
  Absence,
  Contract,
  DutyDay,
  Person,
  Role,
  RoleGrant,
} from '../domain/organisation/installation';
import type { ModuleRecord, OrganisationRecord } from '../domain/organisation/records';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { accessTaskLines, accessTaskTitle, contractReminderTitle } from './access-tasks.de';
import { formatDay, formatDayAndMonth } from './german-time';
import { roleNames } from './labels.de';
import { listed } from './parties.de';
import { onboardingLines, onboardingTitle } from './onboarding.de';
import type { RecordLine } from './record-line';
import type { View } from './view';

/** The names of the lists, of their buttons and of what is said about them. */
export const recordTexts = {
  organisation: 'Organisation',
  whichList: 'Was möchten Sie sehen oder ändern? Jede Änderung wird festgehalten und gilt sofort.',
  people: 'Personen',
  absences: 'Abwesenheiten',
  duty: 'Dienstplan',
  organisations: 'Organisationen',
  modules: 'Module',
  contracts: 'Verträge',
  accessTasks: 'Paketzugänge',
  noAccessTasks: 'Zurzeit gibt es keine Zugänge einzurichten oder zu entziehen.',
  accessDone: 'Erledigt',
  formerContacts: 'Frühere Ansprechpartner',
  newcomers: 'Neue Personen',
  add: 'Neu',
  change: 'Ändern',
  save: 'Speichern',
  enterAbsence: 'Abwesenheit',
  saved: 'Gespeichert',
  unknownRecord: 'Diesen Eintrag gibt es nicht mehr. Bitte rufen Sie die Liste noch einmal auf.',
  record: 'Eintrag',
  checkIntro: 'Bitte prüfen Sie die Angaben. Nach dem Speichern gelten sie sofort.',
  notHere:
    '„Organisation“ gibt es im Dispatcher-Kanal und im privaten Chat, für die Plattform-Maintainer auch in ihrem Kanal. Wen Sie wofür ansprechen, zeigt „Ansprechpartner“.',
  cancelled: 'aufgehoben',
  left: 'ausgeschieden',
  noRoles: 'keine Rollen',
  noServiceDay: 'kein Servicetag',
  allInWeek: 'Niemand ist eingeteilt: Es werden alle Wartungs-Dispatcher gerufen.',
  allOnDuty: 'alle',
} as const;

/** The fields of records as forms, lists and check pages call them. */
export const recordLabels = {
  name: 'Name',
  mail: 'E-Mail',
  phone: 'Telefon',
  organisation: 'Organisation',
  roles: 'Rollen',
  since: 'Rollen ab',
  until: 'Rollen bis (letzter Tag)',
  identities: 'Kennungen',
  contactPeople: 'Kontaktpersonen',
  retired: 'Scheidet aus am',
  maintainer: 'Wartungsfirma',
  packageRepository: 'Paket-Repository',
  operator: 'Netzbetreiber',
  module: 'Modul',
  from: 'Von (erster Tag)',
  to: 'Bis (letzter Tag)',
  noticeMonths: 'Kündigungsfrist (Monate)',
  installedVersion: 'Installierte Version',
  packageContact: 'Ansprechpartner für Pakete',
  person: 'Person',
  deputy: 'Vertretung',
  cancelled: 'Aufgehoben',
} as const;
export type RecordField = keyof typeof recordLabels;

/** 'Wartungs-Dispatcher', 'Modul-Maintainer: Betriebstagebuch'. */
export function grantText(grant: RoleGrant, view: View): string {
  return grant.role === 'maintainer'
    ? `${roleNames.maintainer}: ${view.module(grant.module)}`
    : roleNames[grant.role];
}

/** 'ab Mo 07.12.2026', 'bis Fr 11.12.2026': roles that are not held today. */
export function heldFromText(day: CalendarDay): string {
  return `ab ${formatDay(day)}`;
}

export function heldUntilText(day: CalendarDay): string {
  return `bis ${formatDay(day)}`;
}

/** 'KW 50: Mo 07.12.2026 bis Fr 11.12.2026'. */
export function weekText(number: number, first: CalendarDay, last: CalendarDay): string {
  return `KW ${number}: ${formatDay(first)} bis ${formatDay(last)}`;
}

/** 'Mo 07.12.: Dispatcherin Eins; Dispatcher Zwei', 'Mo 07.12.: alle'. */
export function dutyText({ day, dispatchers }: DutyDay, view: View): string {
  const names = dispatchers.map((id) => view.person(id)).join('; ');
  return `${formatDayAndMonth(day)}: ${names || recordTexts.allOnDuty}`;
}

/** What a record is called in a heading: 'Person Dispatcherin Eins', 'Abwesenheit von …'. */
export function recordTitle(event: OrganisationEvent, view: View): string {
  switch (event.type) {
    case 'personRecorded':
      return `Person ${event.person.name}`;
    case 'organisationRecorded':
      return `Organisation ${event.organisation.name}`;
    case 'moduleRecorded':
      return `Modul ${event.module.name}`;
    case 'contractRecorded': {
      const { operator, module } = event.contract;
      return `Vertrag ${view.organisation(operator)}, ${view.module(module)}`;
    }
    case 'absenceRecorded':
      return `Abwesenheit ${view.person(event.absence.person)}`;
    case 'dutyRecorded':
      return `Dienst am ${formatDay(event.duty.day)}`;
    case 'accessTaskRecorded':
      return accessTaskTitle(event.task, view);
    case 'contractEndReminded':
      return contractReminderTitle(event.reminder);
    case 'onboardingRecorded':
      return onboardingTitle(event.onboarding, view);
  }
}

/** What becomes of a person with the identities in the record, where that is more than their number says. */
export function identityWarnings(
  before: Person | undefined,
  { name, identities }: Person,
): readonly string[] {
  const had = before?.identities ?? identities;
  const isNew = identities.some(
    ({ tenant, objectId }) => !had.some((each) => each.tenant === tenant && each.objectId === objectId),
  );
  return [
    ...(isNew
      ? [`Wer sich mit der neuen Kennung anmeldet, ist hier ${name} und hat alle Rechte dieser Person.`]
      : []),
    ...(identities.length === 0
      ? [`${name} hat dann keine Kennung: In Teams wird die Person nicht erkannt und kann nichts tun.`]
      : []),
  ];
}

/** Every field of the record in words, in the order of its form. */
export function recordLines(event: OrganisationEvent, view: View): readonly RecordLine[] {
  switch (event.type) {
    case 'personRecorded':
      return personLines(event.person, view);
    case 'organisationRecorded':
      return organisationLines(event.organisation, view);
    case 'moduleRecorded':
      return moduleLines(event.module, view);
    case 'contractRecorded':
      return contractLines(event.contract, view);
    case 'absenceRecorded':
      return absenceLines(event.absence, view);
    case 'dutyRecorded':
      return dutyLines(event.duty, view);
    case 'accessTaskRecorded':
      return accessTaskLines(event.task, view);
    case 'contractEndReminded':
      return [];
    case 'onboardingRecorded':
      return onboardingLines(event.onboarding);
  }
}

const none = '–';

function line(field: RecordField, text: string | undefined): RecordLine {
  return { label: recordLabels[field], text: text === undefined || text === '' ? none : text };
}

function dayLine(field: RecordField, day: CalendarDay | undefined): RecordLine {
  return line(field, day && formatDay(day));
}

function personLines(person: Person, view: View): readonly RecordLine[] {
  const { name, mail, phone, organisation, roles, since, until, identities } = person;
  return [
    line('name', name),
    line('mail', mail),
    line('phone', phone),
    line('organisation', view.organisation(organisation)),
    line('roles', roles.map((grant) => grantText(grant, view)).join('; ')),
    dayLine('since', since),
    dayLine('until', until),
    // Never the ids themselves: nobody reads anything out of them.
    line('identities', String(identities.length)),
  ];
}

function organisationLines(
  { name, contactPeople, retired }: OrganisationRecord,
  view: View,
): readonly RecordLine[] {
  return [
    line('name', name),
    line('contactPeople', contactPeople.map((id) => view.person(id)).join('; ')),
    dayLine('retired', retired),
  ];
}

function moduleLines(
  { name, maintainer, packageRepository, retired }: ModuleRecord,
  view: View,
): readonly RecordLine[] {
  return [
    line('name', name),
    line('maintainer', maintainer === undefined ? 'N.N.' : view.organisation(maintainer)),
    line('packageRepository', packageRepository),
    dayLine('retired', retired),
  ];
}

function contractLines(contract: Contract, view: View): readonly RecordLine[] {
  const { operator, module, from, to, noticeMonths, installedVersion, packageContact } = contract;
  return [
    line('operator', view.organisation(operator)),
    line('module', view.module(module)),
    dayLine('from', from),
    dayLine('to', to),
    line('noticeMonths', noticeMonths?.toString()),
    line('installedVersion', installedVersion),
    line('packageContact', packageContact && view.person(packageContact)),
  ];
}

function absenceLines({ person, from, to, deputy, cancelled }: Absence, view: View): readonly RecordLine[] {
  return [
    line('person', view.person(person)),
    dayLine('from', from),
    dayLine('to', to),
    line('deputy', deputy && view.person(deputy)),
    ...(cancelled === true ? [line('cancelled', 'ja')] : []),
  ];
}

function dutyLines({ day, dispatchers }: DutyDay, view: View): readonly RecordLine[] {
  return [{ label: formatDay(day), text: dispatchers.map((id) => view.person(id)).join('; ') || none }];
}

/** 'Nur die Prozessverantwortlichen und die Wartungs-Dispatcher dürfen das …'. */
export function onlyTheseMayText(roles: readonly Role[]): string {
  const who = listed(roles.map((role) => rolesInPlural[role]));
  return `Das dürfen nur ${who}. Wen Sie wofür ansprechen, zeigt „Ansprechpartner“.`;
}

const rolesInPlural: Readonly<Record<Role, string>> = {
  operator: 'die Netzbetreiber',
  dispatcher: 'die Wartungs-Dispatcher',
  maintainer: 'die Modul-Maintainer',
  platformMaintainer: 'die Plattform-Maintainer',
  processOwner: 'die Prozessverantwortlichen',
};
