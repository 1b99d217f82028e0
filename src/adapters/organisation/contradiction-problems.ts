import type { Contradiction } from '../../domain/organisation/contradictions';
import type { Installation } from '../../domain/organisation/installation';
import type { RecordPlace } from '../../domain/organisation/record-place';
import type { ReferredList } from '../../domain/organisation/reference-contradictions';
import { type FieldPath, formatPath } from './field-path';
import type { OrganisationProblem } from './organisation-file-error';
import { unknownName } from './wording';

type Referred = Pick<Installation, ReferredList>;

/** Contradictions of records in the words of a file, each with where it would stand in one that has them all. */
export function contradictionProblems(
  contradictions: readonly Contradiction[],
  records: Referred,
): readonly OrganisationProblem[] {
  return contradictions.map((contradiction) => ({
    path: formatPath(pathOf(contradiction.at)),
    message: contradictionSentence(contradiction, records),
  }));
}

/** Where the file has it: it lists the records in their order. */
export function pathOf({ list, index, field, position }: RecordPlace): FieldPath {
  return [
    list,
    index,
    ...(field === undefined ? [] : [field]),
    ...(position === undefined ? [] : [position]),
  ];
}

/** What is wrong, and for a name that nobody has the one probably meant. */
export function contradictionSentence(contradiction: Contradiction, records: Referred): string {
  switch (contradiction.rule) {
    case 'unknownReference': {
      const { to, id } = contradiction;
      return unknownName(
        kinds[to],
        id,
        records[to].map((each) => each.id),
      );
    }
    case 'idTaken':
      return `"${contradiction.id}" is the id of ${written(contradiction.other)} already`;
    case 'identityTaken':
      return `the same tenant and object id as ${written(contradiction.other)}`;
    case 'roleGivenTwice':
      return 'the role is given twice, expected it once';
    case 'contactGivenTwice':
    case 'dispatcherGivenTwice':
      return `"${contradiction.person}" is given twice, expected once`;
    case 'contactOfAnother':
      return `"${contradiction.person}" belongs to organisation "${contradiction.organisation}"`;
    case 'contactOutOfReach':
      return `"${contradiction.person}" needs an identity of the hosting tenant (as a guest), the bot can write to nobody else privately`;
    case 'endsBeforeItBegins':
      return `expected a day not before the first one, ${contradiction.first}, found "${contradiction.last}"`;
    case 'contractsOverlap':
      return `overlaps ${written(contradiction.other)}, also of "${contradiction.operator}" for "${contradiction.module}"`;
    case 'absencesOverlap':
      return `overlaps ${written(contradiction.other)}, also of "${contradiction.person}"`;
    case 'ownDeputy':
      return 'expected another person than the one who is absent';
    case 'dutyDayTwice':
      return `${contradiction.day} is the day of ${written(contradiction.other)} already`;
  }
}

const kinds: Readonly<Record<ReferredList, string>> = {
  organisations: 'organisation',
  people: 'person',
  modules: 'module',
};

function written(place: RecordPlace): string {
  return formatPath(pathOf(place));
}
