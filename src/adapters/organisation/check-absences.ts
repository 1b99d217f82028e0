import { holds, mayStandInFor } from '../../domain/organisation/absences';
import type { OrganisationFile } from './file-shape';
import { daysOverlap } from '../../domain/organisation/days';
import type { Report } from './field-path';

type AbsenceEntry = NonNullable<OrganisationFile['absences']>[number];

/** A person is absent once on a day, and the deputy is somebody who can act in their stead (process 1). */
export function checkAbsences({ absences = [], people }: OrganisationFile, report: Report): void {
  for (const [index, absence] of absences.entries()) {
    if (!holds(absence)) continue;
    const { person: id, from, to, deputy } = absence;
    if (to < from) {
      report(['absences', index, 'to'], `expected a day not before the first one, ${from}, found "${to}"`);
      continue;
    }
    const other = absences.findIndex(
      (each, position) => position < index && holds(each) && overlap(each, absence),
    );
    if (other >= 0) report(['absences', index], `overlaps absences[${other}], also of "${id}"`);
    const [absent, standIn] = [id, deputy].map((name) => people.find((person) => person.id === name));
    if (absent === undefined || standIn === undefined || mayStandInFor(absent, standIn)) continue;
    report(
      ['absences', index, 'deputy'],
      absent === standIn
        ? 'expected another person than the one who is absent'
        : `"${standIn.id}" has neither the organisation nor a role of "${id}"`,
    );
  }
}

function overlap(one: AbsenceEntry, other: AbsenceEntry): boolean {
  return one.person === other.person && daysOverlap(one, other);
}
