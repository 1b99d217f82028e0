import type { AccessTask, ContractReminder } from '../domain/organisation/installation';
import { formatDay } from './german-time';
import type { RecordLine } from './record-line';
import type { View } from './view';

const kinds = {
  grant: 'Paketzugang einrichten',
  revoke: 'Paketzugang entziehen',
} as const satisfies Readonly<Record<AccessTask['kind'], string>>;

/** 'Paketzugang einrichten: Netz Nord, Betriebstagebuch'. */
export function accessTaskTitle({ kind, operator, module }: AccessTask, view: View): string {
  return `${kinds[kind]}: ${view.organisation(operator)}, ${view.module(module)}`;
}

export function accessTaskLines({ outcome }: AccessTask, view: View): readonly RecordLine[] {
  if (outcome?.kind !== 'done') return [];
  const { by, reference } = outcome;
  return [
    { label: 'Erledigt von', text: view.person(by) },
    { label: 'Konto oder Token-Kennung', text: reference ?? '–' },
  ];
}

/** Why it cannot be done once more. */
export function accessSettledText(task: AccessTask, view: View): string {
  const { outcome } = task;
  return outcome?.kind === 'done'
    ? `Diese Aufgabe hat ${view.person(outcome.by)} schon erledigt (${view.time(outcome.at)}).`
    : 'Diese Aufgabe ist entfallen: Die Verträge haben sich geändert.';
}

/** 'Erinnerung an das Vertragsende am Do 31.12.2026'. */
export function contractReminderTitle({ to }: ContractReminder): string {
  return `Erinnerung an das Vertragsende am ${formatDay(to)}`;
}

export const accessTaskTexts = {
  handedOver: 'Diese Aufgabe steht jetzt im neuen Kanal der Plattform-Maintainer.',
} as const;

/** Said to those who have to do them. */
export function accessCallText(tasks: readonly AccessTask[], view: View): string {
  return tasks.map((task) => accessTaskTitle(task, view)).join('; ');
}
