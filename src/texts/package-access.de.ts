import { accessDueAt } from '../domain/organisation/access-tasks-due';
import { contractOfTask, withoutContractSince } from '../domain/organisation/contract-of-task';
import { moduleById, organisationById, personById } from '../domain/organisation/find';
import type { AccessTask, Person } from '../domain/organisation/installation';
import { accessTaskTexts } from './access-tasks.de';
import { formatDay } from './german-time';
import type { RecordLine } from './record-line';
import { recordLabels } from './records.de';
import type { View } from './view';

export const packageAccessWords = {
  due: 'Fällig',
  state: 'Stand',
  open: 'offen',
  contractFrom: 'Vertrag ab',
  withoutContract: 'Ohne Vertrag seit',
  nobody: 'N.N.',
} as const;

const words = packageAccessWords;

/** More are nobody's to ask. */
const maxContacts = 3;

/** What a task is about and how it stands: nothing that becomes untrue by time alone. */
export function accessTaskFacts(task: AccessTask, view: View): readonly RecordLine[] {
  const { installation } = view;
  const { kind, operator, module, since, outcome } = task;
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
    ...(outcome === undefined
      ? [{ label: words.due, text: view.due(accessDueAt(installation, since)) }]
      : []),
    { label: words.state, text: accessTaskState(task, view) },
    ...(outcome?.kind === 'done' && outcome.reference !== undefined
      ? [{ label: accessTaskTexts.reference, text: outcome.reference }]
      : []),
  ];
}

/** 'offen', 'erledigt von Plattform am Fr 12.06.2026, 14:00 Uhr'. */
export function accessTaskState({ outcome }: AccessTask, view: View): string {
  if (outcome === undefined) return words.open;
  const at = view.time(outcome.at);
  switch (outcome.kind) {
    case 'done':
      return `erledigt von ${view.person(outcome.by)} am ${at}`;
    case 'dropped':
      return `entfallen am ${at}: Die Verträge haben sich geändert.`;
    case 'takenOver':
      return `übernommen am ${at}: Der Zugang bestand schon.`;
  }
}

/** Who at the operator is responsible for its packages, or else is its contact, with their mail. */
export function accessContactText(task: AccessTask, view: View): string {
  const people = contactsOf(task, view);
  if (people.length === 0) return words.nobody;
  const named = people.slice(0, maxContacts).map(({ id, mail }) => `${view.person(id)}, ${mail}`);
  return [...named, ...furtherText(people.length - named.length, 'eine weitere')].join('; ');
}

function contactsOf(task: AccessTask, { installation }: View): readonly Person[] {
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

/** '… und 3 weitere', '… und ein weiterer': of those that are not named. */
export function furtherText(count: number, one: 'eine weitere' | 'ein weiterer'): readonly string[] {
  if (count <= 0) return [];
  return [`… und ${count === 1 ? one : `${count} weitere`}`];
}
