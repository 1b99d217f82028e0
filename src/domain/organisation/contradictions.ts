import type { CalendarDay } from '../service-calendar/civil-date';
import { holds } from './absences';
import { type ContactContradiction, contactContradictions } from './contact-contradictions';
import { type DeputyContradiction, deputyContradictions } from './deputy-contradictions';
import { type DutyContradiction, dutyContradictions } from './duty-contradictions';
import type { Absence, Installation } from './installation';
import { type PeopleContradiction, peopleContradictions } from './people-contradictions';
import type { RecordList } from './record-place';
import { type ReferenceContradiction, referenceContradictions } from './reference-contradictions';
import { stillCounting } from './records';
import {
  absenceDayContradictions,
  contractContradictions,
  roleDayContradictions,
  type SpanContradiction,
} from './span-contradictions';

/** Two records that cannot both be, or a record that cannot be as it is: with any of them nothing is recorded. */
export type Contradiction =
  | ReferenceContradiction
  | PeopleContradiction
  | ContactContradiction
  | SpanContradiction
  | DeputyContradiction
  | DutyContradiction;

/**
 * Everything in which the records contradict one another; places are positions in the lists of the installation. With
 * `today`, absences and days of duty that are over by then bind nobody any more.
 */
export function contradictionsIn(
  installation: Pick<Installation, RecordList | 'hostingTenant'>,
  today?: CalendarDay,
): readonly Contradiction[] {
  const counting = today === undefined ? installation : stillCounting(installation, today);
  const [bindingAbsences, bindingDuty] = [new Set(counting.absences), new Set(counting.duty)];
  const counts = (absence: Absence) => holds(absence) && bindingAbsences.has(absence);
  const { people, contracts, absences, duty } = installation;
  return [
    ...referenceContradictions(installation),
    ...peopleContradictions(people),
    ...roleDayContradictions(people),
    ...contactContradictions(installation),
    ...contractContradictions(contracts),
    ...absenceDayContradictions(absences, counts),
    ...deputyContradictions(installation, counts),
    ...dutyContradictions(duty, (each) => bindingDuty.has(each)),
  ];
}
