import {
  type ContactContradiction,
  contactContradictions,
  packageContactContradictions,
} from './contact-contradictions';
import { type AbsenceContradiction, absenceContradictions } from './absence-contradictions';
import { type DutyContradiction, dutyContradictions } from './duty-contradictions';
import type { Installation } from './installation';
import { type PeopleContradiction, peopleContradictions } from './people-contradictions';
import type { RecordList } from './record-place';
import { type ReferenceContradiction, referenceContradictions } from './reference-contradictions';
import { contractContradictions, roleDayContradictions, type SpanContradiction } from './span-contradictions';

/** Two records that cannot both be, or a record that cannot be as it is: with any of them nothing is recorded. */
export type Contradiction =
  | ReferenceContradiction
  | PeopleContradiction
  | ContactContradiction
  | SpanContradiction
  | AbsenceContradiction
  | DutyContradiction;

/**
 * Everything in which the records contradict one another; places are positions in the lists of the installation. None comes
 * or goes with time alone, so that what was recorded can always be written to a file and read again.
 */
export function contradictionsIn(
  installation: Pick<Installation, RecordList | 'hostingTenant'>,
): readonly Contradiction[] {
  const { people, contracts, absences, duty } = installation;
  return [
    ...referenceContradictions(installation),
    ...peopleContradictions(people),
    ...roleDayContradictions(people),
    ...contactContradictions(installation),
    ...packageContactContradictions(installation),
    ...contractContradictions(contracts),
    ...absenceContradictions(absences),
    ...dutyContradictions(duty),
  ];
}
