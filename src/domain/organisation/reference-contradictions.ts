import { defined } from '../../defined';
import type { RecordField, RecordList, RecordPlace } from './record-place';
import type { OrganisationRecords } from './records';
import { repeated } from './repeated';

export type ReferenceContradiction =
  | {
      readonly rule: 'unknownReference';
      readonly at: RecordPlace;
      /** The list that has no record of this id. */
      readonly to: ReferredList;
      readonly id: string;
    }
  | { readonly rule: 'idTaken'; readonly at: RecordPlace; readonly id: string; readonly other: RecordPlace };

/** What other records refer to. */
export type ReferredList = Extract<RecordList, 'organisations' | 'people' | 'modules'>;

interface Reference {
  readonly at: RecordPlace;
  readonly to: ReferredList;
  readonly id: string | undefined;
}

/** Whatever is named is there, and each id names one record of its list. */
export function referenceContradictions(records: OrganisationRecords): readonly ReferenceContradiction[] {
  const known = {
    organisations: idsOf(records.organisations),
    people: idsOf(records.people),
    modules: idsOf(records.modules),
  };
  return [
    ...takenIds(records),
    ...referencesIn(records).flatMap(({ at, to, id }): ReferenceContradiction[] =>
      id === undefined || known[to].has(id) ? [] : [{ rule: 'unknownReference', at, to, id }],
    ),
  ];
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function takenIds(records: OrganisationRecords): readonly ReferenceContradiction[] {
  return (['organisations', 'people', 'modules', 'contracts'] as const).flatMap((list) => {
    const ids = records[list].map(({ id }) => id);
    return repeated(ids, (id) => id).map(({ item: id, index, first }): ReferenceContradiction => ({
      rule: 'idTaken',
      at: { list, index, field: 'id' },
      id,
      other: { list, index: first.index },
    }));
  });
}

function referencesIn(records: OrganisationRecords): readonly Reference[] {
  return [
    ...records.organisations.flatMap(({ contactPeople }, index) =>
      contactPeople.map((id, position) =>
        reference('people', id, 'organisations', index, 'contactPeople', position),
      ),
    ),
    ...records.people.flatMap(({ organisation, roles }, index) => [
      reference('organisations', organisation, 'people', index, 'organisation'),
      ...roles.map((grant, position) => {
        const module = grant.role === 'maintainer' ? grant.module : undefined;
        return reference('modules', module, 'people', index, 'roles', position);
      }),
    ]),
    ...records.modules.map(({ maintainer }, index) =>
      reference('organisations', maintainer, 'modules', index, 'maintainer'),
    ),
    ...records.contracts.flatMap(({ operator, module, packageContact }, index) => [
      reference('organisations', operator, 'contracts', index, 'operator'),
      reference('modules', module, 'contracts', index, 'module'),
      reference('people', packageContact, 'contracts', index, 'packageContact'),
    ]),
    ...records.absences.flatMap(({ person, deputy }, index) => [
      reference('people', person, 'absences', index, 'person'),
      reference('people', deputy, 'absences', index, 'deputy'),
    ]),
    ...records.duty.flatMap(({ dispatchers }, index) =>
      dispatchers.map((id, position) => reference('people', id, 'duty', index, 'dispatchers', position)),
    ),
  ];
}

function reference(
  to: ReferredList,
  id: string | undefined,
  ...[list, index, field, position]: readonly [RecordList, number, RecordField, number?]
): Reference {
  return { to, id, at: defined({ list, index, field, position }) };
}
