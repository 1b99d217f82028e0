import type { Role } from '../../../domain/organisation/installation';
import type { RecordFormId, RecordList } from '../cards/payload';
import type { RecordContext } from './record-form';

/** A button of a row or below the list: which form it opens, and of which record. */
export interface RowButton {
  readonly title: string;
  readonly form: RecordFormId;
  readonly of?: string;
}

/** A button that leads to another list. */
export interface ListButton {
  readonly title: string;
  readonly list: RecordList;
}

export interface RecordRow {
  readonly text: string;
  readonly details: readonly string[];
  readonly buttons: readonly RowButton[];
}

/** One list of records: who reads it, and what stands in its rows. */
export interface RecordListDefinition {
  readonly list: Exclude<RecordList, 'newcomers'>;
  readonly title: string;
  /** Whoever has one of these roles reads it; nobody else (process 1, 9). */
  readonly roles: readonly Role[];
  /** In the order in which they are shown. */
  readonly rows: (context: RecordContext) => readonly RecordRow[];
  /** What can be entered new, and where. */
  readonly additions: readonly (RowButton | ListButton)[];
}
