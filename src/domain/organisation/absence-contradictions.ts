import { holds } from './absences';
import { daysOverlap } from './days';
import type { Absence, PersonId } from './installation';
import type { RecordPlace } from './record-place';
import { endsEarly, type SpanContradiction } from './span-contradictions';

export type AbsenceContradiction =
  | SpanContradiction
  | {
      readonly rule: 'absencesOverlap';
      readonly at: RecordPlace;
      readonly other: RecordPlace;
      readonly person: PersonId;
    }
  | { readonly rule: 'ownDeputy'; readonly at: RecordPlace };

/** A person is absent once on a day, and the deputy is somebody else (process 1); what was called off counts for nothing. */
export function absenceContradictions(absences: readonly Absence[]): readonly AbsenceContradiction[] {
  const place = (index: number): RecordPlace => ({ list: 'absences', index });
  return absences.flatMap((absence, index): readonly AbsenceContradiction[] => {
    if (!holds(absence)) return [];
    const { person, deputy } = absence;
    const early = endsEarly(absence, { ...place(index), field: 'to' });
    if (early.length > 0) return early;
    const other = absences.findIndex(
      (each, position) =>
        position < index && each.person === person && holds(each) && daysOverlap(each, absence),
    );
    return [
      ...(other < 0
        ? []
        : [{ rule: 'absencesOverlap', at: place(index), other: place(other), person } as const]),
      ...(deputy === person
        ? [{ rule: 'ownDeputy', at: { ...place(index), field: 'deputy' } } as const]
        : []),
    ];
  });
}
