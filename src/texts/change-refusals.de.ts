import type { ChangeRefusal } from '../domain/organisation/change-refusal';
import { accessSettledText } from './access-tasks.de';
import { contradictionText } from './contradictions.de';
import { formatDay } from './german-time';
import { roleNames } from './labels.de';
import { onboardingRefusalText } from './onboarding.de';
import { onlyTheseMayText } from './records.de';
import type { View } from './view';

/** Why a change of the records is not made, in one sentence. */
export function changeRefusalText(refusal: ChangeRefusal, view: View): string {
  switch (refusal.code) {
    case 'notPermitted':
      return onlyTheseMayText(refusal.permitted);
    case 'overtaken': {
      const who = refusal.by === undefined ? 'der Administrator' : view.person(refusal.by);
      return `Inzwischen hat ${who} diesen Eintrag geändert (${view.time(refusal.at)}). Ihre Eingaben sind erhalten; bitte prüfen Sie sie und senden Sie noch einmal.`;
    }
    case 'nothingChanges':
      return 'Es hat sich nichts geändert: Der Eintrag ist schon so gespeichert.';
    case 'contradicts':
      return refusal.contradictions.map((each) => contradictionText(each, view)).join(' ');
    case 'unfitDeputy':
      return `${view.person(refusal.deputy)} hat weder die Organisation noch eine Rolle von ${view.person(refusal.person)} und kann nicht vertreten.`;
    case 'accessSettled':
      return accessSettledText(refusal.task, view);
    case 'moduleRetired':
    case 'notOfCompany':
    case 'onboardingUnderWay':
    case 'onboardingOver':
    case 'stepDone':
    case 'stepNotDone':
    case 'evidenceMissing':
    case 'notATrial':
    case 'signOffTooEarly':
    case 'reasonMissing':
      return onboardingRefusalText(refusal, view);
    case 'vacant':
      return `Am ${formatDay(refusal.day)} wäre niemand mehr ${roleNames[refusal.role]}. Bitte geben Sie die Rolle zuerst jemand anderem.`;
  }
}
