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

/** A button that opens a web page in the client. */
export interface RowLink {
  readonly title: string;
  readonly url: string;
}

export interface RecordRow {
  readonly text: string;
  readonly details: readonly string[];
  readonly buttons: readonly RowButton[];
  readonly link?: RowLink;
}

/** One list of records: who reads it, and what stands in its rows. */
export interface RecordListDefinition {
  readonly list: Exclude<RecordList, 'newcomers'>;
  readonly title: string;
  /** Whoever has one of these roles reads it; nobody else (process 1, 9). */
  readonly roles: readonly Role[];
  /**
   * An operator's own: it is read, and its forms are filled in, in the operator's place and by its people in private chats. All others
   * are in the dispatch channel and in private chats, and in the platform's place where the platform maintainer reads them. With
   * 'maintainer', whoever is set up as one reads theirs besides, in their module's place and in private chats, by a command of its own.
   */
  readonly at?: 'operator' | 'maintainer';
  /** What is said where it has no rows. */
  readonly none?: (context: RecordContext) => string;
  /** In the order in which they are shown. */
  readonly rows: (context: RecordContext) => readonly RecordRow[];
  /** What can be entered new, and where. */
  readonly additions: readonly (RowButton | ListButton)[];
}
