import type { Overtaking } from '../domain/ticket/refusals';
import { priorityNames } from './labels.de';
import { listed } from './parties.de';
import type { View } from './view';

/** What a colleague has set meanwhile is said before it is overwritten: the form may be sent again as it is. */
export function overtakenText(changes: readonly Overtaking[], view: View): string {
  const what = listed(changes.map((change) => overtakingText(change, view)));
  return `Seit Sie das Formular geöffnet haben, wurde das Ticket geändert: ${what}. Es wurde noch nichts übernommen; bitte prüfen Sie Ihre Angaben und senden Sie das Formular noch einmal`;
}

function overtakingText(change: Overtaking, view: View): string {
  return `${valueNow(change, view)} (${view.person(change.by)} am ${view.time(change.at)})`;
}

function valueNow(change: Overtaking, view: View): string {
  switch (change.what) {
    case 'faultClass':
      return `Fehlerklasse jetzt ${change.now}`;
    case 'priority':
      return `Priorität jetzt ${priorityNames[change.now]}`;
    case 'module':
      return `Modul jetzt ${view.module(change.now)}`;
    case 'link':
      return `Verknüpfung mit ${change.now}`;
  }
}
