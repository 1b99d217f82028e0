import type { AccessTask, ContractReminder } from '../domain/organisation/installation';
import { formatDay } from './german-time';
import type { RecordLine } from './record-line';
import type { View } from './view';

const kinds = {
  grant: 'Paketzugang einrichten',
  revoke: 'Paketzugang entziehen',
  revokeMaintainer: 'Maintainer-Zugänge entziehen',
} as const satisfies Readonly<Record<AccessTask['kind'], string>>;

/** 'Paketzugang einrichten'. */
export function accessTaskKind({ kind }: Pick<AccessTask, 'kind'>): string {
  return kinds[kind];
}

/** 'Paketzugang einrichten: Netz Nord, Betriebstagebuch'. */
export function accessTaskTitle(task: AccessTask, view: View): string {
  return `${accessTaskKind(task)}: ${accessOwner(task, view)}, ${view.module(task.module)}`;
}

/** Whose access it is: an operator's, or a maintainer's. */
export function accessOwner(task: AccessTask, view: View): string {
  return task.kind === 'revokeMaintainer' ? view.person(task.person) : view.organisation(task.operator);
}

/** Why there is nothing to do any more. */
export function droppedText({ kind }: AccessTask): string {
  return kind === 'revokeMaintainer'
    ? 'Die Person ist wieder Maintainer.'
    : 'Die Verträge haben sich geändert.';
}

export function accessTaskLines({ outcome }: AccessTask, view: View): readonly RecordLine[] {
  if (outcome?.kind !== 'done') return [];
  const { by, reference } = outcome;
  return [
    { label: 'Erledigt von', text: view.person(by) },
    { label: accessTaskTexts.reference, text: reference ?? '–' },
  ];
}

/** Why it cannot be done once more. */
export function accessSettledText(task: AccessTask, view: View): string {
  const { outcome } = task;
  return outcome?.kind === 'done'
    ? `Diese Aufgabe hat ${view.person(outcome.by)} schon erledigt (${view.time(outcome.at)}).`
    : `Diese Aufgabe ist entfallen: ${droppedText(task)}`;
}

/** 'Erinnerung an das Vertragsende am Do 31.12.2026'. */
export function contractReminderTitle({ to }: ContractReminder): string {
  return `Erinnerung an das Vertragsende am ${formatDay(to)}`;
}

export const accessTaskTexts = {
  reference: 'Konto oder Token-Kennung',
  referenceMissing: 'Bitte geben Sie an, für welches Konto oder Token der Zugang eingerichtet ist.',
  referenceHint:
    'Nur die Kennung, etwa den Kontonamen oder die Nummer des Tokens. Passwörter, Token und Schlüssel selbst gehören nicht hierher.',
  looksLikeSecret:
    'Das sieht aus wie ein Passwort, ein Token oder ein Schlüssel. Bitte geben Sie nur die Kennung an, etwa den Kontonamen; es wurde nichts gespeichert.',
} as const;
