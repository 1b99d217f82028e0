import { absenceKey } from '../../../domain/organisation/changes';
import { hasRole, personById } from '../../../domain/organisation/find';
import type { Absence } from '../../../domain/organisation/installation';
import { absenceText } from '../../../texts/absences.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import type { RecordListDefinition } from './record-list';

/** Who is away now or will be, the next first; what is over is kept, but nobody looks for it here. */
export const absencesList: RecordListDefinition = {
  list: 'absences',
  title: recordTexts.absences,
  roles: ['processOwner', 'dispatcher'],
  additions: [{ title: recordTexts.add, form: 'absence' }],
  rows: ({ recorded, view, today, role }) => {
    const isShown = ({ person: id, to }: Absence) => {
      const person = personById(recorded, id);
      return (
        to >= today && (role === 'processOwner' || (person !== undefined && hasRole(person, 'dispatcher')))
      );
    };
    return recorded.absences
      .filter(isShown)
      .sort((one, other) => (absenceOrder(one) < absenceOrder(other) ? -1 : 1))
      .map((absence) => ({
        text: view.person(absence.person),
        details: [
          absenceText(absence),
          ...(absence.deputy === undefined ? [] : [`${recordLabels.deputy}: ${view.person(absence.deputy)}`]),
          ...(absence.cancelled === true ? [recordTexts.cancelled] : []),
        ],
        buttons: [{ title: recordTexts.change, form: 'absence', of: absenceKey(absence) }],
      }));
  },
};

function absenceOrder({ from, person }: Absence): string {
  return `${from} ${person}`;
}
