import type { Contradiction } from '../domain/organisation/contradictions';
import { formatDay } from './german-time';
import type { View } from './view';

/** Why the records cannot be like this, to whoever fills in their forms. */
export function contradictionText(contradiction: Contradiction, view: View): string {
  switch (contradiction.rule) {
    case 'unknownReference':
      return 'Einen der gewählten Einträge gibt es nicht mehr. Bitte wählen Sie einen anderen.';
    case 'idTaken':
      return 'Diesen Eintrag gibt es schon.';
    case 'identityTaken':
      return 'Diese Person ist schon aufgenommen.';
    case 'roleGivenTwice':
      return 'Bitte geben Sie jede Rolle nur einmal an.';
    case 'contactGivenTwice':
      return 'Bitte nennen Sie jede Kontaktperson nur einmal.';
    case 'contactOfAnother':
      return `${view.person(contradiction.person)} gehört zu ${view.organisation(contradiction.organisation)}. Kontaktpersonen gehören zur eigenen Organisation.`;
    case 'contactOutOfReach':
      return `${view.person(contradiction.person)} kann der Bot nicht privat anschreiben: Dafür braucht die Person ein Gastkonto im Tenant des Bots.`;
    case 'endsBeforeItBegins':
      return `Der letzte Tag darf nicht vor dem ersten liegen, ${formatDay(contradiction.first)}.`;
    case 'contractsOverlap':
      return `${view.organisation(contradiction.operator)} hat in dieser Zeit schon einen Vertrag für ${view.module(contradiction.module)}.`;
    case 'absencesOverlap':
      return `${view.person(contradiction.person)} ist in dieser Zeit schon als abwesend eingetragen.`;
    case 'ownDeputy':
      return 'Niemand vertritt sich selbst. Bitte wählen Sie eine andere Person.';
    case 'dutyDayTwice':
      return `${formatDay(contradiction.day)} steht schon im Dienstplan.`;
    case 'dispatcherGivenTwice':
      return 'Bitte nennen Sie jede Person an einem Tag nur einmal.';
  }
}
