import { nextAbsence, presenceAt } from '../domain/organisation/absences';
import type { Absence, PersonId } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import { formatDay } from './german-time';
import type { View } from './view';

/** 'abwesend vom Mo 08.06.2026 bis Fr 12.06.2026'. */
export function absenceText({ from, to }: Absence): string {
  return from === to
    ? `abwesend am ${formatDay(from)}`
    : `abwesend vom ${formatDay(from)} bis ${formatDay(to)}`;
}

/**
 * What is noted beside the name of somebody who has to act or is to be asked: the absence that lasts or comes next, with the
 * deputy as far as that one may act. Said with its days, it stays true as long as the card stands (process 1).
 */
export function absenceNotes(
  person: PersonId,
  view: View,
  mayAct: (deputy: PersonId) => boolean,
): readonly string[] {
  const { day } = localDayAt(view.installation.calendars, view.now);
  const absence = nextAbsence(view.installation, person, day);
  if (absence === undefined) return [];
  const { deputy } = absence;
  const standIn = deputy !== undefined && mayAct(deputy) ? [`Vertretung: ${view.person(deputy)}`] : [];
  return [absenceText(absence), ...standIn];
}

/** Who acts today, where there is room for little: 'Maintainer Ost für Maintainer West', 'abwesend: Maintainer West'. */
export function whoActsToday(person: PersonId, view: View, mayAct: (deputy: PersonId) => boolean): string {
  const { isThere, inSteadOf } = presenceAt(view.installation, view.now);
  if (isThere(person)) return view.person(person);
  const deputy = inSteadOf(person);
  return deputy !== undefined && mayAct(deputy)
    ? `${view.person(deputy)} für ${view.person(person)}`
    : `abwesend: ${view.person(person)}`;
}
