import { accessDueAt } from '../domain/organisation/access-tasks-due';
import { contractOfTask, withoutContractSince } from '../domain/organisation/contract-of-task';
import { moduleById, organisationById, personById } from '../domain/organisation/find';
import type {
  AccessTask,
  Contract,
  MaintainerTask,
  PackageTask,
  Person,
} from '../domain/organisation/installation';
import { type PackageAccess, packageAccessOn } from '../domain/organisation/package-access';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { commandNames } from './commands.de';
import type { Instant } from '../domain/instant';
import { localDayAt } from '../domain/reaction/service-day';
import { accessTaskTexts, droppedText } from './access-tasks.de';
import { furtherPeople } from './further.de';
import { formatDay } from './german-time';
import type { RecordLine } from './record-line';
import { recordLabels } from './records.de';
import type { View } from './view';

export const packageAccessWords = {
  due: 'Fällig',
  state: 'Stand',
  person: 'Person',
  toTake: 'Zu entziehen',
  open: 'offen',
  contractFrom: 'Vertrag ab',
  withoutContract: 'Ohne Vertrag seit',
  nobody: 'N.N.',
  access: 'Paketzugang',
  ownContracts: 'Ihre Verträge',
  further: 'Weitere',
} as const;

const words = packageAccessWords;

/** More are nobody's to ask. */
const maxContacts = 3;

/** What a task is about and how it stands: nothing that becomes untrue by time alone. */
export function accessTaskFacts(task: AccessTask, view: View): readonly RecordLine[] {
  const { since, outcome } = task;
  return [
    ...(task.kind === 'revokeMaintainer' ? maintainerFacts(task, view) : packageFacts(task, view)),
    ...(outcome === undefined
      ? [{ label: words.due, text: view.due(accessDueAt(view.installation, since)) }]
      : []),
    { label: words.state, text: accessTaskState(task, view) },
    ...(outcome?.kind === 'done' && outcome.reference !== undefined
      ? [{ label: accessTaskTexts.reference, text: outcome.reference }]
      : []),
  ];
}

function maintainerFacts({ person, module }: MaintainerTask, view: View): readonly RecordLine[] {
  return [
    { label: words.person, text: view.person(person) },
    { label: recordLabels.module, text: view.module(module) },
    { label: words.toTake, text: maintainerAccess },
  ];
}

/** What maintainers are given in their onboarding. */
const maintainerAccess = 'Quellcode-Repository, Committer-Rechte, Veröffentlichung von Paketen';

function packageFacts(task: PackageTask, view: View): readonly RecordLine[] {
  const { installation } = view;
  const { kind, operator, module } = task;
  const { packageRepository = '–' } = moduleById(installation, module) ?? {};
  const from = contractOfTask(installation, task)?.from;
  const endedOn = withoutContractSince(installation, task);
  return [
    { label: recordLabels.operator, text: view.organisation(operator) },
    { label: recordLabels.module, text: view.module(module) },
    { label: recordLabels.packageRepository, text: packageRepository },
    { label: recordLabels.packageContact, text: accessContactText(task, view) },
    ...(kind === 'grant' && from !== undefined ? [{ label: words.contractFrom, text: formatDay(from) }] : []),
    ...(kind === 'revoke' && endedOn !== undefined
      ? [{ label: words.withoutContract, text: formatDay(endedOn) }]
      : []),
  ];
}

/** The same for a row of a list, which is drawn anew each time. */
export function accessTaskRowTexts(task: AccessTask, view: View): readonly string[] {
  const { outcome, since } = task;
  if (outcome !== undefined) {
    const reference = outcome.kind === 'done' ? outcome.reference : undefined;
    return [
      accessTaskState(task, view),
      ...(reference === undefined ? [] : [`${accessTaskTexts.reference}: ${reference}`]),
    ];
  }
  return [
    ...(task.kind === 'revokeMaintainer'
      ? [`${words.toTake}: ${maintainerAccess}`]
      : [`${recordLabels.packageContact}: ${accessContactText(task, view)}`]),
    `${words.due}: ${view.due(accessDueAt(view.installation, since))}`,
  ];
}

/** 'offen', 'erledigt von Plattform am Fr 12.06.2026, 14:00 Uhr'. */
export function accessTaskState(task: AccessTask, view: View): string {
  const { outcome } = task;
  if (outcome === undefined) return words.open;
  const at = view.time(outcome.at);
  switch (outcome.kind) {
    case 'done':
      return `erledigt von ${view.person(outcome.by)} am ${at}`;
    case 'dropped':
      return `entfallen am ${at}: ${droppedText(task)}`;
    case 'takenOver':
      return `übernommen am ${at}: Der Zugang bestand schon.`;
  }
}

/** Who at the operator is responsible for its packages, or else is its contact, with their mail. */
export function accessContactText(task: PackageTask, view: View): string {
  const people = contactsOf(task, view);
  if (people.length === 0) return words.nobody;
  const named = people.slice(0, maxContacts).map(({ id, mail }) => `${view.person(id)}, ${mail}`);
  return [...named, ...furtherPeople(people.length - named.length)].join('; ');
}

function contactsOf(task: PackageTask, { installation }: View): readonly Person[] {
  const { packageContact } = contractOfTask(installation, task) ?? {};
  const { contactPeople = [] } = organisationById(installation, task.operator) ?? {};
  const known = (id: string | undefined) => {
    const person = id === undefined ? undefined : personById(installation, id);
    // Whoever has left holds no role.
    return person?.organisation === task.operator && person.roles.length > 0 ? [person] : [];
  };
  const responsible = known(packageContact);
  return responsible.length > 0 ? responsible : contactPeople.flatMap(known);
}

/** Said to whoever has to do it: 'Bitte richten Sie den Paketzugang von Netz Nord zu Betriebstagebuch ein; fällig bis …'. */
export function accessCallText(task: AccessTask, view: View): string {
  const when = accessDueText(task, view);
  const module = view.module(task.module);
  if (task.kind === 'revokeMaintainer')
    return `Bitte entziehen Sie ${view.person(task.person)} die Zugänge als Maintainer von ${module}: ${maintainerAccess}; ${when}.`;
  const access = `den Paketzugang von ${view.organisation(task.operator)} zu ${module}`;
  switch (task.kind) {
    case 'grant':
      return `Bitte richten Sie ${access} ein; ${when}.`;
    case 'revoke':
      return `Bitte entziehen Sie ${access}; ${when}.`;
  }
}

/** 'fällig bis Fr 12.06.2026, 14:00 Uhr', 'überfällig seit …': as it stands when it is said. */
export function accessDueText({ since }: AccessTask, view: View): string {
  const due = accessDueAt(view.installation, since);
  return `${due < view.now ? 'überfällig seit' : 'fällig bis'} ${view.due(due)}`;
}

/** Above a post that lists several: '3 Zugänge einzurichten oder zu entziehen'. */
export function accessCallHeading(count: number): string {
  return `${count} Zugänge einzurichten oder zu entziehen`;
}

/** How an access stands: 'Paketzugang: eingerichtet seit Fr 12.06.2026'; nothing of what nobody has or had. */
export function packageAccessText(access: PackageAccess, view: View): string | undefined {
  const state = stateOf(access, view);
  return state && `${words.access}: ${state}`;
}

/** For whose access it is, with the account that has it. */
export function ownAccessText(access: PackageAccess, view: View): string | undefined {
  const text = packageAccessText(access, view);
  const account = access.kind === 'granted' ? access.reference : undefined;
  return text !== undefined && account !== undefined ? `${text} (${account})` : text;
}

function stateOf(access: PackageAccess, view: View): string | undefined {
  switch (access.kind) {
    case 'noRepository':
      return 'kein Paket-Repository';
    case 'none':
      return undefined;
    case 'granting':
      return 'wird eingerichtet';
    case 'granted':
      // Of access that was there before nobody recorded since when.
      return access.by === 'takenOver' ? 'eingerichtet' : `eingerichtet seit ${dayText(access.at, view)}`;
    case 'revoking':
      return 'wird entzogen';
    case 'revoked':
      return `entzogen am ${dayText(access.at, view)}`;
  }
}

function dayText(at: Instant, { installation }: View): string {
  return formatDay(localDayAt(installation.calendars, at).day);
}

/** What a contract opens, above the packages: 'bis Do 31.12.2026; Paketzugang: eingerichtet; https://…'. */
export function openedByText(contract: Contract, today: CalendarDay, view: View): string {
  const { installation } = view;
  const { to, module } = contract;
  return [
    to === undefined ? 'unbefristet' : `bis ${formatDay(to)}`,
    packageAccessText(packageAccessOn(installation, contract, today), view),
    moduleById(installation, module)?.packageRepository,
  ]
    .filter((each) => each !== undefined)
    .join('; ');
}

/** '5 unter „Vertrag“': contracts that have no room. */
export function furtherOpenedText(count: number): string {
  return `${count} unter „${commandNames.contract}“`;
}
