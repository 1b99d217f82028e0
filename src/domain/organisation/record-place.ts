import type { OrganisationRecords } from './records';

export type RecordList = keyof OrganisationRecords;

/** A field of a record of any list. */
export type RecordField = { [List in RecordList]: keyof OrganisationRecords[List][number] }[RecordList];

/** Where something stands in the records: which record or, of it, which field and, where that is a list, which entry; from 0. */
export interface RecordPlace {
  readonly list: RecordList;
  readonly index: number;
  readonly field?: RecordField;
  readonly position?: number;
}
