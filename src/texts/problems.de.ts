import { absenceOn } from '../domain/organisation/absences';
import { organisationById } from '../domain/organisation/find';
import type { OrganisationId } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import { absenceText } from './absences.de';
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

/**
 * What the dispatcher reads while an operator's messages arrive, but nobody is there who reads them: it has no channel, and all
 * its contact people and their deputies are absent (process 1). Said with the days, as the card may stand longer.
 */
export function nobodyThereText(operator: OrganisationId, view: View): string | undefined {
  const { channel, contactPeople = [] } = organisationById(view.installation, operator) ?? {};
  if (channel !== undefined) return undefined;
  const { day } = localDayAt(view.installation.calendars, view.now);
  const absent = contactPeople.flatMap((person) => {
    const absence = absenceOn(view.installation, person, day);
    return absence === undefined ? [] : [`${view.person(person)} ${absenceText(absence)}`];
  });
  if (absent.length === 0 || absent.length < contactPeople.length) return undefined;
  const place = view.placeName({ kind: 'organisation', organisation: operator });
  return `${place}: Von den Ansprechpersonen ist niemand da, bitte anrufen (${absent.join('; ')}).`;
}

/** What stands where its readers may not read it any more (process 1). */
function stillThereText(problem: PlacedProblem, place: string): string {
  const status = problem.kind === 'refused' ? ` (Status ${problem.status})` : '';
  return `${place}: Eine Karte, die dort nicht mehr gilt, ließ sich nicht auf „${templateWords.handedOn}“ setzen${status} und zeigt noch ihren Inhalt. Der Prozessverantwortliche weiß davon.`;
}
