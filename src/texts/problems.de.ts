import type { View } from './view';
import { templateWords } from './template-words.de';
import type { PlacedProblem } from '../app/ports/delivery-store';

/** What the dispatcher reads about a message that did not arrive, or not with everybody (process 1). */
export function problemText(problem: PlacedProblem, view: View): string {
  const place = view.placeName(problem.place);
  if (problem.withdrawing === true) return stillThereText(problem, place);
  switch (problem.kind) {
    case 'unreachable':
      return `${place}: Nicht über Teams erreichbar, bitte anrufen.`;
    case 'refused':
      return `${place}: Teams hat die Nachricht nicht zugestellt (Status ${problem.status}), bitte anrufen.`;
    case 'failed':
      return `${place}: Die Nachricht ließ sich wegen eines Fehlers des Bots nicht verschicken, bitte anrufen. Der Prozessverantwortliche weiß davon.`;
    case 'notInRoster': {
      const names = problem.people.map((person) => view.person(person));
      const verb = names.length === 1 ? 'ist nicht Mitglied' : 'sind nicht Mitglied';
      return `${names.join(', ')} ${verb} des Kanals (${place}).`;
    }
    case 'notMentioned': {
      const names = problem.people.map((person) => view.person(person));
      const verb = names.length === 1 ? 'wurde' : 'wurden';
      return `${names.join(', ')} ${verb} nur genannt, nicht erwähnt: Teams nahm die Erwähnung nicht an oder gab keine vollständige Mitgliederliste (${place}).`;
    }
  }
}

/** What stands where its readers may not read it any more (process 1). */
function stillThereText(problem: PlacedProblem, place: string): string {
  const status = problem.kind === 'refused' ? ` (Status ${problem.status})` : '';
  return `${place}: Eine Karte, die dort nicht mehr gilt, ließ sich nicht auf „${templateWords.handedOn}“ setzen${status} und zeigt noch ihren Inhalt. Der Prozessverantwortliche weiß davon.`;
}
