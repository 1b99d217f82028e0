import type { View } from './view';
import type { DeliveryProblem } from '../app/ports/delivery-store';
import type { Place } from '../domain/organisation/place';

/** What the dispatcher reads about a message that did not arrive, or not with everybody (process 1). */
export function problemText(problem: DeliveryProblem & { readonly place: Place }, view: View): string {
  const place = view.placeName(problem.place);
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
