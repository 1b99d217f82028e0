import type { View } from './view';
import type { HistoryChange, HistoryField } from '../app/queries/history';
import { formatDay } from './german-time';
import { faultClassLabel, measureNames, planPartyNames, priorityNames, stateNames } from './labels.de';

/** What a change in "Verlauf" is of. */
export const historyFieldNames: Readonly<Record<HistoryField, string>> = {
  state: 'Zustand',
  module: 'Modul',
  faultClass: 'Klasse',
  priority: 'Priorität',
  reactionDeadline: 'Reaktionsfrist',
  assignee: 'Zugewiesen an',
  securityRelevant: 'Sicherheitsrelevant',
  planVersion: 'Plan, Version',
  planCause: 'Plan, Ursache',
  planMeasure: 'Plan, Maßnahme',
  planAffectedVersions: 'Plan, betroffene Versionen',
  planTargetDate: 'Plan, Zieltermin',
  planTestApproach: 'Plan, Testvorgehen',
  planRisks: 'Plan, Risiken',
  planConsents: 'Plan, Zustimmungen',
  planBindingSince: 'Plan, verbindlich seit',
  reworks: 'Nacharbeiten',
};

/** The fields whose values people typed: never shown of a security-relevant ticket (process 10). */
export const typedHistoryFields: readonly HistoryField[] = [
  'planCause',
  'planAffectedVersions',
  'planTestApproach',
  'planRisks',
];

/** A change's value before and after, each as people read it; a dash where there was none. */
export function changeTexts(
  change: HistoryChange,
  view: View,
): { readonly before: string; readonly after: string } {
  const { before, after } = valuesOf(change, view);
  return { before: before ?? '–', after: after ?? '–' };
}

function valuesOf(change: HistoryChange, view: View) {
  switch (change.field) {
    case 'state':
      return both(change, (state) => stateNames[state]);
    case 'module':
      return both(change, (module) => view.module(module));
    case 'faultClass':
      return both(change, faultClassLabel);
    case 'priority':
      return both(change, (priority) => priorityNames[priority]);
    case 'reactionDeadline':
      return both(change, (at) => view.due(at));
    case 'planBindingSince':
      return both(change, (at) => view.time(at));
    case 'assignee':
      return both(change, (person) => view.person(person));
    case 'securityRelevant':
      return both(change, (is) => (is ? 'ja' : 'nein'));
    case 'planMeasure':
      return both(change, (measure) => measureNames[measure]);
    case 'planTargetDate':
      return both(change, formatDay);
    case 'planConsents':
      return both(change, (parties) =>
        parties.length === 0 ? 'keine' : parties.map((party) => planPartyNames[party]).join(', '),
      );
    case 'planAffectedVersions':
      return both(change, (versions) => versions.join(', '));
    case 'planVersion':
    case 'reworks':
      return both(change, String);
    case 'planCause':
    case 'planTestApproach':
    case 'planRisks':
      return both(change, (text) => text);
  }
}

function both<Value>(
  { before, after }: { readonly before: Value | undefined; readonly after: Value | undefined },
  text: (value: Value) => string,
): { readonly before: string | undefined; readonly after: string | undefined } {
  return {
    before: before === undefined ? undefined : text(before),
    after: after === undefined ? undefined : text(after),
  };
}
