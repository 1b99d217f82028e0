import { mayStandInFor } from './absences';
import type { Absence, Person, PersonId } from './installation';
import type { RecordPlace } from './record-place';

export type DeputyContradiction =
  | { readonly rule: 'ownDeputy'; readonly at: RecordPlace }
  | {
      readonly rule: 'unfitDeputy';
      readonly at: RecordPlace;
      readonly person: PersonId;
      readonly deputy: PersonId;
    };

/** The deputy is somebody else who can act in the absent person's stead (process 1), as far as the absence `counts`. */
export function deputyContradictions(
  { absences, people }: { readonly absences: readonly Absence[]; readonly people: readonly Person[] },
  counts: (absence: Absence) => boolean,
): readonly DeputyContradiction[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return absences.flatMap((absence, index): DeputyContradiction[] => {
    const { person, deputy = '' } = absence;
    const [absent, standIn] = [known.get(person), known.get(deputy)];
    if (!counts(absence) || absent === undefined || standIn === undefined) return [];
    const at: RecordPlace = { list: 'absences', index, field: 'deputy' };
    if (person === deputy) return [{ rule: 'ownDeputy', at }];
    return mayStandInFor(absent, standIn) ? [] : [{ rule: 'unfitDeputy', at, person, deputy }];
  });
}
